// Whether files still are what they were: by what the file system says of them, and by their bytes where that differs.

import { createHash } from 'node:crypto';
import { LEDGER_FOLDERS, type Workspace } from '../source/workspace.js';
import type { FileState } from './remembered.js';

/** A file that changed within so many milliseconds listed it was looked at may change again without showing it. */
const RACY = 2000;

/** A year in one file is not held in memory for its digest. */
const PART = 1 << 16;

export function digestOf(workspace: Workspace, path: string): string {
  const open = workspace.open(path);
  try {
    const digest = createHash('sha256');
    const part = new Uint8Array(PART);
    for (;;) {
      const count = open.read(part, 0, PART);
      if (count === 0) return digest.digest('hex');
      digest.update(part.subarray(0, count));
    }
  } finally {
    open.close();
  }
}

/** What the file system said of files when the book was listed. `now`: milliseconds since 1970. */
export class Stamps {
  /** Digest of everything that decides what rows mean. */
  readonly registers: string;

  constructor(
    private readonly workspace: Workspace,
    private readonly now: number,
  ) {
    this.registers = registersDigest(workspace);
  }

  /** The files with their stamps of today, null where one is gone or says something else. */
  unchanged(files: readonly FileState[]): readonly FileState[] | null {
    const fresh: FileState[] = [];
    let same = true;
    for (const file of files) {
      if (!this.workspace.has(file.path)) return null;
      if (file.stamp !== '' && this.workspace.stamp(file.path) === file.stamp) {
        fresh.push(file);
        continue;
      }
      if (digestOf(this.workspace, file.path) !== file.sha256) return null;
      const stamp = this.lasting(file.path);
      if (stamp !== file.stamp) same = false;
      fresh.push({ ...file, stamp });
    }
    return same ? files : fresh;
  }

  /** A file as it stood when the book was listed: it is not read as anything else. */
  state(path: string, sha256: string): FileState {
    return { path, stamp: this.lasting(path), sha256 };
  }

  /** Empty where the file changed too lately. */
  private lasting(path: string): string {
    const changed = this.workspace.changedAt?.(path) ?? Number.POSITIVE_INFINITY;
    return changed > this.now - RACY ? '' : this.workspace.stamp(path);
  }
}

function inFolder(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`);
}

function isLedgerFile(path: string): boolean {
  return LEDGER_FOLDERS.some((folder) => inFolder(path, folder));
}

/** Settings, registers, org chart. */
function registersDigest(workspace: Workspace): string {
  const digest = createHash('sha256');
  for (const path of workspace.paths) {
    if (isLedgerFile(path) || ['seals', 'imports', 'templates'].some((folder) => inFolder(path, folder))) continue;
    digest.update(JSON.stringify([path, digestOf(workspace, path)]));
  }
  return digest.update(JSON.stringify(workspace.outside)).digest('hex');
}
