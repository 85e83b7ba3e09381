// Which file an `include` names: one inside the book, or nothing at all.

import type { Workspace } from '../../source/workspace.js';

/** The path from the root of the book, with `/`; null where it leads out of the book. */
export function insideBook(workspace: Workspace, written: string): string | null {
  // A path may have been written on Windows.
  const path = written.replaceAll('\\', '/');
  // Absolute, from a home directory, on another drive, or an address.
  if (path.startsWith('/') || path.startsWith('~') || /^[a-z][a-z0-9+.-]*:/iu.test(path)) return null;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  // Of a link out of the book neither the file nor what lies behind it is in the book.
  for (let length = 1; length <= parts.length; length++) {
    if (workspace.outside.includes(parts.slice(0, length).join('/'))) return null;
  }
  return parts.join('/');
}

/** The files that an include could have meant. */
export function includable(workspace: Workspace): string[] {
  return workspace.paths.filter((path) => /\.ya?ml$/iu.test(path) && path !== 'taizhang.yaml' && path !== 'org.yaml');
}
