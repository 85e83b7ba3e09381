// The book as it would be with some files changed: for previews, and for checks before anything is written.

import { compareText } from '../core/text.js';
import { bytesSource, type Workspace } from '../source/workspace.js';
import type { Change } from './commit.js';

export function overlay(base: Workspace, changes: readonly Change[]): Workspace {
  const changed = new Map(changes.map(({ file, bytes }) => [file, bytes]));
  const paths = new Set(base.paths);
  for (const [file, bytes] of changed) {
    if (bytes === null) paths.delete(file);
    else paths.add(file);
  }
  return {
    paths: [...paths].sort(compareText),
    outside: base.outside,
    strays: base.strays,
    has: (file) => paths.has(file),
    size: (file) => changed.get(file)?.length ?? base.size(file),
    stamp(file) {
      const bytes = changed.get(file);
      return bytes === undefined || bytes === null ? base.stamp(file) : `changed ${bytes.length}`;
    },
    confirm: () => base.confirm(),
    open(file) {
      const bytes = changed.get(file);
      return bytes === undefined || bytes === null ? base.open(file) : bytesSource(bytes);
    },
  };
}

/** A file's bytes as they are on disk. */
export function bytesOf(workspace: Workspace, file: string): Uint8Array {
  const open = workspace.open(file);
  try {
    return open.all();
  } finally {
    open.close();
  }
}
