// Which rows of movements are taken over as they stand and which want a closer look: row by row in plain loops, and in
// the kernel, which knows what was asked once.

import { describe, expect, test } from 'vitest';
import { columnsOf } from '../../src/book/columns.js';
import { readHeader } from '../../src/book/header.js';
import { MovementEnds } from '../../src/book/ledger/ends.js';
import { ExpiryDeclarations } from '../../src/book/ledger/expiries.js';
import { StockCells } from '../../src/book/ledger/stockcells.js';
import { StockKernel } from '../../src/book/ledger/stockkernel.js';
import { PlainStock } from '../../src/book/ledger/stockplain.js';
import { StockRows } from '../../src/book/ledger/stockrows.js';
import { StockSigners } from '../../src/book/ledger/stocksigners.js';
import { CsvReader } from '../../src/source/csv/read.js';
import { withKernel } from '../../src/source/wasm/kernel.js';
import { bytesSource } from '../../src/source/workspace.js';
import { REGISTERS, registersBut, resolverOf } from './desk.js';

const columns = columnsOf('stock');
const head = 'date,time,doc,kind,item,spec,lot,expiry,qty,unit,from,to,by,checked_by,ref';

interface Taken {
  /** By row who took it: the kernel, the plain loop, or nobody, since it wants a look. */
  readonly by: readonly ('kernel' | 'plain' | 'look')[];
  readonly rows: StockRows;
  readonly signers: StockSigners;
}

function taken(lines: readonly string[], compiled: boolean, files = REGISTERS): Taken {
  return withKernel(compiled, () => {
    const resolver = resolverOf(files);
    const rows = new StockRows();
    const text = `${[head, ...lines].join('\n')}\n`;
    rows.expect(text.length);
    const { items, staff } = resolver.registers;
    const desk = {
      resolver,
      rows,
      cells: new StockCells(resolver),
      ends: new MovementEnds(resolver),
      expiries: new ExpiryDeclarations(resolver.lots),
      signers: new StockSigners(staff),
      lotModes: Uint8Array.from(items.all, ({ lots }) => ({ no: 0, auto: 1, required: 2 })[lots]),
    };
    const plain = new PlainStock(desk);
    const judge = StockKernel.make(desk);
    expect(judge !== null).toBe(compiled);
    const by: Taken['by'][number][] = [];
    let cellOf = new Int32Array(0);
    new CsvReader().read(bytesSource(new TextEncoder().encode(text)), {
      header(cells) {
        const header = readHeader('stock/a.csv', cells, columns);
        cellOf = Int32Array.from(header.cellOf);
        rows.begin({ path: 'stock/a.csv', cellOf });
      },
      batch(batch) {
        desk.cells.fill(batch, cellOf);
        judge?.begin(batch);
        for (let row = 0; row < batch.rows; row++) {
          for (const stopped = judge?.judge(batch, row) ?? row; row < stopped; row++) by.push('kernel');
          if (row >= batch.rows) break;
          if (plain.take(batch, row, row + 1) === row) by.push('look');
          else {
            by.push('plain');
            judge?.learn(row);
          }
        }
      },
      multiline: () => false,
      restart() {},
    });
    return { by, rows, signers: desk.signers };
  });
}

type Change = Readonly<Record<string, string>>;

function line(change: Change): string {
  const sound: Change = { date: '2022-01-12', doc: 'CK1', kind: 'issue', item: 'SUIT', qty: '5', from: 'D1', to: 'D2' };
  return head
    .split(',')
    .map((column) => change[column] ?? sound[column] ?? '')
    .join(',');
}

const plainRows: readonly Change[] = [
  {},
  { date: '1970-01-01', time: '00:00' },
  { kind: 'opening', from: '' },
  { kind: 'receipt', from: 'SUP' },
  { kind: 'transfer', to: 'S1' },
  { kind: 'return', from: 'S1', to: 'D1', ref: 'CK0' },
  { kind: 'disposal', to: '' },
  { kind: 'gain', from: '', to: 'D1' },
  { kind: 'loss', to: '' },
  { to: 'H1' },
  { item: '防护服', spec: '175' },
  { item: 'G-S', spec: 'S' },
  { item: 'G-M' },
  { item: '手套', spec: 'S' },
  { item: '茶', spec: '红' },
  { qty: '3', unit: '箱' },
  { qty: '3箱' },
  { qty: '3箱', unit: '箱' },
  { qty: '3', unit: '套' },
  { qty: '0.000001' },
  { item: 'MASK' },
  { item: 'MASK', lot: 'L1' },
  { item: 'MASK', kind: 'receipt', from: 'SUP', lot: 'L1' },
  { item: 'KIT', lot: 'L1' },
  { expiry: '2022-06-30' },
  { by: 'P1' },
  { checked_by: 'P1' },
  { by: 'P1', checked_by: '李四' },
  { ref: 'SQ1' },
];

const odd: readonly Change[] = [
  { date: '' },
  { date: 'soon' },
  { time: 'noon' },
  { doc: '' },
  { kind: '' },
  { kind: 'gift' },
  { kind: 'reversal', ref: 'CK0' },
  { item: '' },
  { item: 'NONE' },
  { item: '手套' },
  { item: '手套', spec: 'M' },
  { item: 'G-S', spec: 'M' },
  { qty: '' },
  { qty: '0' },
  { qty: '-1' },
  { qty: 'few' },
  { qty: '3箱', unit: '套' },
  { qty: '3盒' },
  { unit: '盒' },
  { unit: '半箱' },
  { item: 'BIG', unit: '船', qty: '2' },
  { lot: 'L1' },
  { item: 'KIT' },
  { item: 'MASK', kind: 'receipt', from: 'SUP' },
  { expiry: 'never' },
  { by: 'P9' },
  { checked_by: 'P9' },
  { from: '' },
  { to: '' },
  { to: 'D1' },
  { from: 'nowhere' },
  { to: '红十字会' },
  { kind: 'opening', from: 'D2' },
  { kind: 'return', from: '在途', to: 'D1', ref: 'CK0' },
  { kind: 'loss', from: '在途', to: '', ref: 'CK0' },
];

describe('a row that is sound', () => {
  test.each(plainRows)('%j is taken over as it stands', (change) => {
    expect(taken([line(change)], false).by).toEqual(['plain']);
  });

  test.each([
    ['as it was stated on that day', {}, 'kernel'],
    ['as it was stated on an earlier day', { date: '2022-01-11' }, 'kernel'],
    ['on an earlier day than before', { date: '2022-01-09' }, 'plain'],
    ['otherwise than before', { expiry: '2022-07-31' }, 'plain'],
  ])('that states the expiry of its lot %s is taken over by whoever has to know', (_how, change, whom) => {
    const stated = { item: 'MASK', lot: 'L1', expiry: '2022-06-30', date: '2022-01-10' };
    expect(taken([line(stated), line({ ...stated, ...change })], true).by).toEqual(['plain', whom]);
  });

  test.each(plainRows)('%j is known to the kernel once it was asked', (change) => {
    const lines = [line(change), line({ ...change, doc: 'CK2' })];
    const { by, rows } = taken(lines, true);
    expect(by).toEqual(['plain', 'kernel']);
    const plain = taken(lines, false).rows;
    expect([0, 1].map((row) => rows.movement(row))).toEqual([0, 1].map((row) => plain.movement(row)));
    expect([...rows.referring.data.subarray(0, rows.referring.length)]).toEqual([
      ...plain.referring.data.subarray(0, plain.referring.length),
    ]);
    expect(rows.recordPlace(1)).toEqual(plain.recordPlace(1));
  });
});

describe('a row that may be wrong, or is no simple movement,', () => {
  test.each(odd)('%j wants a closer look', (change) => {
    expect(taken([line(change)], false).by).toEqual(['look']);
  });

  test('wants it from the kernel too, whatever that knows', () => {
    // Everything was asked before: no name, unit or lot in these rows is new.
    const asked = [...plainRows, { item: '手套', spec: 'S' }, { item: 'MASK', lot: 'L1', unit: '盒' }].map(line);
    const { by } = taken([...asked, ...odd.map(line)], true);
    expect(by.slice(asked.length)).toEqual(odd.map(() => 'look'));
  });

  test('with more cells than the header, or fewer, wants one', () => {
    expect(taken([`${line({})},x`, line({}).replace(/,$/, '')], false).by).toEqual(['look', 'look']);
  });
});

describe('the kernel', () => {
  const cellsOf = ({ inOrder, length }: StockRows) => inOrder.map(({ data }) => Array.from(data.subarray(0, length)));

  /** Rows that are asked anew after many others still are known, and those others too. */
  function knownAgain(lines: readonly string[], files = REGISTERS): void {
    const again = [...lines, ...lines];
    const { by, rows } = taken(again, true, files);
    const plain = taken(again, false, files).rows;
    expect(by.slice(lines.length)).toEqual(lines.map(() => 'kernel'));
    expect(rows.length).toBe(again.length);
    expect(cellsOf(rows)).toEqual(cellsOf(plain));
  }

  test('knows as many places as a book names', () => {
    const senders = Array.from({ length: 3_000 }, (_, n) =>
      line({ kind: 'receipt', from: `捐赠方${n}`, doc: `RK${n}` }),
    );
    knownAgain([line({}), ...senders, line({ to: 'S1' })], registersBut('parties.csv'));
  });

  test('knows as many lots as a book has, of several items under one name among them', () => {
    const lots = Array.from({ length: 2_600 }, (_, n) => line({ item: 'MASK', lot: `L${n}` }));
    const kits = [line({ item: 'KIT', lot: 'K1' }), line({ item: 'KIT', lot: 'K2' })];
    knownAgain([...kits, ...lots, ...kits]);
  });

  test('asks again for a lot that another item has under the same name', () => {
    const lines = [line({ item: 'MASK', lot: 'L1' }), line({ item: 'KIT', lot: 'L1' })];
    const { rows } = taken([...lines, ...lines, ...lines], true);
    const plain = taken([...lines, ...lines, ...lines], false).rows;
    for (let row = 0; row < 6; row++) expect(rows.movement(row)).toEqual(plain.movement(row));
  });

  test('knows units and specifications of many items', () => {
    const many = Array.from(
      { length: 300 },
      (_, n) =>
        `I${n},物资${n},living,件,箱=${n + 2},no,\nJ${n},同名${n},living,件,,no,大\nK${n},同名${n},living,件,,no,小`,
    );
    const items = `${REGISTERS['items.csv']}${many.join('\n')}\n`;
    const rows = Array.from({ length: 300 }, (_, n) => [
      line({ item: `I${n}`, unit: '箱' }),
      line({ item: `同名${n}`, spec: n % 2 === 0 ? '大' : '小' }),
    ]);
    const lines = rows.flat();
    const { rows: read } = taken([...lines, ...lines], true, { ...REGISTERS, 'items.csv': items });
    const plain = taken([...lines, ...lines], false, { ...REGISTERS, 'items.csv': items }).rows;
    expect(cellsOf(read)).toEqual(cellsOf(plain));
  });
});

describe('who signed', () => {
  const staff = 'staff,name,from,until\nP1,张三,,\nP2,李四,2022-01-10,2022-01-12\nP3,王五,2022-01-12,\n';
  const files = { ...REGISTERS, 'staff.csv': staff };

  test.each([
    ['2022-01-09', 'P2', '', ['0 by 1']],
    ['2022-01-10', 'P2', '', []],
    ['2022-01-12', 'P2', 'P3', []],
    ['2022-01-13', 'P2', '', ['0 by 1']],
    ['2022-01-11', '', 'P3', ['0 checked_by 2']],
    ['2022-01-11', 'P3', 'P3', ['0 by 2', '0 checked_by 2']],
    ['1970-01-01', 'P1', '', []],
    ['2099-01-01', '', 'P1', []],
  ])('on %s, "%s" and "%s", did so in their time of service', (date, by, checker, expected) => {
    for (const compiled of [false, true]) {
      const { signers } = taken([line({ date, by, checked_by: checker })], compiled, files);
      const told = signers.inactive.map(({ row, column, member }) => `${row} ${columns[column]?.name} ${member}`);
      expect(told).toEqual(expected);
      expect(signers.selfChecked).toEqual(by !== '' && by === checker ? [{ row: 0, member: 2 }] : []);
    }
  });

  test('is forgotten with the rows', () => {
    const lines = ['2022-01-09', '2022-01-09', '2022-01-09'].map((date) => line({ date, by: 'P2', checked_by: 'P2' }));
    const { signers } = taken(lines, false, files);
    expect([signers.inactive.length, signers.selfChecked.length]).toEqual([6, 3]);
    signers.forgetFrom(1);
    expect([signers.inactive.length, signers.selfChecked.length]).toEqual([2, 1]);
    signers.forgetFrom(0);
    expect([signers.inactive.length, signers.selfChecked.length]).toEqual([0, 0]);
  });

  test('is anybody where no staff is registered, and nobody is outside their time', () => {
    const { signers, by } = taken([line({ by: '甲', checked_by: '乙' })], false, registersBut('staff.csv'));
    expect([by, signers.inactive, signers.selfChecked]).toEqual([['plain'], [], []]);
  });
});

describe('rows of movements', () => {
  test('that refer to others are forgotten with the rows', () => {
    const { rows } = taken([line({ ref: 'A' }), line({}), line({ ref: 'B' }), line({ ref: 'C' })], false);
    const referring = (): number[] => [...rows.referring.data.subarray(0, rows.referring.length)];
    expect(referring()).toEqual([0, 2, 3]);
    rows.settle(3);
    expect(referring()).toEqual([0, 2]);
    rows.settle(2);
    expect(referring()).toEqual([0]);
    rows.settle(0);
    expect([referring(), rows.length]).toEqual([[], 0]);
  });

  test('lie in the kernel’s memory where there is room for them', () => {
    const roomy = (compiled: boolean, bytes: number, more: number): boolean =>
      withKernel(compiled, () => {
        const rows = new StockRows();
        rows.expect(bytes);
        return rows.inKernel(more);
      });
    expect([roomy(true, 0, 0), roomy(true, 0, 1024), roomy(true, 0, 1025), roomy(true, 4_000, 1124)]).toEqual([
      true,
      true,
      false,
      true,
    ]);
    expect([roomy(false, 0, 0), roomy(true, 4_000, 1125)]).toEqual([false, false]);
  });
});
