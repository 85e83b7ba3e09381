// Sites and parties as they are read: what each cell comes to, and what is said of one that is wrong.

import { describe, expect, test } from 'vitest';
import { formatDay } from '../../src/core/day.js';
import { parties, sites } from './register.js';

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
