// From places to lines and columns: of anything that can be told of a file, in the order in which it is told.

import { describe, expect, test } from 'vitest';
import type { Diagnostic, Finding, Place, Span } from '../../src/core/finding.js';
import type { Slug } from '../../src/core/slugs.js';
import { type Excerpt, type KnownPlaces, locate } from '../../src/source/locate.js';
import { characters, LONG, LongLine } from '../../src/source/longline.js';
import { memoryWorkspace, type Workspace } from '../../src/source/workspace.js';

const tell = () => ({ message: 'm', hint: 'h' });

function finding(at: Place, code: Slug = 'value/date', related: readonly Place[] = []): Finding {
  return { code, at, tell, related: related.map((place) => ({ at: place, tell: () => 'see' })) };
}

function spanned({ file, line, column, endLine, endColumn }: Span): string {
  return `${file}:${line}:${column}-${endLine}:${endColumn}`;
}

const all = () => 'error' as const;

/** Where places stand, one by one. */
function spots(workspace: Workspace, ...places: readonly Place[]): string[] {
  return places.flatMap((place) => locate(workspace, [finding(place)], all).map(({ at }) => spanned(at)));
}

const text = '甲,乙\r\n一, 二 ,"三"\n\n四';
const book = memoryWorkspace({ 'a.csv': text, 'b.yaml': text });
const bytes = (start: number, end: number, file = 'a.csv'): Place => ({ kind: 'bytes', file, start, end });
const line = (number: number, file = 'a.csv'): Place => ({ kind: 'line', file, line: number });
const record = (at: number, file = 'a.csv'): Place => ({ kind: 'record', file, record: at });
const cell = (at: number, index: number, file = 'a.csv'): Place => ({ kind: 'cell', file, record: at, cell: index });

describe('a place', () => {
  test('of bytes goes from a character to another, whichever lines they are on', () => {
    expect(spots(book, bytes(0, 3), bytes(3, 7), bytes(0, 9), bytes(9, 12), bytes(12, 26))).toEqual([
      'a.csv:1:1-1:2',
      'a.csv:1:2-1:4',
      'a.csv:1:1-2:1',
      'a.csv:2:1-2:2',
      'a.csv:2:2-4:1',
    ]);
    expect(spots(book, bytes(26, 29), bytes(29, 29), bytes(25, 25), bytes(24, 24))).toEqual([
      'a.csv:4:1-4:2',
      'a.csv:4:2-4:2',
      'a.csv:3:1-3:1',
      'a.csv:2:10-2:10',
    ]);
  });

  test('of a line is all of it without its end; of a line that is not there the end of the file', () => {
    expect(spots(book, line(1), line(2), line(3), line(4), line(5), line(99))).toEqual([
      'a.csv:1:1-1:4',
      'a.csv:2:1-2:10',
      'a.csv:3:1-3:1',
      'a.csv:4:1-4:2',
      'a.csv:4:2-4:2',
      'a.csv:4:2-4:2',
    ]);
  });

  test('of a record is its first line, of a cell the ink in it or the quotes around it', () => {
    expect(spots(book, record(9), cell(9, 0), cell(9, 1), cell(9, 2), cell(9, 3), cell(0, 1))).toEqual([
      'a.csv:2:1-2:10',
      'a.csv:2:1-2:2',
      'a.csv:2:4-2:5',
      'a.csv:2:7-2:10',
      'a.csv:2:10-2:10',
      'a.csv:1:3-1:4',
    ]);
  });

  test('of a blank cell is the blanks, of an empty one where it would stand', () => {
    const blank = memoryWorkspace({ 'a.csv': 'a,b,c\n  ,,\u3000x\u3000\n' });
    expect(spots(blank, cell(6, 0), cell(6, 1), cell(6, 2))).toEqual([
      'a.csv:2:1-2:3',
      'a.csv:2:4-2:4',
      'a.csv:2:6-2:7',
    ]);
  });

  test('in a cell of what is no table is the end of its line', () => {
    expect(spots(book, cell(9, 0, 'b.yaml'))).toEqual(['b.yaml:2:10-2:10']);
    const upper = memoryWorkspace({ 'a.CSV': 'a,b\n1,2\n' });
    expect(spots(upper, cell(4, 1, 'a.CSV'))).toEqual(['a.CSV:2:3-2:4']);
  });

  test('of a file is its beginning, also of one that is not there; a place known by line and column stays that', () => {
    const span = { file: 'gone.csv', line: 7, column: 3, endLine: 8, endColumn: 9 };
    expect(spots(book, { kind: 'file', file: 'a.csv' }, { kind: 'file', file: 'gone.csv' })).toEqual([
      'a.csv:1:1-1:1',
      'gone.csv:1:1-1:1',
    ]);
    expect(spots(book, bytes(5, 9, 'gone.csv'), { kind: 'span', span })).toEqual([
      'gone.csv:1:1-1:1',
      'gone.csv:7:3-8:9',
    ]);
  });

  test('is found behind others and before them alike', () => {
    const places = [bytes(26, 29), bytes(0, 3), line(2), bytes(9, 12), line(4), cell(9, 1)];
    const together = locate(
      book,
      places.map((place) => finding(place)),
      all,
    ).map(({ at }) => spanned(at));
    expect(together.toSorted()).toEqual(spots(book, ...places).toSorted());
  });

  test('in bytes of no encoding is where they stand', () => {
    const broken = memoryWorkspace({ 'a.csv': Uint8Array.of(0x61, 0x0a, 0xff, 0xff, 0x0a, 0x62) });
    expect(spots(broken, bytes(5, 6))).toEqual(['a.csv:3:1-3:2']);
  });
});

describe('what is shown of a finding', () => {
  const excerpts = (workspace: Workspace, ...places: readonly Place[]) =>
    places.flatMap((place) =>
      locate(workspace, [finding(place)], all).map(({ excerpt, excerptFrom }) => [excerpt, excerptFrom]),
    );

  test('is its line without its end', () => {
    expect(excerpts(book, bytes(0, 3), line(2), line(3), line(4))).toEqual([
      ['甲,乙', undefined],
      ['一, 二 ,"三"', undefined],
      ['', undefined],
      ['四', undefined],
    ]);
  });

  test('is nothing where there is no such line or no such file', () => {
    const span = { file: 'a.csv', line: 9, column: 1, endLine: 9, endColumn: 1 };
    expect(excerpts(book, { kind: 'span', span }, { kind: 'file', file: 'gone.csv' })).toEqual([
      ['', undefined],
      [null, undefined],
    ]);
  });

  test('is all of a line as long as it is not very long, and what is around the place on one that is', () => {
    const shown = (length: number, at: number) =>
      excerpts(memoryWorkspace({ 'a.csv': `${'x'.repeat(length - 1)}y\nz` }), bytes(at, at + 1))[0];
    expect(shown(LONG, 100)).toEqual([`${'x'.repeat(LONG - 1)}y`, undefined]);
    expect(shown(LONG + 1, 100)).toEqual([`${'x'.repeat(LONG)}y`, 0]);
    expect(shown(10 * LONG, 5 * LONG + 7)).toEqual(['x'.repeat(4 * LONG), 4 * LONG]);
    expect(shown(10 * LONG, 10 * LONG - 1)).toEqual([`${'x'.repeat(2 * LONG - 1)}y`, 8 * LONG]);
  });
});

describe('findings', () => {
  test('come in the order of files, lines, columns and names', () => {
    const other = memoryWorkspace({ 'a.csv': 'a,b\n1,2\n', 'B.csv': 'a\n1\n' });
    const found = [
      finding(cell(4, 1), 'value/quantity'),
      finding(line(1, 'B.csv')),
      finding(cell(4, 1), 'value/date'),
      finding(cell(4, 0), 'value/unit'),
      finding(bytes(2, 3)),
      finding({ kind: 'file', file: 'a.csv' }, 'file/encoding'),
    ];
    expect(locate(other, found, all).map(({ at, code }) => `${at.file}:${at.line}:${at.column} ${code}`)).toEqual([
      'B.csv:1:1 value/date',
      'a.csv:1:1 file/encoding',
      'a.csv:1:3 value/date',
      'a.csv:2:1 value/unit',
      'a.csv:2:3 value/date',
      'a.csv:2:3 value/quantity',
    ]);
  });

  test('of a check that is switched off are not told, others as gravely as is set', () => {
    const found = [finding(line(1), 'value/date'), finding(line(2), 'value/unit'), finding(line(4), 'value/quantity')];
    const told = locate(book, found, ({ code }) =>
      code === 'value/date' ? null : code === 'value/unit' ? 'error' : 'warning',
    );
    expect(told.map(({ code, severity }) => [code, severity])).toEqual([
      ['value/unit', 'error'],
      ['value/quantity', 'warning'],
    ]);
  });

  test('keep their words, their figures and what they have to do with', () => {
    const figures = ['5', '6'];
    const [one, two] = locate(
      book,
      [{ ...finding(line(1)), figures }, finding(line(2), 'value/date', [line(4), bytes(0, 3)])],
      all,
    );
    expect(one).toMatchObject({ figures, related: [] });
    expect(one?.tell).toBe(tell);
    expect('figures' in (two ?? {})).toBe(false);
    expect(two?.related.map(({ at, tell }) => `${spanned(at)} ${tell('en')}`)).toEqual([
      'a.csv:4:1-4:2 see',
      'a.csv:1:1-1:2 see',
    ]);
  });

  test('open each file once, and close it', () => {
    const log: string[] = [];
    const watched: Workspace = {
      ...book,
      open(file) {
        log.push(`open ${file}`);
        return { ...book.open(file), close: () => log.push(`close ${file}`) };
      },
    };
    locate(
      watched,
      [finding(line(1)), finding(line(2)), finding(line(1, 'gone.csv')), finding(line(2, 'gone.csv'))],
      all,
    );
    expect(log).toEqual(['open a.csv', 'close a.csv']);
  });
});

describe('what is known from before', () => {
  function remembering(): KnownPlaces & { readonly log: string[] } {
    const spans = new Map<string, Span>();
    const excerpts = new Map<string, Excerpt>();
    const log: string[] = [];
    return {
      log,
      span: (place) => spans.get(JSON.stringify(place)) ?? null,
      excerpt: (at) => excerpts.get(JSON.stringify(at)) ?? null,
      learn(place, span) {
        log.push(spanned(span));
        spans.set(JSON.stringify(place), span);
      },
      learnExcerpt(at, excerpt) {
        log.push(String(excerpt.excerpt));
        excerpts.set(JSON.stringify(at), excerpt);
      },
    };
  }

  test('is not looked for again, and its file is not opened', () => {
    const known = remembering();
    const found = [finding(cell(9, 1), 'value/date', [line(4)])];
    const first: Diagnostic[] = locate(book, found, all, known);
    expect(known.log).toEqual(['a.csv:2:4-2:5', 'a.csv:4:1-4:2', '一, 二 ,"三"']);
    const shut: Workspace = {
      ...book,
      open() {
        throw new Error('not again');
      },
    };
    expect(locate(shut, found, all, known)).toEqual(first);
    expect(known.log).toHaveLength(3);
  });

  test('is nothing of what has no file', () => {
    const known = remembering();
    locate(book, [finding(line(3, 'gone.csv'))], all, known);
    expect(known.log).toEqual([]);
  });
});

describe('a very long line', () => {
  const units = ['a', 'é', '长', '😀'];
  const long = Array.from({ length: 9000 }, (_, n) => units[(n * 7 + (n >> 5)) % 4] ?? '').join('');
  const bytesOf = new TextEncoder().encode(`前\n${long}\n后`);
  const start = 4;
  const stop = bytesOf.length - 4;
  const offsets = (() => {
    const all: number[] = [];
    let at = start;
    for (const unit of long) {
      all.push(at);
      at += Buffer.byteLength(unit);
    }
    return [...all, at];
  })();

  test('has each of its characters where counting from its start finds it, in whatever order they are asked for', () => {
    const forwards = new LongLine(bytesOf, start, stop);
    const backwards = new LongLine(bytesOf, start, stop);
    for (let n = 0; n < offsets.length; n += 61) {
      expect([n, forwards.charactersTo(offsets[n] ?? -1)]).toEqual([n, n]);
      expect([n, forwards.offsetOf(n)]).toEqual([n, offsets[n]]);
      const last = offsets.length - 1 - n;
      expect([last, backwards.offsetOf(last)]).toEqual([last, offsets[last]]);
      expect([last, backwards.charactersTo(offsets[last] ?? -1)]).toEqual([last, last]);
    }
    expect(forwards.offsetOf(offsets.length + 5)).toBe(stop);
  });

  test('is shown a block before a place and two behind it, and neighbours are shown the same', () => {
    const line = new LongLine(bytesOf, start, stop);
    for (const block of [0, 1, 2, Math.floor((stop - start) / LONG)]) {
      const shown = line.around(start + block * LONG + 5);
      expect(line.around(start + block * LONG + 9)).toBe(shown);
      const from = characters(bytesOf, start, start + Math.max(0, block - 1) * LONG);
      const to = characters(bytesOf, start, Math.min(stop, start + (block + 3) * LONG));
      expect(shown).toEqual({ from, text: [...long].slice(from, to).join('') });
    }
  });

  test('has its places counted like any other', () => {
    const workspace = memoryWorkspace({ 'a.csv': bytesOf });
    const places = [0, 1, 50, 4000, 8999].map((n) => bytes(offsets[n] ?? 0, offsets[n + 1] ?? 0));
    expect(spots(workspace, ...places)).toEqual([0, 1, 50, 4000, 8999].map((n) => `a.csv:2:${n + 1}-2:${n + 2}`));
    expect(spots(workspace, bytes(stop + 1, stop + 4))).toEqual(['a.csv:3:1-3:2']);
  });
});
