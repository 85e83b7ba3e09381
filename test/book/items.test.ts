// Items as they are read: what each cell comes to, and what is said of one that is wrong.

import { describe, expect, test } from 'vitest';
import { type Item, itemTitle } from '../../src/book/register/items.js';
import { formatDay } from '../../src/core/day.js';
import { ONE } from '../../src/core/quantity.js';
import { items } from './register.js';

describe('an item', () => {
  const head = 'item,name,category,unit,packs,aliases,lots,min,max,cover_days,until,standard_code,spec';
  const one = (row: string): Item => {
    const read = items(head, row);
    expect(read.found).toEqual([]);
    return read.all[0]!;
  };
  const wrong = (row: string): string[] => {
    const { found, all } = items(head, row);
    expect(all[0]?.sound).toBe(false);
    return [...found];
  };

  test('has everything that its row says', () => {
    const read = one('SUIT,防护服,protective,套,箱=20;包=5,大白；防护衣,auto,10,1000套,14,2023-01-31,1010203,175');
    expect(read).toMatchObject({
      code: 'SUIT',
      name: '防护服',
      spec: '175',
      category: 'protective',
      unit: '套',
      aliases: ['大白', '防护衣'],
      lots: 'auto',
      min: 10 * ONE,
      max: 1000 * ONE,
      coverDays: 14,
      standardCode: '1010203',
      sound: true,
      at: { kind: 'cell', file: 'items.csv', cell: 0 },
      levelsAt: { min: { kind: 'cell', cell: 7 }, max: { kind: 'cell', cell: 8 } },
    });
    expect([...read.packs]).toEqual([
      ['套', ONE],
      ['箱', 20 * ONE],
      ['包', 5 * ONE],
    ]);
    expect(formatDay(read.until!)).toBe('2023-01-31');
    expect(itemTitle(read)).toBe('防护服（175）');
  });

  test('has its defaults where the row says nothing', () => {
    const read = one('SUIT,防护服,protective,套,,,,,,,,,');
    expect(read).toMatchObject({
      spec: '',
      aliases: [],
      lots: 'no',
      min: null,
      max: null,
      coverDays: null,
      until: null,
      standardCode: '',
      sound: true,
    });
    expect(itemTitle(read)).toBe('防护服');
    const short = items('item,name,category,unit', 'SUIT,防护服,protective,套');
    expect(short.all[0]).toMatchObject({ lots: 'no', min: null, levelsAt: { min: { kind: 'record' } } });
  });

  test('is found by its code, its name and its aliases, and by a code before any name', () => {
    const read = items(head, 'A,B,protective,套,,x;y,,,,,,,', 'B,C,protective,套,,,,,,,,,', 'D,C,living,kg,,,,,,,,,');
    expect(['A', 'B', 'x', 'y', 'C', 'z', ''].map((word) => read.find(word))).toEqual([
      [0],
      [1],
      [0],
      [0],
      [1, 2],
      [],
      [],
    ]);
  });

  test('has a category by its key or by any of its names', () => {
    const categoryOf = (text: string) => one(`SUIT,防护服,${text},套,,,,,,,,,`).category;
    expect(['protective', '防护物资', 'protective items', '生活保障物资'].map(categoryOf)).toEqual([
      'protective',
      'protective',
      'protective',
      'living',
    ]);
    expect(wrong('SUIT,防护服,meals,套,,,,,,,,,')).toEqual(['2:10 value/choice']);
    expect(items(head, 'SUIT,防护服,meals,套,,,,,,,,,').said[0]).toMatch(
      /meals.*防护物资 protective.*生活保障物资 living/,
    );
  });

  test.each(['箱=20', '箱 = 20 ; 包=5', '箱＝20；包＝5', '箱=20套', '箱=1.5', '箱=1,000', '箱=20;箱=20', '套=1'])(
    'comes in packs of %s',
    (packs) => {
      expect(one(`SUIT,防护服,protective,套,"${packs}",,,,,,,,`).packs.get('套')).toBe(ONE);
    },
  );

  test('has the size of its packs in base units', () => {
    const packs = one('SUIT,防护服,protective,套,"箱 = 20 套；包＝1,000",,,,,,,,').packs;
    expect([packs.get('箱'), packs.get('包')]).toEqual([20 * ONE, 1000 * ONE]);
  });

  test.each(['箱', '=20', '箱=', '箱=x', '箱=0', '箱=-5', '箱=20只', '箱=20=5', '箱=20;箱=21', '套=2'])(
    'cannot come in packs of %s',
    (packs) => {
      expect(wrong(`SUIT,防护服,protective,套,${packs},,,,,,,,`)).toEqual(['2:23 value/unit']);
    },
  );

  test.each([
    ['auto', 'auto'],
    ['自动', 'auto'],
    ['REQUIRED', 'required'],
    ['必填', 'required'],
    ['否', 'no'],
  ])('keeps its lots: %s', (word, mode) => {
    expect(one(`SUIT,防护服,protective,套,,,${word},,,,,,`).lots).toBe(mode);
  });

  test('keeps its lots in one of three ways, named where it is another', () => {
    expect(wrong('SUIT,防护服,protective,套,,,maybe,,,,,,')).toEqual(['2:25 value/choice']);
    expect(items(head, 'SUIT,防护服,protective,套,,,maybe,,,,,,').said[0]).toMatch(
      /否.*no.*自动.*auto.*必填.*required/,
    );
  });

  test.each(['0', '5', '5套', '1.5', '３', '1,000'])('may have a least of %s', (text) => {
    expect(one(`SUIT,防护服,protective,套,,,,"${text}",,,,,`).min).not.toBeNull();
  });

  test.each(['-1', 'x', '5只', '1,00'])('may not have a least of %s', (text) => {
    expect(wrong(`SUIT,防护服,protective,套,,,,"${text}",,,,,`)[0]).toMatch(/^2:26 value\/quantity$/);
  });

  test('says of a least below zero that it is below zero, and of another that it is no quantity', () => {
    const said = (text: string) => items(head, `SUIT,防护服,protective,套,,,,${text},,,,,`).said[0];
    expect(said('-1')).not.toBe(said('x')?.replace('x', '-1'));
  });

  test('has whole days of cover', () => {
    expect(one('SUIT,防护服,protective,套,,,,,,0,,,').coverDays).toBe(0);
    expect(one('SUIT,防护服,protective,套,,,,,,123456789,,,').coverDays).toBe(123_456_789);
    for (const text of ['1.5', '-1', 'x', '1234567890', '3天'])
      expect(wrong(`SUIT,防护服,protective,套,,,,,,${text},,,`), text).toEqual(['2:28 value/quantity']);
  });

  test('has a day until when it is used', () => {
    expect(wrong('SUIT,防护服,protective,套,,,,,,,soon,,')).toEqual(['2:29 value/date']);
    expect(wrong('SUIT,防护服,protective,套,,,,,,,2022-02-30,,')).toEqual(['2:29 value/date']);
  });

  test.each(['1010101', '3999999', '2010110'])('may have the standard code %s', (code) => {
    expect(one(`SUIT,防护服,protective,套,,,,,,,,${code},`).standardCode).toBe(code);
  });

  test.each(['4010101', '101010', '10101011', 'x1010101', '1000101', '1010100', '0010101'])(
    'may not have the standard code %s',
    (code) => {
      expect(wrong(`SUIT,防护服,protective,套,,,,,,,,${code},`)).toEqual(['2:30 value/choice']);
    },
  );

  test('needs a code, a name, a category and a unit; without a code it is nothing that could be named', () => {
    expect(items(head, ',防护服,protective,套,,,,,,,,,')).toMatchObject({ all: [], found: ['2:1 value/required'] });
    expect(wrong('SUIT,,protective,套,,,,,,,,,')).toEqual(['2:6 value/required']);
    expect(wrong('SUIT,防护服,,套,,,,,,,,,')).toEqual(['2:10 value/required']);
    expect(wrong('SUIT,防护服,protective,,,,,,,,,,')).toEqual(['2:21 value/required']);
  });

  test('is sound in a file without its column for names only where that is said at the header', () => {
    const read = items('item,category,unit', 'SUIT,protective,套');
    expect(read.found).toEqual(['1:1 csv/header-missing']);
    expect(read.all[0]).toMatchObject({ code: 'SUIT', name: '', sound: false });
    expect(read.readable).toBe(true);
  });
});

describe('two items', () => {
  const head = 'item,name,spec,category,unit,aliases';

  test('may not have one code: the first has it, and the other is pointed to it', () => {
    const read = items(head, 'A,甲,,living,kg,', 'A,乙,,living,kg,');
    expect(read.found).toEqual(['3:1 id/duplicate']);
    expect([read.said[0], read.beside]).toEqual([expect.stringContaining('"A"'), [[2]]]);
    expect(read.all.map(({ name }) => name)).toEqual(['甲']);
    expect(read.find('乙')).toEqual([]);
  });

  test('may have one name where their specification or their unit tells them apart', () => {
    expect(items(head, 'A,甲,175,living,kg,', 'B,甲,180,living,kg,').found).toEqual([]);
    expect(items(head, 'A,甲,,living,kg,', 'B,甲,,living,袋,').found).toEqual([]);
    const same = items(head, 'A,甲,175,living,kg,', 'B,甲,175,living,kg,');
    expect(same.found).toEqual(['3:3 id/duplicate']);
    expect(same.all).toHaveLength(2);
  });

  test('may not have one alias; an alias may be the name of another, which is then ambiguous', () => {
    const read = items(head, 'A,甲,,living,kg,x;y', 'B,乙,,living,kg,z;y', 'C,丙,,living,kg,甲');
    expect(read.found).toEqual(['3:16 id/duplicate']);
    expect([read.find('y'), read.find('甲')]).toEqual([
      [0, 1],
      [0, 2],
    ]);
    // The name of one may be the alias of the other, with the same specification.
    expect(items(head, 'A,甲,,living,kg,乙', 'B,乙,,living,kg,').found).toEqual([]);
  });

  test('that are wrong are told in the order of the file', () => {
    const read = items('item,name,category,unit,until', 'A,甲,x,kg,soon', ',乙,living,,', 'B,丙,living,kg,y');
    expect(read.found).toEqual([
      '2:5 value/choice',
      '2:10 value/date',
      '3:1 value/required',
      '3:11 value/required',
      '4:15 value/date',
    ]);
  });
});
