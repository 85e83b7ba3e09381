// The CSV reader held to csv-parse: the same cells from the same bytes, however they are quoted, ended and cut.

import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeGb18030, readAll } from './reading.js';

interface Parsed {
  readonly record: string[];
  readonly raw: string;
}

function isParsed(value: unknown): value is Parsed {
  return typeof value === 'object' && value !== null && 'record' in value && 'raw' in value;
}

/** What the rules say of records, on top of what csv-parse reads: a blank row is one of separators and blanks only. */
function expected(text: string): { header: string[]; records: string[][] } {
  const read: unknown[] = parse(text, {
    bom: true,
    raw: true,
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n'],
  });
  const all = read.filter(isParsed);
  const start = all.findIndex(({ record }) => record.some((cell) => cell.trim() !== ''));
  const rows = start < 0 ? [] : all.slice(start + 1);
  return {
    header: all[start]?.record ?? [],
    records: rows.filter(({ raw }) => /[^\u0000-\u0020,]/u.test(raw)).map(({ record }) => record),
  };
}

/** A record as a row of a table with that many columns. */
function fitted(cells: readonly string[], width: number): { cells: string[]; fault: string } {
  const surplus = cells.slice(width).some((cell) => cell !== '');
  return { cells: cells.slice(0, width), fault: surplus ? 'surplus' : cells.length < width ? 'missing' : 'none' };
}

/**
 * A note's line that holds a full row's commas is taken for a row that an open quote swallowed, and so are a first line
 * that ends a row and a last one that begins another.
 */
function swallows(text: string): boolean {
  const { header, records } = expected(text);
  const width = header.length;
  const continued = (cell: string, column: number) => {
    const commas = cell.split('\n').map((line) => line.split(',').length - 1);
    if (commas.length < 2) return false;
    if (commas.slice(1, -1).some((count) => count >= width - 1)) return true;
    return commas[0]! >= width - 1 - column && commas[commas.length - 1]! >= column;
  };
  return width > 1 && records.some((cells) => cells.some(continued));
}

const isMarker = /^(?:<{7}|={7}|>{7}|\|{7})(?:[ \r\n]|$)/mu;

const plain = fc.string({
  unit: fc.constantFrom('a', 'b', '0', '9', '.', '-', ' ', '防', '护', '箱', '😷', 'é', '\t', '\u3000', "'", '<', '\r'),
  maxLength: 12,
});
const inner = fc.string({ unit: fc.constantFrom('a', '防', '"', ' ', '\n', '\r\n', '😷', ';'), maxLength: 12 });
const newline = fc.constantFrom('\n', '\r\n');

/** A cell as it stands in a file: bare, quoted though it need not be, or quoted because it must. */
const cell = fc.oneof(
  plain.map((text) => text.replaceAll('\r', '')),
  plain.map((text) => `"${text}"`),
  inner.map((text) => `"${text.replaceAll('"', '""')}"`),
  fc.constant(',').map((comma) => `"${comma}"`),
);
const record = fc.array(cell, { minLength: 1, maxLength: 6 }).map((cells) => cells.join(','));
const blank = fc.constantFrom('', ' ', ',,', '\t', ' , ');
const table = fc
  .tuple(
    fc.constantFrom('', '\ufeff'),
    fc.array(fc.tuple(fc.oneof({ weight: 8, arbitrary: record }, { weight: 1, arbitrary: blank }), newline), {
      maxLength: 30,
    }),
    fc.boolean(),
  )
  .map(([bom, lines, ended]) => {
    const text = lines.map(([line, end]) => line + end).join('');
    return bom + (ended ? text : text.replace(/\r?\n$/u, ''));
  })
  .filter((text) => !isMarker.test(text));

describe('against csv-parse', () => {
  test('whatever well-formed table: the same header, the same records, the same cells', () => {
    fc.assert(
      fc.property(table, (text) => {
        const wanted = expected(text);
        fc.pre(!swallows(text));
        const { header, records, encoding } = readAll(text);
        expect(encoding).toBe('utf-8');
        expect(header).toEqual(wanted.header);
        if (header.length === 0) return;
        expect(records.map(({ cells, fault }) => ({ cells, fault }))).toEqual(
          wanted.records.map((cells) => fitted(cells, header.length)),
        );
      }),
      { numRuns: 600 },
    );
  });

  test('lines that end with CR alone are no table of one line', () => {
    const { header, records, others } = readAll('a,b\r1,2\r3,4\r');
    expect([header, records, others]).toEqual([[], [], [{ fault: 6, start: 2, end: 5 }]]);
    expect(readAll('"a\rb",c\r\n1,2\r\n')).toMatchObject({ header: ['a\rb', 'c'], others: [] });
  });

  test('a quote open in one row and one too many in the next swallow neither', () => {
    const { records } = readAll('a,b,note\n1,2,"x\n3,4,y"\n5,6,"two\nlines"\n');
    expect(records.map(({ fault }) => fault)).toEqual(['quote', 'quote', 'none']);
    const [first] = readAll('a,note,b\n1,"x,2\n3,y",4\n').records;
    expect(first?.fault).toBe('quote');
  });

  test('whatever soup of quotes, commas and newlines: what one refuses, the other refuses', () => {
    const soup = fc.string({ unit: fc.constantFrom('a', '"', '"', ',', '\n', '\r\n', '防', ' '), maxLength: 40 });
    fc.assert(
      fc.property(soup, (rest) => {
        const text = `a,b,c\n${rest}`;
        let wanted: string[][] | null;
        try {
          wanted = expected(text).records;
        } catch {
          wanted = null;
        }
        const { records } = readAll(text);
        const refused = records.some(({ fault }) => fault === 'quote');
        if (wanted === null) expect(refused).toBe(true);
        else if (!swallows(text)) {
          expect(records.map(({ cells, fault }) => ({ cells, fault }))).toEqual(
            wanted.map((cells) => fitted(cells, 3)),
          );
        }
      }),
      { numRuns: 1500 },
    );
  });

  test('however the bytes arrive, piece by piece, the answer is the same', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 70 }), (text, piece) => {
        expect(readAll(text, piece)).toEqual(readAll(text));
      }),
      { numRuns: 400 },
    );
  });

  test('a header that a quote has broken does not hide what encoding the rest is in', () => {
    const bytes = Uint8Array.of(0x0d, 0x22, 0x0a, 0x61, 0x0a, 0xff, 0x0a);
    expect(readAll(bytes)).toMatchObject({ encoding: 'unknown', others: [] });
    expect(readAll(bytes, 1)).toEqual(readAll(bytes));
  });

  test('whatever the bytes, the reader ends, and reads each record once, in order', () => {
    const bytes = fc.uint8Array({ maxLength: 200 });
    const textual = fc.array(fc.constantFrom(0x22, 0x2c, 0x0a, 0x0d, 0x61, 0xe9, 0x98, 0xb2, 0xff, 0x81), {
      maxLength: 120,
    });
    fc.assert(
      fc.property(
        fc.oneof(
          bytes,
          textual.map((all) => Uint8Array.from(all)),
        ),
        fc.integer({ min: 1, max: 50 }),
        (all, piece) => {
          const read = readAll(all, piece);
          expect(read).toEqual(readAll(all));
          const places = read.records.map(({ at }) => at);
          expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
          if (read.encoding === 'unknown') expect(read.records).toEqual([]);
        },
      ),
      { numRuns: 600 },
    );
  });
});

describe('many rows', () => {
  test('batches and chunks meet without a seam', () => {
    const row = (n: number) => (n % 97 === 0 ? `"第 ${n} 行","说""明""\n二",${n}` : `第 ${n} 行,说明,${n}`);
    const rows = Array.from({ length: 5000 }, (_, n) => row(n));
    const { records } = readAll(`名称,说明,数\n${rows.join('\r\n')}`, 4096);
    expect(records.length).toBe(5000);
    expect(records.map(({ cells }) => cells[2])).toEqual(rows.map((_, n) => String(n)));
    expect(records[97]?.cells).toEqual(['第 97 行', '说"明"\n二', '97']);
    expect(records.every(({ fault }) => fault === 'none')).toBe(true);
  });

  test('a line longer than any buffer is one record', () => {
    const long = '长'.repeat(1_000_000);
    const { records } = readAll(`a,b\n1,${long}\n"2","${long}"\n3,x\n`, 65_536);
    expect(records.map(({ cells }) => cells[1]?.length)).toEqual([1_000_000, 1_000_000, 1]);
  });
});

describe('GB18030', () => {
  test('whatever the text, it reads as its UTF-8 does', () => {
    const word = fc.string({
      unit: fc.constantFrom('防', '护', '服', '箱', '鍖', '俷', '镕', 'a', ' ', ';'),
      maxLength: 10,
    });
    const rows = fc.array(fc.tuple(word, word), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 40 }), (all, piece) => {
        const text = `物资,备注\r\n${all.map(([a, b]) => `${a},"${b}"`).join('\r\n')}`;
        const utf8 = readAll(text);
        const gb = readAll(encodeGb18030(text), piece);
        expect(gb.encoding).toBe('gb18030');
        expect({ ...gb, encoding: 'utf-8' }).toEqual(utf8);
      }),
    );
  });

  test('what is neither encoding gives nothing', () => {
    expect(readAll(Uint8Array.of(0x61, 0x2c, 0x62, 0x0a, 0xff, 0xff, 0xff))).toEqual({
      encoding: 'unknown',
      header: [],
      records: [],
      others: [],
    });
  });
});
