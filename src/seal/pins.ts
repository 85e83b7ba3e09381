// What the seals pin of each file, and where a file is no longer what was pinned, line by line.

import type { Workspace } from '../source/workspace.js';
import { asNumbers, lineDigests, lineStarts, sha256 } from './canonical.js';
import { type ChainLink, canonicalFile } from './chain.js';

export interface Pin {
  readonly path: string;
  /** Canonical bytes from the start, and their digest. */
  readonly bytes: number;
  readonly sha256: string;
  /** The digest of every pinned line. */
  readonly lines: readonly number[];
  /** Seals that pin it, by the line (from 0) from which each one does. */
  readonly seals: readonly { readonly fromLine: number; readonly date: number }[];
}

/** How a pinned file differs: `line` counts from 0 in the file as it is now. */
export type Difference =
  | { readonly kind: 'changed' | 'inserted'; readonly line: number; readonly date: number }
  | { readonly kind: 'removed'; readonly line: number; readonly count: number; readonly date: number }
  | { readonly kind: 'missing' | 'unknown'; readonly line: 0; readonly date: number };

/** The pins of all seals together: a seal lists only what changed since the one before. */
export function pinsOf(links: readonly ChainLink[]): Map<string, Pin> {
  const pins = new Map<string, Pin>();
  for (const { seal } of links) {
    for (const { path, bytes, sha256, lines } of seal.files) {
      const before = pins.get(path);
      const digests = asNumbers(new Uint8Array(Buffer.from(lines, 'base64')));
      const known = before?.lines ?? [];
      pins.set(path, {
        path,
        bytes,
        sha256,
        lines: [...known, ...digests],
        seals: [...(before?.seals ?? []), { fromLine: known.length, date: seal.date }],
      });
    }
  }
  return pins;
}

function dateAt({ seals }: Pin, line: number): number {
  let date = 0;
  for (const seal of seals) if (seal.fromLine <= line) date = seal.date;
  return date;
}

export interface Held {
  readonly differences: readonly Difference[];
  /** Lines of the file, from 0, up to which it is what the seals speak of; rows after it are new. */
  readonly sealedLines: number;
  /** The file is what was pinned and nothing else: no row of it is new. */
  readonly whole: boolean;
}

/** Holds a file against its pin. */
export function hold(workspace: Workspace, pin: Pin): Held {
  if (!workspace.has(pin.path)) {
    return { differences: [{ kind: 'missing', line: 0, date: dateAt(pin, 0) }], sealedLines: 0, whole: false };
  }
  const bytes = canonicalFile(workspace, pin.path);
  if (sha256(bytes.subarray(0, pin.bytes)) === pin.sha256) {
    const sealedLines = lineStarts(bytes, 0, pin.bytes).length - 1;
    return { differences: [], sealedLines, whole: bytes.length === pin.bytes };
  }
  const now = asNumbers(lineDigests(bytes, 0, bytes.length));
  const { differences, matched } = compare(pin, now);
  // A difference that no line shows (a last line glued to another, say) is still a difference.
  if (differences.length === 0) {
    return { differences: [{ kind: 'unknown', line: 0, date: dateAt(pin, 0) }], sealedLines: matched, whole: false };
  }
  return { differences, sealedLines: matched, whole: false };
}

const REACH = 400;

/** The shortest way found from the pinned lines to those of the file, looking a few hundred lines ahead. */
function compare(pin: Pin, now: readonly number[]): { differences: Difference[]; matched: number } {
  const { lines } = pin;
  const differences: Difference[] = [];
  let was = 0;
  let is = 0;
  while (was < lines.length) {
    if (lines[was] === now[is]) {
      was++;
      is++;
      continue;
    }
    const [gone, come] = resync(lines, now, was, is);
    const both = Math.min(gone, come);
    for (let n = 0; n < both; n++) differences.push({ kind: 'changed', line: is + n, date: dateAt(pin, was + n) });
    for (let n = both; n < come; n++) differences.push({ kind: 'inserted', line: is + n, date: dateAt(pin, was) });
    if (gone > both) {
      const date = dateAt(pin, was + both);
      differences.push({
        kind: 'removed',
        line: Math.min(is + both, Math.max(0, now.length - 1)),
        count: gone - both,
        date,
      });
    }
    was += gone;
    is += come;
  }
  return { differences, matched: is };
}

/** How many pinned lines are gone and how many others stand in their place until both agree again. */
function resync(lines: readonly number[], now: readonly number[], was: number, is: number): [number, number] {
  for (let reach = 1; reach <= REACH; reach++) {
    for (let gone = 0; gone <= reach; gone++) {
      const come = reach - gone;
      if (was + gone < lines.length && lines[was + gone] === now[is + come]) return [gone, come];
    }
  }
  // To the end of what was pinned: as many lines as there are were changed, the rest are gone.
  const gone = lines.length - was;
  return [gone, Math.min(gone, now.length - is)];
}
