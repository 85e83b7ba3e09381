// Puts changes on disk: one file by a single rename, several by a journal that the next command completes.

import { createHash, randomUUID } from 'node:crypto';
import path from 'node:path';
import { PENDING_FILE } from '../source/workspace.js';
import { type Disk, systemCode } from './disk.js';
import { Refused, refuse } from './fault.js';
import { type Lock, OWN_FOLDER } from './lock.js';
import { placeWithin } from './within.js';

/** A file as it shall be; null: it shall be gone. */
export interface Change {
  readonly file: string;
  readonly bytes: Uint8Array | null;
}

const TEMPORARY = '.taizhang-';
const JOURNAL = path.posix.basename(PENDING_FILE);

interface Step {
  /** Relative to the book; null where the target is removed. */
  readonly temporary: string | null;
  readonly file: string;
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Applies all changes or none. Throws `Refused` where the disk does not let us. */
export function commit(disk: Disk, root: string, lock: Lock, changes: readonly Change[]): void {
  if (changes.length === 0) return;
  const written: string[] = [];
  let current = changes[0]!.file;
  let steps: Step[];
  try {
    steps = changes.map(({ file, bytes }) => {
      current = file;
      const target = placeWithin(disk, root, file);
      if (bytes === null) return { temporary: null, file };
      const folder = path.dirname(target);
      makeFolder(disk, root, folder);
      const name = `${TEMPORARY}${randomUUID()}`;
      const temporary = path.join(folder, name);
      written.push(temporary);
      disk.write(temporary, bytes);
      disk.sync(temporary);
      // Beside what it replaces, which a link may have put into another folder than its name says.
      const home = disk.realPath(root) ?? root;
      return { temporary: path.relative(home, temporary).split(path.sep).join('/'), file };
    });
    lock.confirm();
  } catch (error) {
    for (const temporary of written) quietly(() => disk.remove(temporary));
    throw asRefusal(error, current, 'disk');
  }
  if (steps.length === 1) applyOne(disk, root, steps[0]!);
  else applyAll(disk, root, steps, written);
}

function makeFolder(disk: Disk, root: string, folder: string): void {
  const missing: string[] = [];
  for (let at = folder; disk.realPath(at) === null && at.length > root.length; at = path.dirname(at)) missing.push(at);
  if (missing.length === 0) return;
  disk.makeFolder(folder);
  for (const made of missing) disk.syncFolder(path.dirname(made));
}

function applyOne(disk: Disk, root: string, step: Step): void {
  const target = placeWithin(disk, root, step.file);
  try {
    move(disk, root, step, target);
  } catch (error) {
    if (step.temporary !== null) quietly(() => disk.remove(path.join(root, step.temporary ?? '')));
    throw asRefusal(error, step.file, 'disk');
  }
  try {
    disk.syncFolder(path.dirname(target));
  } catch (error) {
    throw asRefusal(error, step.file, 'unconfirmed');
  }
}

function move(disk: Disk, root: string, { temporary }: Step, target: string): void {
  if (temporary === null) disk.remove(target);
  else disk.rename(path.join(root, temporary), target);
}

function applyAll(disk: Disk, root: string, steps: readonly Step[], written: readonly string[]): void {
  const own = path.join(root, OWN_FOLDER);
  const draft = path.join(own, `${JOURNAL}.new`);
  const journal = path.join(own, JOURNAL);
  try {
    disk.write(draft, new TextEncoder().encode(`${JSON.stringify({ steps })}\n`));
    disk.sync(draft);
    disk.rename(draft, journal);
  } catch (error) {
    for (const temporary of [draft, ...written]) quietly(() => disk.remove(temporary));
    throw asRefusal(error, steps[0]!.file, 'disk');
  }
  // From here on it is decided: whatever happens, these changes will be made.
  try {
    disk.syncFolder(own);
    complete(disk, root, steps);
  } catch (error) {
    throw asRefusal(error, steps[0]!.file, 'unfinished');
  }
}

function complete(disk: Disk, root: string, steps: readonly Step[]): void {
  const folders = new Set<string>();
  for (const step of steps) {
    const target = placeWithin(disk, root, step.file);
    if (step.temporary !== null) mustBeOurs(disk, root, step.temporary, target);
    folders.add(path.dirname(target));
    // A temporary file that is gone was moved before we were stopped.
    if (step.temporary !== null && disk.read(path.join(root, step.temporary)) === null) continue;
    move(disk, root, step, target);
  }
  for (const folder of folders) disk.syncFolder(folder);
  const own = path.join(root, OWN_FOLDER);
  disk.remove(path.join(own, JOURNAL));
  disk.syncFolder(own);
}

/** Only what the writer itself has put beside a file is ever moved there: a journal may come from anywhere. */
function mustBeOurs(disk: Disk, root: string, temporary: string, target: string): void {
  const ours = path.basename(temporary).startsWith(TEMPORARY);
  const beside = path.dirname(placeWithin(disk, root, temporary)) === path.dirname(target);
  if (!ours || !beside) refuse({ kind: 'outside', file: temporary });
}

/** Whether a change of several files was decided and stopped half-way. */
export function isUnfinished(disk: Disk, root: string): boolean {
  return disk.read(path.join(root, OWN_FOLDER, JOURNAL)) !== null;
}

/** Completes what was decided, and clears away what was not. Only under the lock. */
export function recover(disk: Disk, root: string, folders: readonly string[], inherited: boolean): void {
  const bytes = disk.read(path.join(root, OWN_FOLDER, JOURNAL));
  if (bytes !== null) complete(disk, root, stepsIn(bytes));
  if (!inherited && bytes === null) return;
  for (const folder of folders) sweep(disk, path.join(root, folder), 0);
}

function sweep(disk: Disk, folder: string, depth: number): void {
  for (const name of disk.list(folder)) {
    const file = path.join(folder, name);
    if (name.startsWith(TEMPORARY)) quietly(() => disk.remove(file));
    else if (depth < 8 && !name.includes('.') && disk.realPath(file) === file) sweep(disk, file, depth + 1);
  }
}

function journalIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return refuse({ kind: 'disk', file: PENDING_FILE, code: 'EBADMSG' });
  }
}

function stepsIn(bytes: Uint8Array): Step[] {
  const read = journalIn(bytes);
  const steps: unknown = typeof read === 'object' && read !== null ? Reflect.get(read, 'steps') : null;
  if (!Array.isArray(steps)) return [];
  return steps.flatMap((step: unknown): Step[] => {
    if (typeof step !== 'object' || step === null) return [];
    const file: unknown = Reflect.get(step, 'file');
    const temporary: unknown = Reflect.get(step, 'temporary');
    if (typeof file !== 'string') return [];
    return [{ file, temporary: typeof temporary === 'string' ? temporary : null }];
  });
}

function quietly(act: () => void): void {
  try {
    act();
  } catch (error) {
    // What is left over is swept away by the next writer.
    if (systemCode(error) === null) throw error;
  }
}

/** What the system said, as a fault; an error of our own stays what it is. */
export function asRefusal(error: unknown, file: string, kind: 'disk' | 'unconfirmed' | 'unfinished'): unknown {
  const code = systemCode(error);
  return code === null || error instanceof Refused ? error : new Refused({ kind, file, code });
}
