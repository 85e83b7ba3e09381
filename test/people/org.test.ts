// The chart with people in it: strength by head, those who are not there yet, names that lead nowhere.

import { describe, expect, test } from 'vitest';
import { checkedBook, found } from './book.js';

const levels = (staffing: string) => [
  `levels: [{level: hq}, {level: group, site_kind: isolation, staffing: ${staffing}}]`,
  'units: [{id: HQ, level: hq, units: [{id: G1, level: group}]}]',
];
const sites = ['site,name,kind,unit', 'S1,one,isolation,G1'];
const medics = (count: number) => [
  'staff,name,unit,roles',
  ...Array.from({ length: count }, (_, i) => `M${i},medic ${i},G1,medical`),
];

describe('strength', () => {
  const book = (
    residents: readonly string[],
    staff: readonly string[],
    rule = '{medical: {min: 1, residents_each: 50}}',
  ) =>
    found(
      checkedBook({
        'org.yaml': levels(rule),
        'sites.csv': sites,
        'staff.csv': staff,
        'census/a.csv': ['date,site,residents', ...residents],
      }),
    ).filter((line) => line.endsWith('org/staffing'));

  test('one for each fifty begun, by the latest head count', () => {
    expect(book(['2022-01-12,S1,100'], medics(2))).toEqual([]);
    expect(book(['2022-01-12,S1,101'], medics(2))).toEqual(['org.yaml:2:42 org/staffing']);
    expect(book(['2022-01-11,S1,101', '2022-01-12,S1,100'], medics(2))).toEqual([]);
    expect(book(['2022-01-12,S1,100', '2022-01-13,S1,900'], medics(2))).toEqual([]);
  });

  test('without a head count the minimum stands', () => {
    expect(book([], medics(1))).toEqual([]);
    expect(book([], medics(0))).toEqual(['org.yaml:2:42 org/staffing']);
  });

  test('too many are as wrong as too few', () => {
    expect(book([], medics(3), '{medical: {max: 2}}')).toEqual(['org.yaml:2:42 org/staffing']);
  });

  test('who has left, or has not come, does not count', () => {
    const staff = ['staff,name,unit,roles,from,until', 'M1,a,G1,medical,,2022-01-11', 'M2,b,G1,medical,2022-01-13,'];
    expect(book([], staff)).toEqual(['org.yaml:2:42 org/staffing']);
    expect(book([], [...staff, 'M3,c,G1,medical,2022-01-12,2022-01-12'])).toEqual([]);
  });

  test('silent without a register of staff', () => {
    expect(found(checkedBook({ 'org.yaml': levels('{medical: 1}'), 'sites.csv': sites }))).toEqual([]);
  });
});

describe('names', () => {
  test('a leader has a check of their own; every other name is a reference', () => {
    const checked = checkedBook({
      'org.yaml': [
        'levels: [{level: hq}]',
        'units: [{id: HQ, level: hq, leader: P9}]',
        'grids: [{id: G1, unit: HX, site: S9, head: P8, members: [P1], volunteers: [P7]}]',
        'teams: [{id: T1, unit: HX, leader: P6, members: [P1, P5]}]',
      ],
      'sites.csv': ['site,name,kind,unit', 'S1,one,depot,HX'],
      'staff.csv': ['staff,name,unit', 'P1,one,HX'],
    });
    expect(found(checked)).toEqual([
      'org.yaml:2:37 org/leader',
      'org.yaml:3:24 ref/unit',
      'org.yaml:3:34 ref/site',
      'org.yaml:3:44 ref/staff',
      'org.yaml:3:76 ref/staff',
      'org.yaml:4:24 ref/unit',
      'org.yaml:4:36 ref/staff',
      'org.yaml:4:54 ref/staff',
      'sites.csv:2:14 ref/unit',
      'staff.csv:2:8 ref/unit',
    ]);
  });

  test('two people of one name', () => {
    const checked = checkedBook({
      'org.yaml': ['levels: [{level: hq}]', 'units: [{id: HQ, level: hq, leader: 王芳}]'],
      'staff.csv': ['staff,name,unit', 'P1,王芳,HQ', 'P2,王芳,HQ'],
    });
    expect(found(checked)).toEqual(['org.yaml:2:37 ref/ambiguous']);
  });

  test('an unknown level, and a grid without a head', () => {
    const checked = checkedBook({
      'org.yaml': ['levels: [{level: hq}]', 'units: [{id: HQ, level: hp}]', 'grids: [{id: G1, unit: HQ}]'],
    });
    expect(found(checked)).toEqual(['org.yaml:2:25 org/level', 'org.yaml:3:14 org/grid']);
  });
});
