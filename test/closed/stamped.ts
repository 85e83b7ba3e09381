// A book in memory whose files have times, as on a disk: each file changes when a test says so.

import { memoryWorkspace, type Workspace } from '../../src/source/workspace.js';
import type { Files } from './nights.js';

/** A workspace that tells size and time of its files, and which of them were opened. */
export interface StampedWorkspace extends Workspace {
  readonly opened: ReadonlySet<string>;
}

export function stampedWorkspace(files: Files, timeOf: (path: string) => number): StampedWorkspace {
  const plain = memoryWorkspace(files);
  const opened = new Set<string>();
  return {
    ...plain,
    opened,
    stamp: (path) => `${plain.size(path)}:${timeOf(path)}`,
    changedAt: timeOf,
    open(file) {
      opened.add(file);
      return plain.open(file);
    },
  };
}
