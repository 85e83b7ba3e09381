// Registers as a whole, whatever they are of: absent, empty, blank in places, not readable.

import { describe, expect, test } from 'vitest';
import { items, parties, sites, staff } from './register.js';

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
