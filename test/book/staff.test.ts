// Staff as they are read: what each cell comes to, and what is said of one that is wrong.

import { describe, expect, test } from 'vitest';
import { formatDay } from '../../src/core/day.js';
import { staff } from './register.js';

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
