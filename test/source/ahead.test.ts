// The thread that reads ahead, on this one: what it leaves in the ring of each file, and where it leaves a file to others.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Knowledge, readAheadOf } from '../../src/source/ahead/produce.js';
import { BUFFERS, ENTRIES, Entry, HAS_FAULTS, Ring, SCREENED, WIDEST } from '../../src/source/ahead/ring.js';
import { Batch, batchBytes } from '../../src/source/csv/batch.js';
import { BUFFER } from '../../src/source/csv/window.js';
import { joinKernel, kernel, withKernel } from '../../src/source/wasm/kernel.js';

const folders: string[] = [];
afterEach(() => {
  vi.restoreAllMocks();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

interface Given {
  /** What stands in the ring, one line an entry. */
  readonly entries: readonly string[];
  /** What is told beside it. */
  readonly messages: readonly string[];
}

const unknowing: Knowledge = { multiline: () => -1, screened: () => false };

/** Files of a table each, as they come out of the ring, read by whoever reads `before` it is full. */
function given(
  files: Readonly<Record<string, string | Uint8Array>>,
  knowledge: Knowledge = unknowing,
  before: (ring: Ring) => void = () => {},
): Given {
  const home = mkdtempSync(path.join(tmpdir(), 'taizhang-ahead-'));
  folders.push(home);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(home, name)), { recursive: true });
    writeFileSync(path.join(home, name), content);
  }
  const tables = [...new Set(Object.keys(files).map((name) => path.dirname(name)))].map((table) => ({
    table,
    files: Object.keys(files).filter((name) => path.dirname(name) === table),
  }));
  // The last is listed and not there.
  tables.push({ table: 'gone', files: ['gone/1.csv'] });
  return withKernel(true, () => {
    const own = kernel();
    if (own === null) throw new Error('no kernel');
    const { call, memory, module } = own;
    const batches = Array.from({ length: ENTRIES }, () => call.allocate(batchBytes(WIDEST)));
    const buffers = Array.from({ length: BUFFERS }, () => call.allocate(BUFFER));
    const ring = new Ring();
    if (!(ring.memory instanceof SharedArrayBuffer)) throw new TypeError('a ring is shared');
    const { port1, port2 } = new MessageChannel();
    before(ring);
    readAheadOf({ ring: ring.memory, module, memory, batches, buffers, home, tables, port: port2 }, knowledge);
    const messages: string[] = [];
    const next = () => {
      const message = String(receiveMessageOnPort(port1)?.message);
      messages.push(message);
      return message;
    };
    let columns = 0;
    const entries = Array.from({ length: ring.produced - ring.consumed }, (_, at) => {
      const number = ring.consumed + at;
      const slot = number % ENTRIES;
      const kind = ring.kind(number);
      if (kind === Entry.header) columns = JSON.parse(next()).length;
      if (kind !== Entry.batch) return Object.entries(Entry).find(([, value]) => value === kind)?.[0] ?? '';
      const flags = ring.flags(number);
      if ((flags & HAS_FAULTS) !== 0) next();
      const batch = new Batch(columns, batches[slot] ?? 0);
      const rows = Array.from({ length: Math.min(3, ring.rows(number)) }, (_, row) =>
        Array.from({ length: columns }, (_, cell) => batch.text(row, cell)).join('|'),
      );
      return `${ring.rows(number)} rows${(flags & SCREENED) === 0 ? '' : ', screened'}: ${rows.join(' ')}`;
    });
    expect(ring.awaitProduced(ring.produced)).toBe(false);
    if (ring.consumed === 0) expect(receiveMessageOnPort(port1)).toBeUndefined();
    port1.close();
    return { entries, messages };
  });
}

const head = 'a,b\n';

describe('a file that is read ahead', () => {
  test('is its header, its rows and its end; what is not there is left to others', () => {
    const { entries, messages } = given({ 'stock/1.csv': `${head}1,2\n3,"4"\n` });
    expect(entries).toEqual(['header', '2 rows: 1|2 3|4', 'end', 'yourself']);
    expect(messages.map((one) => JSON.parse(one))).toEqual([
      [
        { text: 'a', start: 0, end: 1 },
        { text: 'b', start: 2, end: 3 },
      ],
    ]);
  });

  test('tells its header only where it is another than that of the file before of its ledger', () => {
    const { entries, messages } = given({
      'stock/1.csv': `${head}1,2\n`,
      'stock/2.csv': `${head}3,4\n`,
      'stock/3.csv': 'c\n5\n',
      'stock/4.csv': `${head}6,7\n`,
      'counts/1.csv': head,
    });
    expect(entries).toEqual([
      ...['header', '1 rows: 1|2', 'end', 'sameHeader', '1 rows: 3|4', 'end', 'header', '1 rows: 5', 'end'],
      ...['header', '1 rows: 6|7', 'end', 'header', 'end', 'yourself'],
    ]);
    expect(messages).toHaveLength(4);
  });

  test('comes in batches, each in a place of its own', () => {
    const rows = Array.from({ length: 2050 }, (_, n) => `${n},x\n`).join('');
    expect(given({ 'stock/1.csv': head + rows }).entries).toEqual([
      'header',
      '1024 rows: 0|x 1|x 2|x',
      '1024 rows: 1024|x 1025|x 1026|x',
      '2 rows: 2048|x 2049|x',
      'end',
      'yourself',
    ]);
  });

  test('says of each batch what is wrong with its records, and whether it was looked through', () => {
    const seen: string[] = [];
    const { entries, messages } = given(
      { 'stock/1.csv': `${head}1\n3,4\n`, 'stock/2.csv': `${head}5,6\n` },
      {
        multiline: () => -1,
        screened(file, batch) {
          seen.push(`${file} ${batch.text(0, 0)}`);
          return file === 'stock/1.csv';
        },
      },
    );
    expect(entries).toEqual([
      'header',
      '2 rows, screened: 1| 3|4',
      'end',
      'sameHeader',
      '1 rows: 5|6',
      'end',
      'yourself',
    ]);
    expect(messages.slice(1)).toEqual([JSON.stringify([{ row: 0, fault: 2, start: 5, end: 5 }])]);
    expect(seen).toEqual(['stock/1.csv 1', 'stock/2.csv 5']);
  });

  test('may have lines in the cell that is said to hold them, and in no other', () => {
    const multiline: Knowledge['multiline'] = (table, header) =>
      table === 'stock' ? header.findIndex(({ text }) => text === 'b') : -1;
    const text = `${head}1,"x\ny"\n`;
    const { entries } = given({ 'stock/1.csv': text, 'counts/1.csv': text }, { ...unknowing, multiline });
    expect(entries.slice(0, 3)).toEqual(['header', '1 rows: 1|x\ny', 'end']);
    expect(entries[4]).toBe('2 rows: 1| |');
  });
});

describe('a file that is left to others', () => {
  test.each<[string, string | Uint8Array]>([
    ['in another encoding', Uint8Array.of(0x61, 0x2c, 0x62, 0x0a, 0xb7, 0xc0, 0x2c, 0x31, 0x0a)],
    ['with a header that is broken', 'a,"b\n1,2\n'],
    ['with a mark of a merge before its header', '=======\na,b\n1,2\n'],
    [
      'with more columns than a batch has room for',
      `${Array.from({ length: WIDEST + 1 }, (_, n) => `c${n}`).join(',')}\n`,
    ],
  ])('%s', (_, content) => {
    const { entries } = given({ 'stock/1.csv': content, 'stock/2.csv': `${head}1,2\n` });
    expect(entries).toEqual(['yourself', 'header', '1 rows: 1|2', 'end', 'yourself']);
  });

  test('with a line longer than its buffers, after what came before it', () => {
    const { entries } = given({ 'stock/1.csv': `${head}1,2\n3,${'x'.repeat(2 * BUFFER)}\n`, 'stock/2.csv': head });
    expect(entries).toEqual(['header', '1 rows: 1|2', 'yourself', 'sameHeader', 'end', 'yourself']);
  });

  test('is not one with as many columns as there is room for', () => {
    const columns = Array.from({ length: WIDEST }, (_, n) => `c${n}`).join(',');
    expect(given({ 'stock/1.csv': `${columns}\n` }).entries).toEqual(['header', 'end', 'yourself']);
  });
});

describe('reading ahead', () => {
  test('goes through more buffers than there are, where they are read in between', () => {
    const rows = Array.from({ length: 90_000 }, (_, n) => `${n},${'x'.repeat(100)}\n`).join('');
    let slept = 0;
    const { entries } = given({ 'stock/1.csv': head + rows }, unknowing, (ring) => {
      vi.spyOn(Atomics, 'wait').mockImplementation(() => {
        slept++;
        expect(ring.produced - ring.consumed).toBeGreaterThan(0);
        while (ring.consumed < ring.produced) ring.consume();
        return 'ok';
      });
    });
    expect(slept).toBeGreaterThan(2);
    expect(entries.slice(-2)).toEqual(['end', 'yourself']);
  });

  test('goes as far as there is room, and no further once nobody wants it', () => {
    const files = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`stock/${n}.csv`, `${head}${n},x\n`]));
    const { entries } = given(files, unknowing, (ring) => {
      vi.spyOn(Atomics, 'wait').mockImplementation(() => {
        expect(ring.produced).toBe(ENTRIES);
        ring.stop();
        return 'ok';
      });
    });
    expect(entries).toHaveLength(ENTRIES);
    expect(entries.slice(0, 4)).toEqual(['header', '1 rows: 0|x', 'end', 'sameHeader']);
  });

  test('does not begin where nobody wants it, or where the memory is none', () => {
    expect(given({ 'stock/1.csv': head }, unknowing, (ring) => ring.stop()).entries).toEqual([]);
    const ring = new Ring();
    const { port1, port2 } = new MessageChannel();
    if (!(ring.memory instanceof SharedArrayBuffer)) throw new TypeError('a ring is shared');
    const order = {
      ring: ring.memory,
      module: {},
      memory: {},
      batches: [],
      buffers: [],
      home: '',
      tables: [],
      port: port2,
    };
    readAheadOf(order, unknowing);
    expect([ring.produced, ring.awaitProduced(0)]).toEqual([0, false]);
    port1.close();
  });

  test('takes no memory of its own', () => {
    withKernel(true, () => {
      const own = kernel();
      if (own === null) throw new Error('no kernel');
      const joined = joinKernel(own.module, own.memory);
      expect(() => joined?.call.allocate(8)).toThrow(RangeError);
      expect(kernel()).toBe(joined);
      expect(joinKernel(own.module, {})).toBeNull();
      expect(joinKernel({}, own.memory)).toBeNull();
    });
  });
});
