// What is wrong with the form of a table, and where: the reader says it of each record, and goes on with the next.

import { describe, expect, test } from 'vitest';
import { Fault, MOST_CELLS, type RecordFault } from '../../src/source/csv/batch.js';
import { CsvReader } from '../../src/source/csv/read.js';
import { withKernel } from '../../src/source/wasm/kernel.js';
import { inPieces } from './reading.js';

/** A fault with the text that it stands at, and what stands before that on its line. */
type Told = readonly [fault: string, at: string, before: string];

interface Read {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly faults: readonly Told[];
}

function nameOf(fault: number): string {
  return Object.entries(Fault).find(([, number]) => number === fault)?.[0] ?? '';
}

const ways = [true, false].flatMap((compiled) => [1, 3, 1000].map((piece) => ({ compiled, piece })));

/** However a table is read, the same is said of it; only the last column may hold lines. */
function read(text: string): Read {
  const [first, ...others] = ways.map(({ compiled, piece }) => withKernel(compiled, () => readOnce(text, piece)));
  if (first === undefined) throw new Error('nothing was read');
  for (const other of others) expect(other).toEqual(first);
  return first;
}

function readOnce(text: string, piece: number): Read {
  const bytes = new TextEncoder().encode(text);
  const marked = text.startsWith('\ufeff') ? 3 : 0;
  const at = (start: number, end?: number) =>
    new TextDecoder().decode(bytes.subarray(marked + start, end === undefined ? undefined : marked + end));
  const told = ({ fault, start, end }: RecordFault): Told => {
    const before = new TextDecoder().decode(bytes.subarray(marked, marked + start));
    return [nameOf(fault), at(start, end), before.slice(before.lastIndexOf('\n') + 1)];
  };
  const header: string[] = [];
  const rows: string[][] = [];
  const faults: Told[] = [];
  let columns = 0;
  new CsvReader().read(inPieces(bytes, piece), {
    header(cells, found) {
      columns = cells.length;
      header.push(...cells.map((cell) => cell.text));
      faults.push(...found.map(told));
      for (const { text, start, end } of cells)
        expect(at(start, end).replace(/^"|"$/gu, '')).toContain(text.slice(0, 1));
    },
    batch(batch) {
      for (let row = 0; row < batch.rows; row++) {
        const present = batch.present[row] ?? 0;
        rows.push(Array.from({ length: present }, (_, cell) => batch.text(row, cell)));
        // Cells that are not there are empty.
        for (let cell = present; cell < columns; cell++) expect(batch.text(row, cell)).toBe('');
        const wrong = batch.faults.find((fault) => fault.row === row)?.fault ?? Fault.none;
        expect(batch.fault[row]).toBe(wrong);
        expect(at(batch.record[row] ?? -1)).toMatch(/^[^\n]/u);
      }
      faults.push(...batch.faults.map(told));
    },
    multiline: (cell) => cell === columns - 1,
    restart() {},
  });
  return { header, rows, faults };
}

/** Rows of a table of three columns. */
function rows(text: string): Pick<Read, 'rows' | 'faults'> {
  const { header, rows, faults } = read(`a,b,c\n${text}`);
  expect(header).toEqual(['a', 'b', 'c']);
  return { rows, faults };
}

describe('too few cells and too many', () => {
  test('a cell that is missing would stand where the record ends', () => {
    expect(rows('1\n2,3\r\n4,5,6\n7,"8"')).toEqual({
      rows: [['1'], ['2', '3'], ['4', '5', '6'], ['7', '8']],
      faults: [
        ['missing', '', '1'],
        ['missing', '', '2,3'],
        ['missing', '', '7,"8"'],
      ],
    });
  });

  test('the first that is too many is told as it is written, and left out', () => {
    expect(rows('1,2,3,4\n1,2,3,"x ""y""",5\r\n1,2,3,,5\n')).toEqual({
      rows: [
        ['1', '2', '3'],
        ['1', '2', '3'],
        ['1', '2', '3'],
      ],
      faults: [
        ['surplus', '4', '1,2,3,'],
        ['surplus', '"x ""y"""', '1,2,3,'],
        ['surplus', '', '1,2,3,'],
      ],
    });
  });

  test('empty ones at the end are forgiven, however many, quoted or not', () => {
    expect(rows('1,2,3,\n1,2,3,,,,,\r\n1,2,3,""\n1,2,3,"",""\n')).toEqual({
      rows: Array.from({ length: 4 }, () => ['1', '2', '3']),
      faults: [],
    });
  });

  test('a row of separators and blanks is none; quotes are something, and so is a blank that is no space', () => {
    expect(rows('\n,,\n \t, ,\r\n,,,,,\n , , ,\n"",,\n\u3000,,\n, ,x\n,,,,x\n').rows).toEqual([
      ['', '', ''],
      ['\u3000', '', ''],
      ['', ' ', 'x'],
      ['', '', ''],
    ]);
  });

  test('a row without a newline at the end of the file is one like any other', () => {
    expect(rows('1,2,3').rows).toEqual([['1', '2', '3']]);
    expect(rows('1,2,"3"').rows).toEqual([['1', '2', '3']]);
    expect(rows('1,2,3\r').rows).toEqual([['1', '2', '3']]);
    expect(rows('1,2,"3"\r').rows).toEqual([['1', '2', '3']]);
    expect(rows('1,2,')).toEqual({ rows: [['1', '2', '']], faults: [] });
  });
});

describe('quotes', () => {
  test('one in the middle of a cell stands where it stands, and the cells before it are read', () => {
    expect(rows('1,a"b,3\n4,5,6\n')).toEqual({
      rows: [['1'], ['4', '5', '6']],
      faults: [['quote', '"', '1,a']],
    });
  });

  test('one with something behind it is told where it opens', () => {
    expect(rows('1,"a"b,3\n"x" ,2,3\n1,2,"3"\rx\n4,5,6\n')).toEqual({
      rows: [['1'], [], ['1', '2'], ['4', '5', '6']],
      faults: [
        ['quote', '"', '1,'],
        ['quote', '"', ''],
        ['quote', '"', '1,2,'],
      ],
    });
  });

  test('one that is never closed costs its own line only', () => {
    expect(rows('1,2,"x\n4,5,6\n7,8,9')).toEqual({
      rows: [
        ['1', '2'],
        ['4', '5', '6'],
        ['7', '8', '9'],
      ],
      faults: [['quote', '"', '1,2,']],
    });
    expect(rows('1,2,"')).toEqual({ rows: [['1', '2']], faults: [['quote', '"', '1,2,']] });
  });

  test('a line in a cell that may hold none: its quote has swallowed a row', () => {
    expect(rows('1,"x\ny",3\n4,5,6\n').faults).toEqual([
      ['quote', '"', '1,'],
      ['quote', '"', 'y'],
    ]);
    expect(rows('1,2,"x\ny"\n4,5,6\n')).toEqual({
      rows: [
        ['1', '2', 'x\ny'],
        ['4', '5', '6'],
      ],
      faults: [],
    });
  });

  test('lines of a note with as many commas as a row has are rows that were swallowed', () => {
    const { rows: kept, faults } = rows('1,2,"x\n3,4,5\ny"\n6,7,8\n');
    expect(faults.map(([fault]) => fault)).toEqual(['quote', 'quote']);
    expect(kept).toEqual([['1', '2'], ['3', '4', '5'], [], ['6', '7', '8']]);
    expect(rows('1,2,"x\n3,4\ny"\n')).toEqual({ rows: [['1', '2', 'x\n3,4\ny']], faults: [] });
    // Of the first and the last line only so much belongs to the cell.
    expect(rows('1,2,"x,,\ny"\n')).toEqual({ rows: [['1', '2', 'x,,\ny']], faults: [] });
    expect(rows('1,2,"x\ny,,"\n').faults).toHaveLength(2);
    expect(rows('1,2,"x\ny,"\n')).toEqual({ rows: [['1', '2', 'x\ny,']], faults: [] });
  });

  test('a table of one column has no commas to count', () => {
    expect(read('a\n"x\ny\nz"\n')).toEqual({ header: ['a'], rows: [['x\ny\nz']], faults: [] });
  });

  test('two stand for one, and for nothing else', () => {
    expect(rows('"""","""a""","b"""\n"a""b","""""",c\n')).toEqual({
      rows: [
        ['"', '"a"', 'b"'],
        ['a"b', '""', 'c'],
      ],
      faults: [],
    });
  });
});

describe('the marks of a merge that was never finished', () => {
  test.each(['<<<<<<< HEAD', '||||||| base', '=======', '>>>>>>> night-shift', '<<<<<<<', '======= '])(
    'are told one by one, and are no rows: %s',
    (mark) => {
      for (const end of ['\n', '\r\n'])
        expect(rows(`1,2,3${end}${mark}${end}4,5,6${end}`)).toEqual({
          rows: [
            ['1', '2', '3'],
            ['4', '5', '6'],
          ],
          faults: [['marker', mark, '']],
        });
      expect(rows(`1,2,3\n${mark}`)).toEqual({ rows: [['1', '2', '3']], faults: [['marker', mark, '']] });
      expect(read(` \n${mark}\na,b\n1,2\n`)).toEqual({
        header: ['a', 'b'],
        rows: [['1', '2']],
        faults: [['marker', mark, '']],
      });
    },
  );

  test.each(['<<<<<<', '<<<<<<<x', '<<<<<<<<', '++++++++', '<<<=<<< x', ' <<<<<<<', '=', '='.repeat(6)])(
    'are seven of a kind and a blank: %s is a cell',
    (text) => {
      expect(rows(`${text},2,3\n`)).toEqual({ rows: [[text, '2', '3']], faults: [] });
    },
  );

  test('are marks with cells behind them too', () => {
    expect(rows('<<<<<<< a,b,c\n')).toEqual({ rows: [], faults: [['marker', '<<<<<<< a,b,c', '']] });
  });

  test('are found within a note that a quote holds together, and not in one line of it', () => {
    expect(rows('1,2,"x\n<<<<<<< HEAD\ny\r\n=======\r\nz"\n3,4,5\n')).toEqual({
      rows: [
        ['1', '2', 'x\n<<<<<<< HEAD\ny\r\n=======\r\nz'],
        ['3', '4', '5'],
      ],
      faults: [
        ['marker', '<<<<<<< HEAD', ''],
        ['marker', '=======', ''],
      ],
    });
    expect(rows('1,2,"x\n======="\n').faults).toEqual([['marker', '=======', '']]);
    expect(rows('1,2,"======= x"\n3,4,"x =======\ny"\n').faults).toEqual([]);
  });
});

describe('the header', () => {
  test('is the first line with anything in it, whatever stands before', () => {
    expect(read('\ufeff\n ,\n"a ""b""", c ,"d\ne"\r\n1,2,3\n')).toEqual({
      header: ['a "b"', ' c ', 'd\ne'],
      rows: [['1', '2', '3']],
      faults: [],
    });
    for (const empty of ['', '\n', '\ufeff', ' \n,\n', '\ufeff\r\n'])
      expect(read(empty)).toEqual({ header: [], rows: [], faults: [] });
    expect(read('a,b')).toEqual({ header: ['a', 'b'], rows: [], faults: [] });
  });

  test('with a quote too many is none, and there are no rows without one', () => {
    expect(read('a,b"c\n1,2\n')).toEqual({ header: [], rows: [], faults: [['quote', '"', 'a,b']] });
    expect(read('a,"b\n1,2\n')).toEqual({ header: [], rows: [], faults: [['quote', '"', 'a,']] });
  });

  test('of lines that end with CR alone is the whole file', () => {
    expect(read('a,b\r1,2\r')).toEqual({ header: [], rows: [], faults: [['returns', 'b\r1', 'a,']] });
    // Within quotes, and at its very end, a CR is only odd.
    expect(read('a,"b\rc"\n').header).toEqual(['a', 'b\rc']);
    expect(read('a,\rb\r\r\n').header).toEqual(['a', '\rb\r']);
  });

  test('has no more columns than a spreadsheet can have', () => {
    const most = Array.from({ length: MOST_CELLS }, (_, n) => `c${n}`).join(',');
    const once = (text: string) => readOnce(text, 1_000_000);
    expect(once(`${most}\n`).header).toHaveLength(MOST_CELLS);
    expect(once(`${most},"x y",z\n1,2\n`)).toEqual({ header: [], rows: [], faults: [['wide', '"x y"', `${most},`]] });
  });

  test('behind a mark of order: offsets count without it', () => {
    expect(read('\ufeffa,b\n1\n')).toEqual({ header: ['a', 'b'], rows: [['1']], faults: [['missing', '', '1']] });
  });
});
