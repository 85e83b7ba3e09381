// Who reads what is wrong with a row is told what would be right.

import { describe, expect, test } from 'vitest';
import { type Cells, readRow } from './ledgerrow.js';

const goods = { date: '2022-01-12', item: 'SUIT' };

describe('who reads what is wrong is told what would be right:', () => {
  const hint = (change: Cells, lang: 'zh' | 'en' = 'en'): string => {
    const row = { ...goods, doc: 'CK1', kind: 'issue', qty: '5', from: 'D1', to: 'D2', ...change };
    return readRow('stock', row).book.findings.map(({ tell }) => tell(lang).hint)[0] ?? '';
  };

  test('the units of the item', () => {
    expect(hint({ qty: '3盒' })).toContain('套, 箱, 半箱');
    expect(hint({ unit: '盒' })).toContain('套, 箱, 半箱');
  });

  test('the words of the column, each in both languages, without further ones', () => {
    expect(hint({ kind: 'gift' })).toContain('期初, opening, 入库, receipt');
    expect(
      readRow('counts', { ...goods, site: 'D1', counted: '5', when: 'x' }).book.findings[0]?.tell('en').hint,
    ).toContain('日终, close, 日初, open');
  });

  test('the items, sites and people that it may have meant', () => {
    expect(hint({ item: 'SUIR' })).toContain('did you mean SUIT?');
    expect(hint({ item: '手套', spec: 'XL' })).toContain('there is G-S S 双, G-M M 双, G-B M 箱;');
    expect(hint({ item: '茶', spec: '红', unit: '斤' })).not.toContain('  ');
    expect(hint({ to: 'DD1' })).toContain('did you mean D1');
    expect(hint({ by: 'P11' })).toContain('did you mean P1');
  });

  test('the name of the column in both languages, or the one it has', () => {
    expect(
      readRow('stock', { ...goods, kind: 'issue', qty: '5', from: 'D1', to: 'D2' }).book.findings[0]?.tell('zh')
        .message,
    ).toContain('单号');
  });
});
