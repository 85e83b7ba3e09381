// What words stand for: places and their names, items that a specification or a unit tells apart, and units.

import { describe, expect, test } from 'vitest';
import type { Resolver } from '../../src/book/ledger/resolver.js';
import { AMBIGUOUS, EMPTY, FAULT, UNKNOWN } from '../../src/book/vocabulary.js';
import { ONE, quantity } from '../../src/core/quantity.js';
import { CELL, column } from './column.js';
import { REGISTERS, registersBut, resolverOf } from './desk.js';

describe('a place', () => {
  const { places } = resolverOf();
  const sites = ['D1', 'D2', 'S1', 'S2', 'S3'];
  const parties = ['SUP', 'RC', 'H1', 'H2'];

  test('is a site, a party, goods on the way, or a sender that stands in no register', () => {
    const free = [places.freeText('民政局'), places.freeText(' 民政局 '), places.freeText('妇联')];
    expect(free[0]).toBe(free[1]);
    expect(new Set([...free, places.transit]).size).toBe(3);
    const all = Array.from({ length: Math.max(...free) + 1 }, (_, place) => place);
    expect(all.map((place) => places.code(place))).toEqual([...sites, ...parties, 'transit', '民政局', '妇联']);
    expect(all.map((place) => places.name(place))).toEqual([
      '总仓',
      '分仓',
      '隔离点',
      '隔离点',
      '红十字会',
      '供应商',
      '红十字会',
      '医院',
      '医院',
      '在途',
      '民政局',
      '妇联',
    ]);
    expect(all.filter((place) => places.isSite(place)).map((place) => places.code(place))).toEqual(sites);
    expect(all.slice(places.sites, places.parties).map((place) => places.code(place))).toEqual(parties);
  });

  test('that is none has no code and no name', () => {
    expect([places.code(EMPTY), places.name(EMPTY), places.isSite(EMPTY)]).toEqual(['', '', false]);
  });

  test('is found by its code or name, and one that several bear by neither', () => {
    const resolver = resolverOf();
    const at = (word: string): [number, number] => {
      const name = resolver.placeNames.of(word);
      return [resolver.siteAt(name), resolver.partyAt(name)];
    };
    expect(at('D2')).toEqual([1, UNKNOWN]);
    expect(at('医院')).toEqual([UNKNOWN, AMBIGUOUS]);
    expect(at('红十字会')).toEqual([4, 6]);
    expect(at('隔离点')).toEqual([AMBIGUOUS, UNKNOWN]);
    expect(at('TRANSIT')).toEqual([resolver.places.transit, UNKNOWN]);
    expect(at('D9')).toEqual([UNKNOWN, UNKNOWN]);
  });

  test('may be called what goods on the way are called', () => {
    const sites = `${REGISTERS['sites.csv']}T1,在途,other\n`;
    const resolver = resolverOf({ ...REGISTERS, 'sites.csv': sites });
    expect(resolver.places.code(resolver.siteAt(resolver.placeNames.of('在途')))).toBe('T1');
  });
});

/** The code of the item that a word means with a specification and a unit. */
function itemOf(resolver: Resolver, word: string, spec = '', unit = ''): string {
  const batch = column([word]);
  const values = new Int32Array(1);
  resolver.items.fill(batch, CELL, values);
  const found = resolver.itemWith(values[0] ?? 0, resolver.specs.of(spec), resolver.units.of(unit));
  return found === UNKNOWN ? 'unknown' : found === AMBIGUOUS ? 'ambiguous' : resolver.item(found).code;
}

describe('an item', () => {
  test.each([
    ['SUIT', '', '', 'SUIT'],
    ['防护服', '175', '', 'SUIT'],
    ['手套', '', '', 'ambiguous'],
    ['手套', 'S', '', 'G-S'],
    ['手套', 'M', '', 'ambiguous'],
    ['手套', 'M', '双', 'G-M'],
    ['手套', 'M', '箱', 'G-B'],
    ['手套', '', '箱', 'G-B'],
    ['手套', '', '双', 'ambiguous'],
    ['手套', '', '套', 'ambiguous'],
    ['手套', 'XL', '', 'unknown'],
    ['茶', '绿', '', 'TEA'],
    ['茶', '红', '', 'TEA2'],
    ['茶', '', '', 'ambiguous'],
    ['G-S', 'M', '', 'unknown'],
    ['nothing', '', '', 'unknown'],
    ['nothing', 'S', '', 'unknown'],
  ])('%s with the specification "%s" in "%s" is %s', (word, spec, unit, code) => {
    expect(itemOf(resolverOf(), word, spec, unit)).toBe(code);
  });

  test('is the same whatever was asked before', () => {
    const resolver = resolverOf();
    const asked = [
      ['手套', 'S', ''],
      ['手套', 'M', ''],
      ['手套', 'M', '双'],
      ['手套', 'M', '箱'],
      ['手套', '', '箱'],
      ['手套', '', '双'],
      ['茶', '绿', ''],
      ['茶', '红', ''],
      ['茶', 'S', ''],
      ['手套', '绿', ''],
      ['手套', 'S', '箱'],
      ['防护服', 'S', ''],
    ] as const;
    const all = () => asked.map(([word, spec, unit]) => itemOf(resolver, word, spec, unit));
    const apart = asked.map(([word, spec, unit]) => itemOf(resolverOf(), word, spec, unit));
    expect(all()).toEqual(apart);
    expect(all().reverse()).toEqual(apart.reverse());
  });

  test('fits its own specification, and any where it has none', () => {
    const resolver = resolverOf();
    const fits = (code: string, spec: string): boolean => {
      const item = resolver.registers.items.directory.code(code) ?? -1;
      return resolver.specFits(item, resolver.specs.of(spec));
    };
    expect([fits('G-S', 'S'), fits('G-S', 'M'), fits('G-S', ''), fits('SUIT', 'S'), fits('SUIT', '')]).toEqual([
      true,
      false,
      true,
      true,
      true,
    ]);
  });
});

describe('a unit of an item', () => {
  const resolver = resolverOf();
  const item = (code: string): number => resolver.registers.items.directory.code(code) ?? -1;
  const factor = (code: string, unit: string) => resolver.factor(item(code), resolver.units.of(unit));

  test('is so many base units, asked once or again', () => {
    for (let turn = 0; turn < 2; turn++) {
      expect([factor('SUIT', '套'), factor('SUIT', '箱'), factor('SUIT', '半箱'), factor('SUIT', '')]).toEqual([
        ONE,
        20 * ONE,
        ONE / 2,
        ONE,
      ]);
      expect([factor('MASK', '盒'), factor('MASK', '箱'), factor('SUIT', '盒'), factor('G-B', '箱')]).toEqual([
        10 * ONE,
        null,
        null,
        ONE,
      ]);
    }
  });

  test('turns an amount into base units where that is exact', () => {
    const base = (code: string, amount: number, unit: string) =>
      resolver.inBaseUnits(item(code), quantity(amount), resolver.units.of(unit));
    expect(base('SUIT', 3 * ONE, '箱')).toBe(60 * ONE);
    expect(base('SUIT', 1, '半箱')).toBe('decimals');
    expect(base('BIG', 2 * ONE, '船')).toBe('range');
    expect(base('SUIT', ONE, '盒')).toBe('unit');
  });
});

describe('a member of staff', () => {
  test('is told by name', () => {
    const resolver = resolverOf();
    expect([0, 1, 9].map((member) => resolver.staffName(member))).toEqual(['张三', '李四', '']);
    expect(['P2', '李四', '王五', 'P9'].map((word) => resolver.staff.valueOfText(word))).toEqual([
      1,
      1,
      AMBIGUOUS,
      UNKNOWN,
    ]);
  });

  test('is anybody at all where there is no register', () => {
    const resolver = resolverOf(registersBut('staff.csv'));
    const [one, two, again] = ['甲', '乙', '甲'].map((word) => resolver.staff.valueOfText(word));
    expect([resolver.staffName(one ?? -1), resolver.staffName(two ?? -1), again]).toEqual(['甲', '乙', one]);
    expect(one).not.toBe(two);
  });
});

test('days and times that are none are told from those that are', () => {
  const { days, times } = resolverOf();
  expect(['2022-01-12', '1970-01-01', 'soon', ''].map((text) => days.valueOfText(text))).toEqual([
    19004,
    0,
    UNKNOWN,
    -1,
  ]);
  expect(['09:20', '00:00', 'noon', ''].map((text) => times.valueOfText(text))).toEqual([560, 0, UNKNOWN, -1]);
  expect(FAULT).toBe(UNKNOWN);
});
