// A book is read by plain loops or by compiled ones: both give the same book, with the same complaints about it.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadBook } from '../../src/book/load.js';
import { parseDay } from '../../src/core/day.js';
import { memoryWorkspace } from '../../src/source/workspace.js';
import { books } from '../model/books.js';
import { compiled, damage, damaged, plain, told } from './bothways.js';

describe('the compiled loops', () => {
  test('read any book, sound or damaged, as the plain ones do', () => {
    fc.assert(
      fc.property(books(), fc.array(damage, { maxLength: 6 }), ({ files }, marks) => {
        const workspace = memoryWorkspace(damaged(files, marks));
        expect(told(workspace, compiled)).toEqual(told(workspace, plain));
      }),
      { numRuns: Number(process.env.MODEL_RUNS ?? 120) },
    );
  });

  test('forget when a lot expires with the rows that said so, where a file is read anew in another encoding', () => {
    const row = (cells: string) => `2022-01-05,,RK1,receipt,MASK,L1,${cells}\n`;
    const head = 'date,time,doc,kind,item,lot,expiry,qty,unit,from,to,note\n';
    const text = head + row('2022-06-30,1,,SUP,D1,').repeat(40_000);
    // 防 as GB18030 has it, beyond what is read before anything is taken.
    const last = [...new TextEncoder().encode(row('2022-06-30,1,,SUP,D1,').trimEnd()), 0xb7, 0xc0, 0x0a];
    const workspace = memoryWorkspace({
      'taizhang.yaml': 'version: 1\ntitle: 供应点\n',
      'items.csv': 'item,name,category,unit,lots\nMASK,口罩,protective,只,required\n',
      'sites.csv': 'site,name,kind\nD1,总库,depot\n',
      'parties.csv': 'party,name,kind\nSUP,市里,supplier\n',
      'stock/1.csv': new Uint8Array([...new TextEncoder().encode(text), ...last]),
    });
    expect(text.length).toBeGreaterThan(1 << 20);
    for (const ways of [compiled, plain]) {
      const { stock, lots } = loadBook(workspace, null, ways);
      expect(stock.length).toBe(40_001);
      expect(lots.expiry(stock.lot.data[0] ?? -1)).toBe(parseDay('2022-06-30'));
    }
  });
});
