// How a table comes out of its reader: batch by batch, one reader for many tables, with loops of either kind.

import { describe, expect, test } from 'vitest';
import { type Batch, ROWS } from '../../src/source/csv/batch.js';
import { CsvReader, type CsvSink } from '../../src/source/csv/read.js';
import { kernel, withKernel } from '../../src/source/wasm/kernel.js';
import { bytesSource } from '../../src/source/workspace.js';
import { inPieces } from './reading.js';

/** A sink that notes the header, and of each batch how many rows and faults it has. */
function noting(log: string[], batch: (batch: Batch) => void = () => {}): CsvSink {
  return {
    header: (cells, faults) => log.push(`header ${cells.map(({ text }) => text).join('|')} ${faults.length}`),
    batch(one) {
      log.push(`batch ${one.rows} ${one.faults.length}`);
      batch(one);
    },
    multiline: () => false,
    restart: () => log.push('restart'),
  };
}

function batches(text: string, piece = 1 << 20): string[] {
  const log: string[] = [];
  new CsvReader().read(inPieces(new TextEncoder().encode(text), piece), noting(log));
  return log;
}

describe.each([true, false])('with compiled loops: %s', (compiled) => {
  const read = (text: string, piece?: number) => withKernel(compiled, () => batches(text, piece));
  const plain = '1,2\n';
  const odd = '1,"2""3"\n';

  test('a batch is full with its last row, whichever way that was read', () => {
    for (const last of [plain, odd])
      for (const next of [plain, odd]) {
        const full = `a,b\n${plain.repeat(ROWS - 1)}${last}`;
        expect(read(full)).toEqual(['header a|b 0', `batch ${ROWS} 0`]);
        expect(read(full + next)).toEqual(['header a|b 0', `batch ${ROWS} 0`, 'batch 1 0']);
        expect(read(`a,b\n${plain.repeat(ROWS - 2)}${last}`)).toEqual(['header a|b 0', `batch ${ROWS - 1} 0`]);
      }
    expect(read(`a,b\n${odd.repeat(2 * ROWS + 1)}`)).toEqual([
      'header a|b 0',
      `batch ${ROWS} 0`,
      `batch ${ROWS} 0`,
      'batch 1 0',
    ]);
  });

  test('a table without rows has no batch, one of nothing but faults has one', () => {
    for (const text of ['a,b', 'a,b\n', 'a,b\n\n , \n']) expect(read(text)).toEqual(['header a|b 0']);
    expect(read('a,b\n=======\n')).toEqual(['header a|b 0', 'batch 0 1']);
    expect(read('')).toEqual(['header  0']);
  });

  test('a batch ends where the window does, and nothing is given twice', () => {
    const log = read(`a,b\n${plain.repeat(100)}`, 50);
    const given = log.slice(1).map((line) => Number(line.split(' ')[1]));
    expect(given.length).toBeGreaterThan(3);
    expect(given.every((rows) => rows > 0)).toBe(true);
    expect(given.reduce((sum, rows) => sum + rows, 0)).toBe(100);
  });

  test('a header is known by the mark of order before it, and by nothing that only begins like it', () => {
    expect(read('\ufeffa,b\n')).toEqual(['header a|b 0']);
    for (const first of ['\ufec0', '\uf8ff', '\uf8bf', '\u1eff', '\uebbf', 'ab\u00bf', '\ufeff\ufeff'])
      expect(read(`${first},b\n`)).toEqual([`header ${first.replace(/^\ufeff/u, '')}|b 0`]);
    expect(read('\ufeff')).toEqual(['header  0']);
  });
});

test('one reader reads many tables, whatever their columns and with loops of either kind', () => {
  const reader = new CsvReader();
  for (let round = 0; round < 2; round++)
    for (const compiled of [false, true, false])
      withKernel(compiled, () => {
        for (const columns of [2, 5, 2]) {
          const row = Array.from({ length: columns }, (_, n) => `${round}${n}`);
          const log: string[] = [];
          const seen: string[] = [];
          const sink = noting(log, (batch) => {
            expect(batch.cells).toBe(columns);
            expect(batch.bytes.buffer === kernel()?.u8.buffer).toBe(compiled);
            seen.push(row.map((_, cell) => batch.text(0, cell)).join());
          });
          const head = row.map((_, n) => `c${n}`).join();
          expect(reader.read(bytesSource(new TextEncoder().encode(`${head}\n${row.join()}\n`)), sink)).toBe('utf-8');
          expect([log.length, seen]).toEqual([2, [row.join()]]);
        }
      });
});

test('what is found to be no UTF-8, however late, is forgotten and read anew', () => {
  const late = Buffer.concat([Buffer.from(`a,b\n${'1,2\n'.repeat(400)}`), Buffer.of(0xb7, 0xc0), Buffer.from(',3\n')]);
  const log: string[] = [];
  let last = '';
  const encoding = new CsvReader().read(
    inPieces(late, 500),
    noting(log, (batch) => {
      last = batch.text(batch.rows - 1, 0);
    }),
  );
  expect([encoding, log.filter((line) => !line.startsWith('batch')), last]).toEqual([
    'gb18030',
    ['header a|b 0', 'restart', 'header a|b 0'],
    '防',
  ]);
  const restart = log.indexOf('restart');
  const given = log.slice(restart + 2).map((line) => Number(line.split(' ')[1]));
  expect(given.reduce((sum, rows) => sum + rows, 0)).toBe(401);
});
