// A pinned file as it is now: which of its lines were touched since, and of which closed day they are.

import { describe, expect, test } from 'vitest';
import { lineDigests, sha256 } from '../../src/seal/canonical.js';
import type { ChainLink } from '../../src/seal/chain.js';
import { hold, pinsOf } from '../../src/seal/pins.js';
import { memoryWorkspace } from '../../src/source/workspace.js';
import { day } from './book.js';

const FILE = 'stock/a.csv';
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const rows = (from: number, to: number): string[] => Array.from({ length: to - from + 1 }, (_, n) => `row ${from + n}`);
const textOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

/** A link of the chain that pins a file up to its n-th line, where the one before pinned fewer. */
function link(date: string, text: string, before = ''): ChainLink {
  const bytes = encode(text);
  const lines = Buffer.from(lineDigests(bytes, encode(before).length, bytes.length)).toString('base64');
  const files = [{ path: FILE, bytes: bytes.length, sha256: sha256(bytes), lines }];
  const statement = { path: '', sha256: '' };
  const seal = { date: day(date), previous: null, closedBy: '', closedAt: '', files, statement, accepted: [] };
  return { file: `seals/${date}.json`, seal, digest: '' };
}

/** Lines 0 to 3 are sealed on the 11th, 4 to 6 on the 12th. */
const first = textOf(rows(0, 3));
const sealed = textOf(rows(0, 6));
const links = [link('2022-01-11', first), link('2022-01-12', sealed, first)];

/** What is found of a file: the differences as `kind line[×count]@day`, and how many lines are what was sealed. */
function held(text: string | null, chain: readonly ChainLink[] = links): string[] {
  const pin = pinsOf(chain).get(FILE)!;
  const { differences, sealedLines } = hold(memoryWorkspace(text === null ? {} : { [FILE]: text }), pin);
  const told = differences.map((one) => {
    const count = one.kind === 'removed' ? `×${one.count}` : '';
    return `${one.kind} ${one.line}${count}@${one.date - day('2022-01-01') + 1}`;
  });
  return [...told, `to ${sealedLines}`];
}

const changed = (change: (lines: string[]) => void): string => {
  const lines = rows(0, 6);
  change(lines);
  return textOf(lines);
};

describe('the pins of two seals', () => {
  test('are one: the bytes of the later, and the lines of both', () => {
    const pin = pinsOf(links).get(FILE)!;
    expect(pin).toMatchObject({ path: FILE, bytes: sealed.length, sha256: sha256(encode(sealed)) });
    expect(pin.lines).toEqual(pinsOf([link('2022-01-12', sealed)]).get(FILE)?.lines);
    expect(pin.seals).toEqual([
      { fromLine: 0, date: day('2022-01-11') },
      { fromLine: 4, date: day('2022-01-12') },
    ]);
  });
});

describe('a file that is pinned', () => {
  test('is as it was, whatever is added behind', () => {
    expect(held(sealed)).toEqual(['to 7']);
    expect(held(`${sealed}row 7\nrow 8\n`)).toEqual(['to 7']);
  });

  test('is gone', () => {
    expect(held(null)).toEqual(['missing 0@11', 'to 0']);
  });

  test('has a line that was changed, of the day that sealed it', () => {
    expect(held(changed((lines) => lines.splice(1, 1, 'other')))).toEqual(['changed 1@11', 'to 7']);
    expect(held(changed((lines) => lines.splice(3, 1, 'other')))).toEqual(['changed 3@11', 'to 7']);
    expect(held(changed((lines) => lines.splice(4, 1, 'other')))).toEqual(['changed 4@12', 'to 7']);
  });

  test('has several that were changed, each named', () => {
    const text = changed((lines) => lines.splice(3, 2, 'other', 'another'));
    expect(held(text)).toEqual(['changed 3@11', 'changed 4@12', 'to 7']);
    const apart = changed((lines) => {
      lines.splice(1, 1, 'other');
      lines.splice(5, 1, 'another');
    });
    expect(held(apart)).toEqual(['changed 1@11', 'changed 5@12', 'to 7']);
  });

  test('has lines that were put in', () => {
    expect(held(changed((lines) => lines.splice(2, 0, 'new')))).toEqual(['inserted 2@11', 'to 8']);
    expect(held(changed((lines) => lines.splice(5, 0, 'new', 'newer')))).toEqual([
      'inserted 5@12',
      'inserted 6@12',
      'to 9',
    ]);
  });

  test('has lost lines, which are counted where they stood', () => {
    expect(held(changed((lines) => lines.splice(1, 2)))).toEqual(['removed 1×2@11', 'to 5']);
    expect(held(changed((lines) => lines.splice(4, 1)))).toEqual(['removed 4×1@12', 'to 6']);
  });

  test('has lost more than stands in their place', () => {
    expect(held(changed((lines) => lines.splice(1, 3, 'other')))).toEqual(['changed 1@11', 'removed 2×2@11', 'to 5']);
    expect(held(changed((lines) => lines.splice(3, 3, 'other')))).toEqual(['changed 3@11', 'removed 4×2@12', 'to 5']);
  });

  test('has more in the place of fewer', () => {
    expect(held(changed((lines) => lines.splice(1, 1, 'other', 'more')))).toEqual([
      'changed 1@11',
      'inserted 2@11',
      'to 8',
    ]);
  });

  test('was cut off: what is gone is told at its last line', () => {
    expect(held(textOf(rows(0, 4)))).toEqual(['removed 4×2@12', 'to 5']);
    expect(held('')).toEqual(['removed 0×7@11', 'to 0']);
  });

  test('was changed at its end and then went on', () => {
    const text = `${changed((lines) => lines.splice(6, 1, 'other'))}row 7\n`;
    expect(held(text)).toEqual(['changed 6@12', 'to 7']);
  });

  test('lost its last newline: no line shows it, and it is a difference', () => {
    expect(held(sealed.slice(0, -1))).toEqual(['unknown 0@11', 'to 7']);
  });

  test('is compared beyond a stretch of hundreds that were put in', () => {
    const put = Array.from({ length: 300 }, (_, n) => `new ${n}`);
    expect(held(changed((lines) => lines.splice(2, 0, ...put))).slice(-2)).toEqual(['inserted 301@11', 'to 307']);
  });

  test('is compared over four hundred lines and no more', () => {
    const put = Array.from({ length: 401 }, (_, n) => `new ${n}`);
    const within = held(changed((lines) => lines.splice(2, 0, ...put.slice(1))));
    expect([within[0], within.length]).toEqual(['inserted 2@11', 401]);
    expect(held(changed((lines) => lines.splice(2, 0, ...put)))[0]).toBe('changed 2@11');
  });

  test('was written anew from a line on', () => {
    expect(held(changed((lines) => lines.splice(5, 2, 'other', 'another')))).toEqual([
      'changed 5@12',
      'changed 6@12',
      'to 7',
    ]);
    expect(held(changed((lines) => lines.splice(5, 2, 'other')))).toEqual(['changed 5@12', 'removed 5×1@12', 'to 6']);
  });

  test('is told as changed to its end where no line is found again', () => {
    const put = Array.from({ length: 500 }, (_, n) => `new ${n}`);
    const found = held(changed((lines) => lines.splice(2, 0, ...put)));
    expect(found).toEqual(['changed 2@11', 'changed 3@11', 'changed 4@12', 'changed 5@12', 'changed 6@12', 'to 7']);
  });
});
