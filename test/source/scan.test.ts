// The fast half of the CSV reader: which records it reads by itself, and at which it stops for the careful half.

import { describe, expect, test } from 'vitest';
import { Batch, Fault, ROWS } from '../../src/source/csv/batch.js';
import { scanPlain } from '../../src/source/csv/scan.js';
import { scanKernel } from '../../src/source/csv/scankernel.js';
import { Window } from '../../src/source/csv/window.js';
import { kernel, withKernel } from '../../src/source/wasm/kernel.js';
import { bytesSource } from '../../src/source/workspace.js';

interface Scanned {
  readonly rows: readonly string[];
  readonly places: readonly number[];
  /** What it did not read. */
  readonly rest: string;
}

/** What one scan makes of a text of so many columns, behind rows that are in the batch already. */
function scan(compiled: boolean, text: string, columns: number, before: number): Scanned {
  return withKernel(compiled, () => {
    const own = kernel();
    const window = new Window();
    window.open(bytesSource(new TextEncoder().encode(`-\n${text}`)));
    window.advance(0, null);
    // Further on in the file than at its beginning.
    window.advance(2, null);
    const batch = new Batch(columns);
    batch.rows = before;
    batch.fault.fill(Fault.wide);
    const pos =
      own === null ? scanPlain(window.bytes, 0, window.end, window.base, batch) : scanKernel(own, window, 0, batch);
    batch.over(window.bytes);
    const rows = Array.from({ length: batch.rows - before }, (_, row) => before + row);
    for (const row of rows) expect([batch.present[row], batch.fault[row]]).toEqual([columns, Fault.none]);
    expect([batch.fault[before + rows.length], batch.faults]).toEqual([Fault.wide, []]);
    return {
      rows: rows.map((row) => Array.from({ length: columns }, (_, cell) => batch.text(row, cell)).join('|')),
      places: rows.map((row) => (batch.record[row] ?? 0) - 2),
      rest: new TextDecoder().decode(window.bytes.subarray(pos, window.end)),
    };
  });
}

describe.each([false, true])('with compiled loops: %s', (compiled) => {
  const scanned = (text: string, columns = 3, before = 0) => scan(compiled, text, columns, before);

  test.each([
    ['a,b,c', 'a|b|c'],
    ['"a",b,"c d"', 'a|b|c d'],
    ['"a,b",",","c"', 'a,b|,|c'],
    ['"",,""', '||'],
    [',,x', '||x'],
    ['x,,', 'x||'],
    [' a ,\t, b', ' a |\t| b'],
    ['防护服,"试剂",箱', '防护服|试剂|箱'],
    ['a\rb,\rc,d', 'a\rb|\rc|d'],
    ['a=,b<,c|>', 'a=|b<|c|>'],
    ["'a',b;c,{d}", "'a'|b;c|{d}"],
    ['2022-01-12,QC20220112-001,opening', '2022-01-12|QC20220112-001|opening'],
    [
      '"2022-01-12 in the morning",QC20220112-001,"a long note, and more of it"',
      '2022-01-12 in the morning|QC20220112-001|a long note, and more of it',
    ],
  ])('it reads %j, whatever ends the line, between others and last of all', (line, row) => {
    for (const end of ['\n', '\r\n']) {
      expect(scanned(`${line}${end}`)).toEqual({ rows: [row], places: [0], rest: '' });
      const text = `1,2,3${end}${line}${end}4,5,6${end}`;
      const first = `1,2,3${end}`.length;
      const second = first + Buffer.byteLength(`${line}${end}`);
      expect(scanned(text)).toEqual({ rows: ['1|2|3', row, '4|5|6'], places: [0, first, second], rest: '' });
    }
    expect(scanned(line)).toEqual({ rows: [row], places: [0], rest: '' });
    expect(scanned(`1,2,3\n${line}`)).toEqual({ rows: ['1|2|3', row], places: [0, 6], rest: '' });
  });

  test.each(['', ' ', '\t', ',', ',,', ' , ,', '   '])('it passes over %j', (line) => {
    expect(scanned(`1,2,3\n${line}\n4,5,6\n`).rows).toEqual(['1|2|3', '4|5|6']);
    expect(scanned(`${line}\n${line}\r\n4,5,6\n${line}\n`)).toMatchObject({ rows: ['4|5|6'], rest: '' });
  });

  test.each([
    'a,b',
    'a',
    'a,b,c,d',
    'a,b,c,',
    'a"b,c,d',
    'a,b,c"',
    '"a"b,c,d',
    '"a" ,b,c',
    '"a"\rb,c,d',
    '"a\nb",c,d',
    'a,"b',
    '<a,b,c',
    '=a,b,c',
    '>a,b,c',
    '|a,b,c',
    '<<<<<<< HEAD',
    '"a",b',
    '"a","b","c","d"',
  ])('it stops before %j and leaves it as it is', (line) => {
    for (const end of ['\n', '\r\n']) {
      const rest = `${line}${end}4,5,6${end}`;
      expect(scanned(rest)).toEqual({ rows: [], places: [], rest });
      expect(scanned(`1,2,3${end}${rest}`)).toEqual({ rows: ['1|2|3'], places: [0], rest });
    }
  });

  test.each([
    ['"a""b",c,d', 'a"b|c|d'],
    ['"""",x,"""a"" b"', '"|x|"a" b'],
    ['"8""",","",""",""', '8"|,","|'],
    ['防护服,"一""二""三",箱', '防护服|一"二"三|箱'],
  ])(compiled ? 'it reads %j' : 'it stops before %j and leaves it as it is', (line, row) => {
    for (const end of ['\n', '\r\n']) {
      const rest = `${line}${end}4,5,6${end}`;
      expect(scanned(`1,2,3${end}${rest}`)).toMatchObject(
        compiled ? { rows: ['1|2|3', row, '4|5|6'], rest: '' } : { rows: ['1|2|3'], rest },
      );
    }
  });

  test('a record with doubled quotes that is wrong in itself is left as it is', () => {
    for (const line of ['"a""b"x,c,d', '"a""\nb",c,d', '"a""b",c', '"a""b",c,d,e', '"a""b,c,d']) {
      expect(scanned(`1,2,3\n${line}\n`)).toMatchObject({ rows: ['1|2|3'], rest: `${line}\n` });
    }
  });

  test('a table of one column has rows without commas', () => {
    expect(scanned('a\n"b"\r\n\n"",\n', 1)).toMatchObject({ rows: ['a', 'b'], rest: '"",\n' });
    expect(scanned('a,b\n', 1)).toMatchObject({ rows: [], rest: 'a,b\n' });
  });

  test('it fills the batch to its last row, behind what is in it, and leaves the rest', () => {
    const line = (n: number) => `${n},x,"y"\n`;
    const all = Array.from({ length: ROWS + 3 }, (_, n) => line(n));
    const { rows, rest } = scanned(all.join(''), 3, 0);
    expect(rows).toEqual(Array.from({ length: ROWS }, (_, n) => `${n}|x|y`));
    expect(rest).toBe(all.slice(ROWS).join(''));
    const behind = scanned(all.join(''), 3, ROWS - 2);
    expect(behind).toEqual({ rows: ['0|x|y', '1|x|y'], places: [0, line(0).length], rest: all.slice(2).join('') });
    expect(scanned(all.join(''), 3, ROWS)).toEqual({ rows: [], places: [], rest: all.join('') });
  });
});
