// The careful half of the CSV reader: one record between two places, whatever stands around it.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isConflictMarker, NEED_MORE, parseRecord } from '../../src/source/csv/odd.js';

const soup = fc.string({ unit: fc.constantFrom('a', 'b', '"', '"', ',', '\n', '\r', '\r\n', ' '), maxLength: 24 });
const around = fc.constantFrom('', '"', '""', ',', '\n', '\r', '\r\n', 'a', ',,,,,,', '",', 'x"\n');

describe('a record', () => {
  test('has nothing to do with what stands before it and behind the end', () => {
    const run = fc.record({ text: soup, before: around, behind: around, final: fc.boolean(), multiline: fc.boolean() });
    fc.assert(
      fc.property(run, fc.integer({ min: 1, max: 4 }), ({ text, before, behind, final, multiline }, width) => {
        const alone = new TextEncoder().encode(text);
        const within = new TextEncoder().encode(before + text + behind);
        const from = before.length;
        for (const most of [undefined, 1, width + 1]) {
          const record = parseRecord(alone, 0, alone.length, final, () => multiline, width, most);
          const same = parseRecord(within, from, from + alone.length, final, () => multiline, width, most);
          if (record === NEED_MORE || same === NEED_MORE) {
            expect(same).toBe(record);
            continue;
          }
          const moved = record.cells.map((cell) => ({
            ...cell,
            start: cell.start + from,
            end: cell.end + from,
            outerStart: cell.outerStart + from,
            outerEnd: cell.outerEnd + from,
          }));
          const broken = record.broken && { start: record.broken.start + from, end: record.broken.end + from };
          expect(same).toEqual({ ...record, cells: moved, broken, next: record.next + from });
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('keeps no more cells than are asked for, and says what the others hold', () => {
    const cut = (text: string, most: number) => {
      const record = parseRecord(new TextEncoder().encode(text), 0, text.length, true, () => false, 2, most);
      if (record === NEED_MORE) throw new Error('the end is there');
      return [record.cells.map(({ start, end }) => text.slice(start, end)), record.behind];
    };
    expect(cut('a,b,c', 3)).toEqual([['a', 'b', 'c'], { filled: false, ink: false }]);
    expect(cut('a,b,c', 2)).toEqual([['a', 'b'], { filled: true, ink: true }]);
    expect(cut('a,b,,', 2)).toEqual([['a', 'b'], { filled: false, ink: false }]);
    expect(cut('a,b, ,', 2)).toEqual([['a', 'b'], { filled: true, ink: false }]);
    expect(cut('a,b,,""', 2)).toEqual([['a', 'b'], { filled: false, ink: true }]);
    expect(cut('a,b,,x,', 2)).toEqual([['a', 'b'], { filled: true, ink: true }]);
    expect(cut('a,b,,,"y",', 1)).toEqual([['a'], { filled: true, ink: true }]);
  });

  test('that goes on past the end asks for more, unless there is no more', () => {
    const parsed = (text: string, final: boolean) => {
      const record = parseRecord(new TextEncoder().encode(text), 0, text.length, final, () => true, 2);
      return record === NEED_MORE ? 'more' : (record.broken?.start ?? 'whole');
    };
    expect([parsed('a,"b\n', false), parsed('a,"b\n', true)]).toEqual(['more', 2]);
    expect([parsed('a,"b"c\n', false), parsed('a,"b"c\n', true)]).toEqual([2, 2]);
    expect([parsed('a,"b"\n', false), parsed('a,"b"', true)]).toEqual(['whole', 'whole']);
  });

  test('says which cells hold a quote twice', () => {
    const bytes = new TextEncoder().encode('a,"b","c""d",""""\n');
    const record = parseRecord(bytes, 0, bytes.length, true, () => true, 4);
    expect(record === NEED_MORE || record.cells.map(({ escaped }) => escaped)).toEqual([false, false, true, true]);
  });
});

describe('the mark of a merge', () => {
  const isMark = (text: string, before = '', behind = '') => {
    const bytes = new TextEncoder().encode(before + text + behind);
    return isConflictMarker(bytes, before.length, before.length + text.length);
  };

  test('is one up to the end, whatever stands behind it', () => {
    for (const mark of ['<', '=', '>', '|'])
      for (const behind of ['', 'x', mark, '\n', '"']) {
        expect(isMark(mark.repeat(7), 'x', behind)).toBe(true);
        expect(isMark(mark.repeat(6), 'x', mark.repeat(4) + behind)).toBe(false);
        expect(isMark(`${mark.repeat(7)} a`, mark, behind)).toBe(true);
        expect(isMark(`${mark.repeat(7)}\r`, '', behind)).toBe(true);
        expect(isMark(`${mark.repeat(7)}\n`, '', behind)).toBe(true);
        expect(isMark(`${mark.repeat(7)}a`, '', behind)).toBe(false);
      }
  });

  test('is of one kind, and of no other character', () => {
    for (let at = 0; at < 7; at++) expect(isMark(`${'<<<<<<<'.slice(0, at)}>${'<<<<<<<'.slice(at + 1)}`)).toBe(false);
    for (const other of ['-', '+', '~', 'a', ' ', ';', '?', '{', '}']) expect(isMark(other.repeat(7))).toBe(false);
  });
});
