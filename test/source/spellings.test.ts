// The distinct spellings of a column, in plain loops and in compiled ones, held to a list of texts.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Int32Vector } from '../../src/core/vector.js';
import { type Batch, STRIDE } from '../../src/source/csv/batch.js';
import { CsvReader } from '../../src/source/csv/read.js';
import { hashCell, Interner, SLACK, sameCell } from '../../src/source/intern.js';
import { float64Rows, int32Rows, makeSpellings, type Spellings } from '../../src/source/spellings.js';
import { withKernel } from '../../src/source/wasm/kernel.js';
import { bytesSource } from '../../src/source/workspace.js';
import { splitOf } from './split.js';

/** Texts that have much in common, of any length: most of them around the four bytes that are looked at together. */
const texts = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', '0', '7', '防'), maxLength: 10 }),
  fc.tuple(fc.constantFrom('QC-', 'QC-2022-', '', '批'), fc.nat(1200)).map(([prefix, n]) => `${prefix}${n}`),
  fc
    .tuple(fc.constantFrom('~', '!', ' ', '\u007f', 'é', '\u0000'), fc.constantFrom('', 'x'))
    .map((two) => two.join('')),
);

/** A number for each text in the order in which they are first met: what the tables do, slowly. */
class Twin {
  readonly all: string[] = [];

  intern(text: string): number {
    const known = this.all.indexOf(text);
    return known < 0 ? this.all.push(text) - 1 : known;
  }
}

/** Texts that end in digits behind something else, with a number for that, as `numbered` tells them. */
function numberedOf(all: readonly string[]): [number, number, number][] {
  const prefixes = new Twin();
  const out: [number, number, number][] = [];
  for (const [id, text] of all.entries()) {
    const [, prefix = '', digits = ''] = /^(.*?)([0-9]*)$/su.exec(text) ?? [];
    if (prefix === '' || digits === '' || digits.length > 9) continue;
    out.push([id, prefixes.intern(prefix), Number(digits)]);
  }
  return out;
}

function expectAlike(spellings: Spellings, all: readonly string[]): void {
  expect(spellings.size).toBe(all.length);
  expect(all.map((_, id) => spellings.text(id))).toEqual(all);
  const next = (from: number) => all.findIndex((text, id) => id >= from && !/^[!-~]*$/u.test(text));
  for (let from = 0; from <= all.length; from++) {
    expect(spellings.firstUnplain(from)).toBe(next(from) < 0 ? all.length : next(from));
  }
  expect(splitOf(spellings)).toEqual(numberedOf(all));
}

/** The batches of a table, each looked at while it stands. */
function batchesOf(table: readonly (readonly string[])[], look: (batch: Batch) => void): void {
  const text = table.map((cells) => `${cells.join(',')},x\n`).join('');
  new CsvReader().read(bytesSource(new TextEncoder().encode(`a,b,x\n${text}`)), {
    header() {},
    batch: look,
    multiline: () => false,
    restart() {},
  });
}

describe.each([
  ['in plain loops', false],
  ['in compiled loops', true],
])('%s', (_, compiled) => {
  /** Each in a table of its own. */
  const withTable = <T>(work: (spellings: Spellings) => T): T => withKernel(compiled, () => work(makeSpellings()));

  test('texts are numbered in the order in which they come, and each once', () => {
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 60 }), (list) => {
        withTable((spellings) => {
          const twin = new Twin();
          for (const text of list) expect(spellings.internText(text)).toBe(twin.intern(text));
          expectAlike(spellings, twin.all);
        });
      }),
      { numRuns: compiled ? 20 : 200 },
    );
  });

  test('thousands of them, long ones and short ones, are kept apart while the tables grow', () => {
    withTable((spellings) => {
      const all = Array.from({ length: 6000 }, (_, n) => `${'长'.repeat(n % 23)}${(n * 7919) % 6007}`);
      expect(all.map((text) => spellings.internText(text))).toEqual(all.map((_, n) => n));
      expect(all.map((text) => spellings.internText(text))).toEqual(all.map((_, n) => n));
      expectAlike(spellings, all);
    });
  });

  test('room that is made beforehand changes nothing', () => {
    withTable((spellings) => {
      spellings.expect(3000);
      const all = Array.from({ length: 4000 }, (_, n) => `QC-${n}`);
      expect(all.map((text) => spellings.internText(text))).toEqual(all.map((_, n) => n));
      expectAlike(spellings, all);
    });
  });

  test('a text longer than any scratch is kept whole, and so is what comes behind it', () => {
    withTable((spellings) => {
      const all = [4095, 4096, 4097, 9000].map((length) => `${'x'.repeat(length - 1)}y`);
      all.push('z', `${'x'.repeat(8999)}z`);
      expect(all.map((text) => spellings.internText(text))).toEqual(all.map((_, n) => n));
      expectAlike(spellings, all);
    });
  });

  test('two texts stand in the order of their bytes, the shorter before what it begins', () => {
    fc.assert(
      fc.property(fc.uniqueArray(texts, { minLength: 1, maxLength: 12 }), (list) => {
        withTable((spellings) => {
          for (const text of list) spellings.internText(text);
          for (const [a, one] of list.entries())
            for (const [b, other] of list.entries())
              expect(Math.sign(spellings.compare(a, b))).toBe(Buffer.compare(Buffer.from(one), Buffer.from(other)));
        });
      }),
      { numRuns: compiled ? 20 : 200 },
    );
  });

  test('more than nine digits are a name and no number, and so are digits alone', () => {
    withTable((spellings) => {
      for (const text of [
        'a123456789',
        'a1234567890',
        '12',
        'b',
        'a000000000',
        'a0012',
        'b/',
        'b9/',
        'b:',
        'c07',
        'd07',
      ])
        spellings.internText(text);
      expect(splitOf(spellings)).toEqual([
        [0, 0, 123456789],
        [4, 0, 0],
        [5, 0, 12],
        [9, 1, 7],
        [10, 2, 7],
      ]);
    });
  });

  test.each([
    ['of its own', () => new Int32Array(STRIDE)],
    ['beside the cells', () => int32Rows()],
  ])('each cell of a column is given the value of its spelling, an empty one none: in a place %s', (_place, place) => {
    const cells = fc.constantFrom(
      '',
      '',
      'a',
      'b',
      'ab',
      'abcd',
      'abce',
      'abcdefgh',
      'bbcdefgh',
      'abcdefgi',
      '防',
      'a ',
    );
    const table = fc.array(fc.tuple(cells, cells), { maxLength: 30 });
    fc.assert(
      fc.property(table, (rows) => {
        withTable((spellings) => {
          const out = place();
          const values = new Int32Vector();
          const learn = () => {
            // What is learned may be spellings too.
            spellings.internText('learned');
            for (let id = values.length; id < spellings.size; id++) values.push(spellings.text(id).length * 100 + id);
          };
          const found: number[][] = [[], []];
          batchesOf(rows, (batch) => {
            for (const [cell, column] of found.entries()) {
              spellings.fill(batch, cell, values, learn, out);
              column.push(...out.subarray(0, batch.rows));
            }
          });
          const distinct = new Set(rows.flat().filter((text) => text !== '')).size;
          expect(spellings.size).toBe(distinct === 0 ? 0 : distinct + 1);
          for (const [cell, column] of found.entries())
            expect(column).toEqual(
              rows
                .map((row) => row[cell] ?? '')
                .map((text) => (text === '' ? -1 : text.length * 100 + spellings.internText(text))),
            );
        });
      }),
      { numRuns: compiled ? 20 : 150 },
    );
  });

  test('nothing is learned where every spelling is known', () => {
    withTable((spellings) => {
      const values = new Int32Vector();
      let lessons = 0;
      const learn = () => {
        lessons++;
        while (values.length < spellings.size) values.push(10 + values.length);
      };
      const out = new Int32Array(STRIDE);
      const given: number[][] = [];
      const fill = (...column: string[]) =>
        batchesOf(
          column.map((text) => [text, '']),
          (batch) => {
            spellings.fill(batch, 0, values, learn, out);
            given.push([...out.subarray(0, batch.rows)]);
          },
        );
      fill('a', 'b', 'a');
      fill('b', '', 'a');
      fill('c', 'a');
      expect([lessons, given]).toEqual([
        2,
        [
          [10, 11, 10],
          [11, -1, 10],
          [12, 10],
        ],
      ]);
    });
  });

  test('values that come by the thousand are all seen', () => {
    withTable((spellings) => {
      const values = new Int32Vector();
      const learn = () => {
        while (values.length < spellings.size) values.push(3 * values.length);
      };
      const out = new Int32Array(STRIDE);
      const seen: number[] = [];
      batchesOf(
        Array.from({ length: 5000 }, (_, n) => [`D${n % 3000}`, '']),
        (batch) => {
          spellings.fill(batch, 0, values, learn, out);
          seen.push(...out.subarray(0, batch.rows));
        },
      );
      expect(seen).toEqual(Array.from({ length: 5000 }, (_, n) => 3 * (n % 3000)));
    });
  });

  test('a column has room for the rows of a batch', () => {
    withKernel(compiled, () => {
      const [ints, others, floats] = [int32Rows(), int32Rows(), float64Rows()];
      expect([ints.length, floats.length]).toEqual([STRIDE, STRIDE]);
      ints.fill(1);
      others.fill(2);
      floats.fill(0.5);
      expect([ints.every((n) => n === 1), others.every((n) => n === 2), floats.every((n) => n === 0.5)]).toEqual([
        true,
        true,
        true,
      ]);
      expect(ints.buffer instanceof SharedArrayBuffer).toBe(compiled);
    });
  });
});

function viewOf(text: string): { view: DataView; length: number } {
  const bytes = new TextEncoder().encode(text);
  const padded = new Uint8Array(bytes.length + SLACK + 1).fill(0x58);
  padded.set(bytes, 1);
  return { view: new DataView(padded.buffer), length: bytes.length };
}

function hashOf(text: string): number {
  const { view, length } = viewOf(text);
  return hashCell(view, 1, 1 + length);
}

describe('the place of a text', () => {
  test('is another whichever of its bytes is another, and whatever stands behind it makes no difference', () => {
    for (let length = 1; length <= 14; length++) {
      const text = 'QC-2022-0117-A'.slice(0, length);
      const others = Array.from({ length }, (_, at) => `${text.slice(0, at)}~${text.slice(at + 1)}`);
      expect(new Set([text, ...others].map(hashOf)).size).toBe(length + 1);
      expect(hashOf(text)).toBe(hashOf(text));
      expect(hashCell(viewOf(`${text}zzzz`).view, 1, 1 + length)).toBe(hashOf(text));
    }
  });

  test('is another where it is longer by what is not there', () => {
    const zeros = Array.from({ length: 12 }, (_, length) => hashOf('\0'.repeat(length)));
    expect(new Set(zeros).size).toBe(12);
  });

  test('is beside that of its neighbour in a series', () => {
    for (const prefix of ['', 'QC', 'QC-', 'QC-2022', 'QC-2022-0']) {
      const first = hashOf(`${prefix}1111`);
      const steps = ['1112', '1121', '1211', '2111'].map((digits) => (hashOf(prefix + digits) - first) | 0);
      expect(steps).toEqual([1, 16, 256, 4096]);
    }
  });

  test('is taken by one text only, however many ask for it', () => {
    const spread = new Set(Array.from({ length: 5000 }, (_, n) => hashOf(`${n * n * 31}-${n}`)));
    expect(spread.size).toBeGreaterThan(4990);
  });
});

test('two cells are the same where all their bytes are, whatever stands around them', () => {
  const bytes = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 11 });
  fc.assert(
    fc.property(bytes, bytes, (one, other) => {
      const a = viewOf(one);
      const b = viewOf(`${other}bbbb`);
      const length = Math.min(one.length, other.length);
      expect(sameCell(a.view, 1, b.view, 1, length)).toBe(one.slice(0, length) === other.slice(0, length));
    }),
    { numRuns: 2000 },
  );
});

test('a number stays the same while others come', () => {
  const interner = new Interner();
  const id = interner.internText('防护服');
  for (let n = 0; n < 500; n++) interner.internText(`${n}`);
  expect([id, interner.internText('防护服'), interner.text(id), interner.size]).toEqual([0, 0, '防护服', 501]);
});
