// Items, sites, parties and staff as they are read: what each cell comes to, and what is said of one that is wrong.

import { describe, expect, test } from 'vitest';
import { type Item, itemTitle, readItems } from '../../src/book/register/items.js';
import { readParties, readSites } from '../../src/book/register/places.js';
import { readStaff } from '../../src/book/register/staff.js';
import { formatDay } from '../../src/core/day.js';
import type { Finding } from '../../src/core/finding.js';
import { ONE } from '../../src/core/quantity.js';
import { locate } from '../../src/source/locate.js';
import { memoryWorkspace } from '../../src/source/workspace.js';
import { told, words } from '../told.js';

const categories = new Map([
  ['protective', ['防护物资', 'protective items']],
  ['living', ['生活保障物资']],
]);

interface Read<T> {
  readonly all: readonly T[];
  readonly find: (word: string) => readonly number[];
  readonly readable: boolean;
  readonly present: boolean;
  /** `3:5 value/unit`, without the file. */
  readonly found: readonly string[];
  readonly said: readonly string[];
  /** Of each finding the lines that it points to besides its own. */
  readonly beside: readonly (readonly number[])[];
}

interface Register<T> {
  readonly all: readonly T[];
  readonly directory: { find(word: string): readonly number[] };
  readonly readable: boolean;
  readonly present: boolean;
}

type Reader<T> = (workspace: ReturnType<typeof memoryWorkspace>) => {
  readonly value: Register<T>;
  readonly findings: Finding[];
};

function readerOf<T>(name: string, read: Reader<T>): (...lines: readonly string[]) => Read<T> {
  return (...lines) => {
    const workspace = memoryWorkspace(lines.length === 0 ? {} : { [`${name}.csv`]: `${lines.join('\n')}\n` });
    const { value, findings } = read(workspace);
    return {
      all: value.all,
      find: (word) => value.directory.find(word),
      readable: value.readable,
      present: value.present,
      found: told(workspace, findings).map((place) => place.replace(`${name}.csv:`, '').replace(/-\d+ /, ' ')),
      said: words(findings, 'en'),
      beside: locate(workspace, findings, () => 'error').map(({ related }) => related.map(({ at }) => at.line)),
    };
  };
}

const items = readerOf('items', (workspace) => readItems(workspace, categories));
const sites = readerOf('sites', readSites);
const parties = readerOf('parties', readParties);
const staff = readerOf('staff', readStaff);

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

describe('a site', () => {
  const head = 'site,name,kind,unit,tracked,signs,served_by,capacity,opened,closed,address';

  test('has everything that its row says', () => {
    const { all, found } = sites(
      head,
      'S1,一号,隔离点,U1,是,yes,D1,120,2022-01-01,2022-02-01, 东街 8 号 ',
      'D1,仓库,depot,,,,,,,,',
    );
    expect(found).toEqual([]);
    expect(all[0]).toMatchObject({
      code: 'S1',
      name: '一号',
      kind: 'isolation',
      unit: 'U1',
      tracked: true,
      signs: true,
      servedBy: 'D1',
      capacity: 120,
      address: '东街 8 号',
      at: { kind: 'cell', cell: 0 },
      unitAt: { kind: 'cell', cell: 3 },
      sound: true,
    });
    expect([all[0]!.opened, all[0]!.closed].map((day) => formatDay(day!))).toEqual(['2022-01-01', '2022-02-01']);
  });

  test('keeps stock where it is a depot and not elsewhere, unless it says so; it signs only where it says so', () => {
    const { all } = sites(head, 'A,a,depot,,,,,,,,', 'B,b,other,,,,,,,,', 'C,c,depot,,no,,,,,,', 'D,d,zone,,1,Y,,,,,');
    expect(all.map(({ tracked, signs }) => [tracked, signs])).toEqual([
      [true, false],
      [false, false],
      [false, false],
      [true, true],
    ]);
  });

  test('needs a code, a name and a kind of those there are', () => {
    expect(sites(head, ',一号,depot,,,,,,,,')).toMatchObject({ all: [], found: ['2:1 value/required'] });
    expect(sites(head, 'S1,,depot,,,,,,,,').found).toEqual(['2:4 value/required']);
    const unkind = sites(head, 'S1,一号,,,,,,,,,', 'S2,二号,shop,,,,,,,,');
    expect(unkind.found).toEqual(['2:7 value/required', '3:7 value/choice']);
    expect(unkind.all.map(({ kind, sound }) => [kind, sound])).toEqual([
      ['other', false],
      ['other', false],
    ]);
  });

  test('is wrong in each cell that cannot be read', () => {
    expect(sites(head, 'S1,一号,depot,,maybe,2,,many,soon,later,').found).toEqual([
      '2:14 value/choice',
      '2:20 value/choice',
      '2:23 value/quantity',
      '2:28 value/date',
      '2:33 value/date',
    ]);
  });

  test('may not have the code of another', () => {
    const read = sites(head, 'S1,一号,depot,,,,,,,,', 'S1,二号,depot,,,,,,,,');
    expect(read.found).toEqual(['3:1 id/duplicate']);
    expect(read.said[0]).toContain('S1');
    expect(read.beside).toEqual([[2]]);
    expect(read.all.map(({ name }) => name)).toEqual(['一号']);
    expect(read.find('二号')).toEqual([]);
  });

  test('may have the name of another, which is then ambiguous', () => {
    const read = sites(head, 'S1,一号,depot,,,,,,,,', 'S2,一号,depot,,,,,,,,', 'S3,三号,other,,,,一号,,,,');
    expect(read.find('一号')).toEqual([0, 1]);
    expect(read.found).toEqual(['4:16 ref/ambiguous']);
    expect(read.said[0]).toMatch(/S1.*S2/);
  });

  test('is served by a site that there is, named by code or name, before or after it', () => {
    const read = sites(
      head,
      'S1,一号,other,,,,D1,,,,',
      'S2,二号,other,,,,仓库,,,,',
      'S3,三号,other,,,,D9,,,,',
      'D1,仓库,depot,,,,,,,,',
    );
    expect(read.found).toEqual(['4:16 ref/site']);
    expect(read.said[0]).toMatch(/D9.*D1/);
  });
});

describe('a party', () => {
  test('has a code, a name and a kind', () => {
    const { all, found, find } = parties('party,name,kind', 'P1,红十字会,捐赠方', 'P2,医院,recipient');
    expect(found).toEqual([]);
    expect(all.map(({ code, name, kind, sound }) => [code, name, kind, sound])).toEqual([
      ['P1', '红十字会', 'donor', true],
      ['P2', '医院', 'recipient', true],
    ]);
    expect(all[0]?.at).toMatchObject({ kind: 'cell', cell: 0 });
    expect([find('P2'), find('红十字会')]).toEqual([[1], [0]]);
  });

  test('needs all three, and a code of its own', () => {
    const read = parties('party,name,kind', ',无码,donor', 'P1,,donor', 'P2,医院,', 'P3,厂,shop', 'P1,再来,donor');
    expect(read.found).toEqual([
      '2:1 value/required',
      '3:4 value/required',
      '4:7 value/required',
      '5:6 value/choice',
      '6:1 id/duplicate',
    ]);
    expect(read.all.map(({ code, kind, sound }) => [code, kind, sound])).toEqual([
      ['P1', 'donor', false],
      ['P2', 'other', false],
      ['P3', 'other', false],
    ]);
    expect([read.find(''), read.find('无码'), read.find('再来')]).toEqual([[], [], []]);
  });
});

describe('a member of staff', () => {
  const head = 'staff,name,unit,roles,phone,from,until';

  test('has everything that the row says', () => {
    const { all, found, find } = staff(
      head,
      'P1,陈明,U1,cadre; medic；,13800000000,2022-01-01,2022-06-30',
      'P2,陈明,,,,,',
    );
    expect(found).toEqual([]);
    expect(all[0]).toMatchObject({
      code: 'P1',
      name: '陈明',
      unit: 'U1',
      roles: ['cadre', 'medic'],
      phone: '13800000000',
    });
    expect(all[0]).toMatchObject({ sound: true, at: { kind: 'cell', cell: 0 }, unitAt: { kind: 'cell', cell: 2 } });
    expect([all[0]!.from, all[0]!.until].map((day) => formatDay(day!))).toEqual(['2022-01-01', '2022-06-30']);
    expect(all[1]).toMatchObject({ unit: '', roles: [], phone: '', from: null, until: null });
    expect([find('P1'), find('陈明')]).toEqual([[0], [0, 1]]);
  });

  test('needs a code of its own and a name', () => {
    const read = staff(head, ',无码,,,,,', 'P1,,,,,,', 'P1,再来,,,,,', 'P2,李静,,,,soon,later');
    expect(read.found).toEqual([
      '2:1 value/required',
      '3:4 value/required',
      '4:1 id/duplicate',
      '5:10 value/date',
      '5:15 value/date',
    ]);
    expect(read.all.map(({ code, sound }) => [code, sound])).toEqual([
      ['P1', false],
      ['P2', false],
    ]);
    expect([read.find(''), read.find('无码'), read.find('再来')]).toEqual([[], [], []]);
  });
});

describe('a register', () => {
  test('may be absent, which is no fault of its own', () => {
    for (const read of [items(), sites(), parties(), staff()]) {
      expect(read).toMatchObject({ all: [], found: [], present: false, readable: true });
    }
  });

  test('is there though nothing is in it', () => {
    expect(staff('staff,name')).toMatchObject({ all: [], found: [], present: true, readable: true });
  });

  test('skips blank rows, and rows of blanks', () => {
    const read = staff('staff,name', '', 'P1,陈明', ' ,　', '\u200b,', 'P2,李静');
    expect(read.found).toEqual([]);
    expect(read.all.map(({ code }) => code)).toEqual(['P1', 'P2']);
  });

  test('has names in full width, with blanks around them, in the form that is matched', () => {
    const read = staff('工号,姓名,职务', ' Ｐ１ ,陈\u200b明 , 队长 ');
    expect(read.all[0]).toMatchObject({ code: 'P1', name: '陈明', roles: ['队长'] });
  });

  test('declares the codes of rows that are wrong, which are not sound', () => {
    const read = staff('staff,name', 'P1,陈明,surplus', 'P2', 'P3,李静');
    expect(read.found).toEqual(expect.arrayContaining(['2:7 csv/ragged-row', '3:3 csv/ragged-row']));
    expect(read.all.map(({ code, sound }) => [code, sound])).toEqual([
      ['P1', false],
      ['P2', false],
      ['P3', true],
    ]);
  });

  test('is not readable without its column of codes, or with two of them: rows of it may be missing', () => {
    for (const head of ['name,phone', 'staff,工号']) {
      const read = staff(head, 'P1,陈明');
      expect(read.readable).toBe(false);
      expect(read.all.every(({ sound }) => !sound)).toBe(true);
      expect(read.found.filter((one) => one.includes('value/required'))).toEqual([]);
    }
    expect(staff('staff,phone', 'P1,1').readable).toBe(true);
  });

  test('has no sound rows where a column stands twice', () => {
    const read = staff('staff,name,phone,电话', 'P1,陈明,1,2');
    expect(read.found).toEqual(['1:18 csv/header-duplicate']);
    expect(read.all.map(({ sound }) => sound)).toEqual([false]);
  });
});
