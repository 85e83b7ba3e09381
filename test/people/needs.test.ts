// What a need may do and when, which clock it runs against, and who must act.

import { describe, expect, test } from 'vitest';
import { countNeeds, openNeeds } from '../../src/people/openneeds.js';
import { checkedBook, found } from './book.js';

const sites = ['site,name,kind,unit', 'S1,one,isolation,G1'];
const org = [
  'levels: [{level: hq}, {level: branch}, {level: group}]',
  'units:',
  '  - {id: HQ, level: hq, units: [{id: B1, level: branch, units: [{id: G1, level: group}]}]}',
];

function needs(...lines: string[]) {
  return { 'sites.csv': sites, 'needs/a.csv': ['time,need,event,site,unit,priority', ...lines] };
}

describe('one minute', () => {
  test('events of one minute are taken in the order in which they are possible', () => {
    const checked = checkedBook(
      needs(
        '2022-01-12 09:00,X1,reopen,,,',
        '2022-01-12 09:00,X1,resolve,,,',
        '2022-01-12 09:00,X1,raise,S1,,',
        '2022-01-12 10:00,X1,resolve,,,',
        '2022-01-12 10:00,X1,reopen,,,',
      ),
    );
    // Raised, resolved and reopened at nine; resolved and reopened again at ten.
    expect(found(checked)).toEqual([]);
    expect(checked.people.needs?.state[0]).toBe(1);
  });

  test('a day alone is its start', () => {
    const checked = checkedBook(needs('2022-01-12,X1,raise,S1,,critical', '2022年1月12日 3:59,X1,resolve,,,'));
    expect(found(checked)).toEqual([]);
  });
});

describe('clocks', () => {
  test('a reopened need begins anew, and its priority is the latest one written', () => {
    const lines = ['2022-01-10 09:00,X1,raise,S1,,routine', '2022-01-10 10:00,X1,resolve,,,'];
    expect(found(checkedBook(needs(...lines, '2022-01-12 01:00,X1,reopen,,,')))).toEqual([]);
    expect(found(checkedBook(needs(...lines, '2022-01-12 01:00,X1,reopen,,,urgent')))).toEqual([
      'needs/a.csv:4:18 need/overdue',
    ]);
  });

  test('later rows change nothing', () => {
    const lines = ['2022-01-11 20:00,X1,raise,S1,,urgent', '2022-01-12 08:01,X1,resolve,,,'];
    expect(found(checkedBook(needs(...lines), '2022-01-11'))).toEqual([]);
    const { people, book, day } = checkedBook(needs(...lines), '2022-01-11');
    if (people.needs === null || day === null) throw new Error('no needs');
    expect(countNeeds(book, people.needs, day, day)).toMatchObject({ raised: 1, resolved: 0, open: 1 });
  });

  test('without a day nothing has an age', () => {
    expect(found(checkedBook(needs('2020-01-12 09:00,X1,raise,S1,,'), null))).toEqual([]);
  });
});

describe('escalation', () => {
  const raised = '2022-01-12 20:00,X1,raise,S1,,';
  const book = (...lines: string[]) => checkedBook({ ...needs(raised, ...lines), 'org.yaml': org });

  test('goes up from the unit of the site, one level or more', () => {
    expect(found(book('2022-01-12 20:10,X1,escalate,,B1,', '2022-01-12 20:20,X1,escalate,,HQ,'))).toEqual([]);
    expect(found(book('2022-01-12 20:10,X1,escalate,,HQ,'))).toEqual([]);
  });

  test('with no unit written goes to the next one above, and no further than the top', () => {
    const up = ['20:10', '20:20', '20:30'].map((time) => `2022-01-12 ${time},X1,escalate,,,`);
    expect(found(book(...up))).toEqual(['needs/a.csv:5:21 need/escalation']);
    const { people, book: loaded } = book(...up.slice(0, 1));
    expect(loaded.units.id(people.needs?.holder[0] ?? -1)).toBe('B1');
  });

  test('not to itself and not down', () => {
    expect(found(book('2022-01-12 20:10,X1,escalate,,G1,'))).toEqual(['needs/a.csv:3:31 need/escalation']);
    expect(found(book('2022-01-12 20:10,X1,assign,,HQ,', '2022-01-12 20:20,X1,escalate,,B1,'))).toEqual([
      'needs/a.csv:4:31 need/escalation',
    ]);
  });

  test('silent without a chart', () => {
    expect(found(checkedBook(needs(raised, '2022-01-12 20:10,X1,escalate,,anybody,')))).toEqual([]);
  });
});

describe('who must act now', () => {
  const duty = (...lines: string[]) => {
    const { people, book, day } = checkedBook({ ...needs(...lines), 'org.yaml': org });
    if (people.needs === null || day === null) throw new Error('no needs');
    return openNeeds(book, people.needs, people.chart, day).map(
      ({ duty: { action, unit } }) => `${action} ${book.units.id(unit)}`,
    );
  };

  test('what is nobody’s is given out by the unit of the site, or by the top', () => {
    expect(duty('2022-01-12 20:00,X1,raise,S1,,')).toEqual(['assign G1']);
    expect(duty('2022-01-12 20:00,X1,raise,,,')).toEqual(['assign HQ']);
  });

  test('whoever has it sees to it; when time is up, who stands above; at the top, the top', () => {
    expect(duty('2022-01-12 20:00,X1,raise,S1,,', '2022-01-12 20:10,X1,assign,,,')).toEqual(['resolve G1']);
    expect(duty('2022-01-10 20:00,X1,raise,S1,,', '2022-01-10 20:10,X1,assign,,,')).toEqual(['escalate B1']);
    expect(duty('2022-01-10 20:00,X1,raise,S1,,', '2022-01-10 20:10,X1,assign,,HQ,')).toEqual(['resolve HQ']);
  });
});

describe('rows that are left out', () => {
  test('an event that cannot be read silences its own need from its day on, and no other', () => {
    const checked = checkedBook(
      needs(
        '2022-01-12 09:00,X1,rise,S1,,',
        '2022-01-12 10:00,X1,resolve,,,',
        '2022-01-12 10:00,X2,resolve,,,',
        '2022-01-11 10:00,X1,assign,,,',
      ),
    );
    expect(found(checked)).toEqual([
      'needs/a.csv:2:21 value/choice',
      'needs/a.csv:4:21 need/transition',
      'needs/a.csv:5:21 need/transition',
    ]);
    const { people, book, day } = checked;
    if (people.needs === null || day === null) throw new Error('no needs');
    expect(countNeeds(book, people.needs, day, day).incomplete).toBe(true);
  });

  test('each fault at its cell', () => {
    const checked = checkedBook({
      ...needs('12 Jan,,raise,S9,G9,soon', ',X2,,S1,,'),
      'org.yaml': org,
    });
    expect(found(checked)).toEqual([
      'needs/a.csv:2:1 value/date',
      'needs/a.csv:2:8 value/required',
      'needs/a.csv:2:15 ref/site',
      'needs/a.csv:2:18 ref/unit',
      'needs/a.csv:2:21 value/choice',
      'needs/a.csv:3:1 value/required',
      'needs/a.csv:3:5 value/required',
    ]);
  });
});
