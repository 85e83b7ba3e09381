// One writer a book, also from two machines on a shared folder, and no lock outlives its process.
//
// A lock is a numbered file `.taizhang/lock-<n>` that says who holds it. Who wants it makes the next number, which the
// file system grants to one process only, and then looks around once more: while anybody else alive has a number it
// steps back. Since everybody makes a number first and looks afterwards, two can never both go on.

import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import type { Disk } from './disk.js';
import { refuse } from './fault.js';

/** The folder of the writer's own files; it tells git to look away from itself. */
export const OWN_FOLDER = '.taizhang';
/** How long a holder on another machine may be silent before it counts as gone. */
export const LEASE_MS = 60_000;
const WAIT_MS = 90_000;

interface Holder {
  readonly token: string;
  readonly host: string;
  /** The machine as it is running now: another boot, another container, another value. */
  readonly machine: string;
  readonly pid: number;
  /** When the process began, so that a number that is used again is not taken for it. */
  readonly started: string;
}

export interface Lock {
  /** Shows others that we are alive; throws where the lock was taken over meanwhile. */
  confirm(): void;
  release(): void;
  /** Whether the writer before us ended without letting go: then there may be something to tidy up. */
  readonly inherited: boolean;
}

function textOf(act: () => string): string {
  try {
    return act().trim();
  } catch {
    return '';
  }
}

const processStart = (pid: number | 'self'): string =>
  // The 22nd field counts after the name, which may hold blanks and brackets.
  textOf(() => readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, '').split(' ')[20] ?? '');

function here(): Omit<Holder, 'token'> {
  const parts = [
    hostname(),
    textOf(() => readFileSync('/etc/machine-id', 'utf8')),
    textOf(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')),
    textOf(() => readlinkSync('/proc/self/ns/pid')),
  ];
  const machine = createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 24);
  return { host: hostname(), machine, pid: process.pid, started: processStart('self') };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function parseHolder(bytes: Uint8Array | null): Holder | null {
  if (bytes === null) return null;
  try {
    const read: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof read !== 'object' || read === null) return null;
    const text = (key: string): string => {
      const value: unknown = Reflect.get(read, key);
      return typeof value === 'string' ? value : '';
    };
    const pid: unknown = Reflect.get(read, 'pid');
    return {
      token: text('token'),
      host: text('host'),
      machine: text('machine'),
      pid: typeof pid === 'number' ? pid : 0,
      started: text('started'),
    };
  } catch {
    return null;
  }
}

const encode = (holder: Holder): Uint8Array => new TextEncoder().encode(`${JSON.stringify(holder)}\n`);

function sleep(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

/** Waits for the lock of the book at `root` and takes it; refuses where the wait is too long. */
export function takeLock(disk: Disk, root: string, waitMs = WAIT_MS): Lock {
  const folder = path.join(root, OWN_FOLDER);
  // Through a link that somebody has put here, our files would land elsewhere.
  const home = disk.realPath(root) ?? root;
  const real = disk.realPath(folder);
  if (real === null ? disk.list(root).includes(OWN_FOLDER) : real !== path.join(home, OWN_FOLDER)) {
    refuse({ kind: 'outside', file: OWN_FOLDER });
  }
  disk.makeFolder(folder);
  const ignore = path.join(folder, '.gitignore');
  if (disk.read(ignore) === null) disk.write(ignore, new TextEncoder().encode('*\n'));
  const me: Holder = { ...here(), token: randomUUID() };
  const candidate = path.join(folder, `candidate-${me.token}`);
  const others = (mine: string): Other[] => livingLocks(disk, folder, mine, candidate, me);
  const deadline = Date.now() + waitMs;
  disk.write(candidate, encode(me));
  try {
    for (;;) {
      const [ahead] = others('');
      if (ahead === undefined) {
        const numbers = lockNumbers(disk, folder);
        const mine = path.join(folder, `lock-${Math.max(0, ...numbers) + 1}`);
        if (disk.claim(candidate, mine)) {
          if (others(mine).length === 0) {
            const left = lockNumbers(disk, folder).map((n) => path.join(folder, `lock-${n}`));
            const abandoned = left.filter((file) => file !== mine);
            for (const file of abandoned) disk.remove(file);
            sweepCandidates(disk, folder, candidate);
            return held(disk, mine, me, abandoned.length > 0);
          }
          disk.remove(mine);
        }
      } else if (Date.now() > deadline) {
        refuse({ kind: 'locked', host: ahead.holder?.host ?? '', pid: ahead.holder?.pid ?? 0 });
      }
      sleep(2 + Math.random() * 20);
    }
  } finally {
    disk.remove(candidate);
  }
}

/** What processes that were killed while they waited have left: nobody waits for as long as that. */
function sweepCandidates(disk: Disk, folder: string, mine: string): void {
  const now = disk.writtenAt(mine) ?? 0;
  for (const name of disk.list(folder)) {
    if (!name.startsWith('candidate-')) continue;
    const file = path.join(folder, name);
    if (now - (disk.writtenAt(file) ?? now) > WAIT_MS * 4) disk.remove(file);
  }
}

interface Other {
  readonly file: string;
  readonly holder: Holder | null;
}

function lockNumbers(disk: Disk, folder: string): number[] {
  return disk.list(folder).flatMap((name) => {
    const number = /^lock-(\d+)$/.exec(name)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
}

function livingLocks(disk: Disk, folder: string, mine: string, candidate: string, me: Holder): Other[] {
  const found: Other[] = [];
  for (const number of lockNumbers(disk, folder)) {
    const file = path.join(folder, `lock-${number}`);
    if (file === mine) continue;
    const bytes = disk.read(file);
    if (bytes === null) continue;
    const holder = parseHolder(bytes);
    if (!isGone(disk, holder, file, candidate, me)) found.push({ file, holder });
  }
  return found;
}

function isGone(disk: Disk, holder: Holder | null, file: string, candidate: string, me: Holder): boolean {
  if (holder !== null && holder.machine === me.machine) {
    if (!isAlive(holder.pid)) return true;
    return holder.started !== '' && processStart(holder.pid) !== holder.started;
  }
  // Another machine: both times are by the clock of the shared disk, so no two clocks are compared.
  disk.write(candidate, encode(me));
  const now = disk.writtenAt(candidate);
  const then = disk.writtenAt(file);
  return now !== null && then !== null && now - then > LEASE_MS;
}

function held(disk: Disk, mine: string, me: Holder, inherited: boolean): Lock {
  const isMine = (): boolean => parseHolder(disk.read(mine))?.token === me.token;
  return {
    inherited,
    confirm() {
      // In place and without cutting it short: a lock that is taken away meanwhile must not come back by this.
      if (!isMine() || !disk.refresh(mine, encode(me))) refuse({ kind: 'overtaken' });
    },
    release() {
      if (isMine()) disk.remove(mine);
    },
  };
}
