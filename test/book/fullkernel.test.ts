// A book for which the kernel's memory is too small is read all the same.

import { describe, expect, test } from 'vitest';
import { kernel } from '../../src/source/wasm/kernel.js';
import { memoryWorkspace, type Workspace } from '../../src/source/workspace.js';
import { compiled, plain, told } from './bothways.js';

describe('a book that the kernel has no room for', () => {
  const lines = Array.from({ length: 3000 }, (_, n) => `2022-01-12,QC-${n}-${'x'.repeat(n % 20)},opening,PPE,${n},,D1`);
  const files = {
    'taizhang.yaml': 'taizhang: 1\n',
    'items.csv': 'item,name,category,unit\nPPE,防护服,protective,套\n',
    'sites.csv': 'site,name,kind\nD1,总仓,depot\n',
    'stock/1.csv': `date,doc,kind,item,qty,from,to\n${lines.join('\n')}\n`,
    'stock/2.csv': `date,doc,kind,item,qty,from,to\n${lines.join('\n').replaceAll('QC', 'QD')}\n`,
  };
  const inMemory = memoryWorkspace(files);

  test('is read by the plain loops from the beginning, however late that shows', () => {
    const filling: Workspace = {
      ...inMemory,
      open(file) {
        // Whatever is left is taken away before the second file.
        for (let size = 2 ** 30 - 64; file === 'stock/2.csv' && size >= 64; ) {
          try {
            kernel()?.call.allocate(size);
            if (kernel() === null) break;
          } catch {
            size = Math.floor(size / 2);
          }
        }
        return inMemory.open(file);
      },
    };
    expect(told(filling, compiled)).toEqual(told(inMemory, plain));
  });

  test.each([0.9e9, 1.05e9, 1.6e9, 2e9, 2.2e9])('is read where its ledger has %d bytes', (bytes) => {
    const large: Workspace = {
      ...inMemory,
      size: (file) => (file === 'stock/1.csv' ? bytes : inMemory.size(file)),
    };
    expect(told(large, compiled)).toEqual(told(inMemory, plain));
  });
});
