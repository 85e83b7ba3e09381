// What was recorded here last, so that it can be taken back while its day is open.

import path from 'node:path';
import type { Added } from './append.js';
import { hashOf } from './commit.js';
import { OWN_FOLDER } from './lock.js';
import { bytesOf } from './overlay.js';
import type { Turn } from './session.js';

const FILE = 'recorded.json';
/** How many documents back one can go. */
const KEPT = 50;

export interface Remembered {
  readonly parts: readonly {
    readonly file: string;
    readonly from: number;
    readonly to: number;
    readonly sha: string;
  }[];
}

/** Notes what is about to be added. Should it not come to that, the note fits no file and is passed over. */
export function remember(turn: Turn, added: readonly Pick<Added, 'file' | 'from' | 'to'>[]): void {
  // Documents that went into one file stand there one after the other and are one piece of it.
  const ranges = new Map<string, { from: number; to: number }>();
  for (const { file, from, to } of added) ranges.set(file, { from: ranges.get(file)?.from ?? from, to });
  const parts = [...ranges].map(([file, { from, to }]) => ({
    file,
    from,
    to,
    sha: hashOf(bytesOf(turn.workspace, file).subarray(from, to)),
  }));
  store(turn, [...remembered(turn), { parts }].slice(-KEPT));
}

function store(turn: Turn, list: readonly Remembered[]): void {
  const folder = path.join(turn.root, OWN_FOLDER);
  const draft = path.join(folder, `${FILE}.new`);
  turn.disk.write(draft, new TextEncoder().encode(`${JSON.stringify(list)}\n`));
  turn.disk.rename(draft, path.join(folder, FILE));
}

export function remembered(turn: Turn): Remembered[] {
  const bytes = turn.disk.read(path.join(turn.root, OWN_FOLDER, FILE));
  if (bytes === null) return [];
  try {
    const read: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return Array.isArray(read) ? read.flatMap(entryOf) : [];
  } catch {
    // Only a convenience: what cannot be read any more cannot be taken back by itself.
    return [];
  }
}

function entryOf(entry: unknown): Remembered[] {
  const parts: unknown = typeof entry === 'object' && entry !== null ? Reflect.get(entry, 'parts') : null;
  if (!Array.isArray(parts)) return [];
  const made = parts.flatMap((part: unknown) => {
    if (typeof part !== 'object' || part === null) return [];
    const file: unknown = Reflect.get(part, 'file');
    const from: unknown = Reflect.get(part, 'from');
    const to: unknown = Reflect.get(part, 'to');
    const sha: unknown = Reflect.get(part, 'sha');
    return typeof file === 'string' && typeof from === 'number' && typeof to === 'number' && typeof sha === 'string'
      ? [{ file, from, to, sha }]
      : [];
  });
  return made.length === parts.length ? [{ parts: made }] : [];
}

/** What can be taken back now: the last one whose rows still stand at the end of their files. */
export function lastRecorded(turn: Turn): Remembered | null {
  const { workspace } = turn;
  const list = remembered(turn);
  for (let at = list.length - 1; at >= 0; at--) {
    const entry = list[at]!;
    const stands = entry.parts.map(({ file, from, to, sha }) => {
      if (!workspace.has(file)) return 'never';
      const bytes = bytesOf(workspace, file);
      if (hashOf(bytes.subarray(from, to)) !== sha) return 'never';
      return bytes.length === to ? 'last' : 'covered';
    });
    if (stands.includes('never')) continue;
    return stands.includes('covered') ? null : entry;
  }
  return null;
}

/** Takes it back: the files are as they were before it. */
export function takeBack(turn: Turn, { parts }: Remembered): void {
  for (const { file, from } of [...parts].reverse()) {
    turn.put(file, from === 0 ? null : bytesOf(turn.workspace, file).slice(0, from));
  }
  store(
    turn,
    remembered(turn).filter((entry) => JSON.stringify(entry.parts) !== JSON.stringify(parts)),
  );
}
