// Where in the book a file may be written: never through a link that leaves the book.

import path from 'node:path';
import type { Disk } from './disk.js';
import { refuse } from './fault.js';

/** The absolute place of a file of the book, whose folder may still have to be made. */
export function placeWithin(disk: Disk, root: string, file: string): string {
  const home = disk.realPath(root) ?? root;
  const inside = (target: string): boolean => target === home || target.startsWith(home + path.sep);
  const parts = file.split('/');
  if (path.isAbsolute(file) || parts.some((part) => part === '' || part === '.' || part === '..')) {
    return refuse({ kind: 'outside', file });
  }
  // Each part that is there is followed, so that neither a folder nor the file itself leads away.
  let at = home;
  for (const [index, part] of parts.entries()) {
    const next = path.join(at, part);
    const real = disk.realPath(next);
    if (real === null) {
      // A link to nowhere would be written through.
      if (disk.list(at).includes(part)) return refuse({ kind: 'outside', file });
      return path.join(at, ...parts.slice(index));
    }
    if (!inside(real)) return refuse({ kind: 'outside', file });
    at = real;
  }
  return at;
}
