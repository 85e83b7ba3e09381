// The ledgers about people, row by row: what a sound row comes to, what is said of each cell that is wrong, and what is
// still known of a row that is left out for it.

import { describe, expect, test } from 'vitest';
import { needEventNames, priorityNames } from '../../src/book/ledger/needs.js';
import { rollcallStateNames } from '../../src/book/ledger/rollcalls.js';
import { type Cells, readLines, readRow } from './ledgerrow.js';
import { firstOf, lastOf, type Vector } from './vectors.js';

type Case = readonly [change: Cells, wrong: readonly string[], left: string];

const chart = {
  'org.yaml': [
    'levels: [{level: hq}, {level: branch}]',
    'units:',
    '  - {id: HQ, name: 指挥部, level: hq, units: [{id: B1, name: 专班, level: branch}, {id: B2, name: 专班, level: branch}]}',
    '',
  ].join('\n'),
};

describe('a need', () => {
  const sound = { time: '2022-01-12 09:20', need: 'XQ1', event: 'raise' };

  test('is read cell by cell', () => {
    const row = { ...sound, site: 'D2', person: ' R1 ', category: '就医', priority: '特急', unit: 'B1', by: '张三' };
    const { book, wrong } = readRow('needs', row, chart);
    const { needs, units } = book;
    expect(wrong).toEqual([]);
    expect(needs.length).toBe(1);
    expect(firstOf(needs.moment)).toBe(19004 * 1440 + 560);
    expect([needs.needs.text(firstOf(needs.need)), needEventNames[firstOf(needs.event)]]).toEqual(['XQ1', 'raise']);
    expect([firstOf(needs.site), priorityNames[firstOf(needs.priority)], units.id(firstOf(needs.unit))]).toEqual([
      1,
      'critical',
      'B1',
    ]);
    expect([needs.person.text(0), needs.categories.text(firstOf(needs.category)), needs.by.text(0)]).toEqual([
      'R1',
      '就医',
      '张三',
    ]);
  });

  test('may say no more than when, which and what', () => {
    const { needs } = readRow('needs', { ...sound, time: '1970-01-01', priority: '常规' }).book;
    const said = [needs.moment, needs.site, needs.category, needs.priority, needs.unit];
    expect(said.map(firstOf)).toEqual([0, -1, -1, 0, -1]);
    expect([needs.person.has(0), needs.by.has(0), needs.person.text(0)]).toEqual([false, false, '']);
    expect(firstOf(readRow('needs', sound).book.needs.priority)).toBe(255);
  });

  test.each<Case>([
    [{ time: 'soon' }, ['time value/date: "soon" is not a date'], '? ? XQ1 ? ? ?'],
    [{ time: '' }, ['time value/required: time (时间) is empty'], '? ? XQ1 ? ? ?'],
    [{ need: '' }, ['need value/required: need (编号) is empty'], '2022-01-12 ? ? ? ? ?'],
    [{ event: '' }, ['event value/required: event (事项) is empty'], '2022-01-12 ? XQ1 ? ? ?'],
    [{ event: 'sing' }, ['event value/choice: "sing" is not one of the words'], '2022-01-12 ? XQ1 ? ? ?'],
    [{ site: 'D9' }, ['site ref/site: no site "D9" in sites.csv'], '2022-01-12 ? XQ1 ? ? ?'],
    [{ site: 'D2', event: '' }, ['event value/required'], '2022-01-12 ? XQ1 ? ? D2'],
    [{ priority: 'now' }, ['priority value/choice: "now" is not one of the words'], '2022-01-12 ? XQ1 ? ? ?'],
    [{ unit: 'B9' }, ['unit ref/unit: there is no unit "B9" in org.yaml'], '2022-01-12 ? XQ1 ? ? ?'],
    [{ unit: '专班' }, ['unit ref/ambiguous: "专班" fits several: B1, B2'], '2022-01-12 ? XQ1 ? ? ?'],
    [{ time: '1970-01-01', event: '' }, ['event value/required'], '1970-01-01 ? XQ1 ? ? ?'],
    [
      { time: '', need: '', event: '', person: 'R1' },
      ['time value/required', 'need value/required', 'event value/required'],
      '? ? ? ? ? ?',
    ],
  ])('with %j is wrong there, and left out', (change, wrong, left) => {
    const read = readRow('needs', { ...sound, ...change }, chart);
    expect(read.wrong).toEqual(wrong.map((one) => expect.stringContaining(one)));
    expect(read.left).toEqual([`needs record ${left}`]);
    expect(read.book.needs.length).toBe(0);
  });

  test('of an unknown unit is told which it may have meant', () => {
    const { findings } = readRow('needs', { ...sound, unit: 'B3' }, chart).book;
    expect(findings[0]?.tell('en').hint).toContain('did you mean B1, B2?');
  });

  test('is none in a blank row', () => {
    expect(readLines('needs', 'time,need,event\n,,\n ,　,\n')).toMatchObject({ wrong: [], left: [] });
  });
});

describe('a census', () => {
  const sound = { date: '2022-01-12', site: 'D2', residents: '35', staff: '6' };

  test('is read cell by cell', () => {
    const { book, wrong } = readRow('census', sound);
    expect(wrong).toEqual([]);
    const { day, site, residents, staff } = book.census;
    expect([day, site, residents, staff].map(firstOf)).toEqual([19004, 1, 35, 6]);
  });

  test.each([
    [{ residents: '0', staff: '0' }, [0, 0]],
    [{ staff: '' }, [35, -1]],
    [{ residents: '35人', staff: '6 人' }, [35, 6]],
    [{ residents: '100000000' }, [100_000_000, 6]],
    [{ date: '1970-01-01', site: 'D1' }, [35, 6]],
  ])('with %j is of so many', (change, heads) => {
    const { book, wrong } = readRow('census', { ...sound, ...change });
    expect(wrong).toEqual([]);
    expect([book.census.residents, book.census.staff].map(firstOf)).toEqual(heads);
  });

  test.each<Case>([
    [{ date: 'soon' }, ['date value/date: "soon" is not a date'], '? ? - ? ? D2'],
    [{ date: '' }, ['date value/required: date (日期) is empty'], '? ? - ? ? D2'],
    [{ site: '' }, ['site value/required: site (点位) is empty'], '2022-01-12 ? - ? ? ?'],
    [{ site: 'D9' }, ['site ref/site: no site "D9" in sites.csv'], '2022-01-12 ? - ? ? ?'],
    [{ residents: '' }, ['residents value/required: residents (隔离人数) is empty'], '2022-01-12 ? - ? ? D2'],
    [{ residents: 'few' }, ['residents value/quantity: "few" is not'], '2022-01-12 ? - ? ? D2'],
    [{ residents: '-1' }, ['residents value/quantity: "-1" is not'], '2022-01-12 ? - ? ? D2'],
    [{ residents: '1.5' }, ['residents value/quantity: "1.5" is not'], '2022-01-12 ? - ? ? D2'],
    [{ residents: '35户' }, ['residents value/quantity: "35户" is not'], '2022-01-12 ? - ? ? D2'],
    [{ residents: '100000001' }, ['residents value/quantity: "100000001" is not'], '2022-01-12 ? - ? ? D2'],
    [{ staff: '六' }, ['staff value/quantity: "六" is not'], '2022-01-12 ? - ? ? D2'],
    [{ date: 'x', residents: '0', site: 'D1' }, ['date value/date'], '? ? - ? ? D1'],
    [{ date: '1970-01-01', residents: '' }, ['residents value/required'], '1970-01-01 ? - ? ? D2'],
  ])('with %j is wrong there, and left out', (change, wrong, left) => {
    const read = readRow('census', { ...sound, ...change });
    expect(read.wrong).toEqual(wrong.map((one) => expect.stringContaining(one)));
    expect(read.left).toEqual([`census record ${left}`]);
    expect(read.book.census.length).toBe(0);
  });

  test('is none in a blank row', () => {
    expect(readLines('census', 'date,site,residents\n,,\n ,　,\n')).toMatchObject({ wrong: [], left: [] });
  });
});

describe('a shift', () => {
  const sound = { date: '2022-01-12', start: '08:00', end: '16:30', staff: 'P2', site: 'D2' };

  test('is read cell by cell', () => {
    const { book, wrong } = readRow('roster', { ...sound, task: '收货' });
    expect(wrong).toEqual([]);
    const { day, start, end, staff, site, task, tasks } = book.roster;
    expect([day, start, end, staff, site].map(firstOf)).toEqual([19004, 480, 990, 1, 1]);
    expect(tasks.text(firstOf(task))).toBe('收货');
  });

  test('may begin and end at midnight, on the first of days, with no task', () => {
    const row = { date: '1970-01-01', start: '00:00', end: '00:00', staff: 'P1', site: 'D1' };
    const { day, start, end, staff, site, task } = readRow('roster', row).book.roster;
    expect([day, start, end, staff, site, task].map(firstOf)).toEqual([0, 0, 0, 0, 0, -1]);
  });

  test.each<Case>([
    [{ date: 'soon' }, ['date value/date: "soon" is not a date'], '? ? - ? ? D2'],
    [{ date: '' }, ['date value/required: date (日期) is empty'], '? ? - ? ? D2'],
    [{ start: '8' }, ['start value/date: "8" is not a time of day'], '2022-01-12 ? - ? ? D2'],
    [{ start: '' }, ['start value/required: start (开始) is empty'], '2022-01-12 ? - ? ? D2'],
    [{ end: '25:00' }, ['end value/date: "25:00" is not a time of day'], '2022-01-12 ? - ? ? D2'],
    [{ end: '' }, ['end value/required: end (结束) is empty'], '2022-01-12 ? - ? ? D2'],
    [{ staff: '' }, ['staff value/required: staff (人员) is empty'], '2022-01-12 ? - ? ? D2'],
    [{ staff: 'P9' }, ['staff ref/staff: nobody "P9" in staff.csv'], '2022-01-12 ? - ? ? D2'],
    [{ staff: '王五' }, ['staff ref/ambiguous: "王五" fits several: P3, P4'], '2022-01-12 ? - ? ? D2'],
    [{ site: '' }, ['site value/required: site (点位) is empty'], '2022-01-12 ? - ? ? ?'],
    [{ site: 'D9' }, ['site ref/site: no site "D9" in sites.csv'], '2022-01-12 ? - ? ? ?'],
    [{ date: '1970-01-01', start: '' }, ['start value/required'], '1970-01-01 ? - ? ? D2'],
  ])('with %j is wrong there, and left out', (change, wrong, left) => {
    const read = readRow('roster', { ...sound, ...change });
    expect(read.wrong).toEqual(wrong.map((one) => expect.stringContaining(one)));
    expect(read.left).toEqual([`roster record ${left}`]);
    expect(read.book.roster.length).toBe(0);
  });

  test('is none in a blank row', () => {
    expect(readLines('roster', 'date,start,end,staff,site\n,,,,\n ,　,,,\n')).toMatchObject({ wrong: [], left: [] });
  });
});

describe('a roll-call', () => {
  const sound = { date: '2022-01-12', list: '返乡', person: 'R1', status: 'reached' };

  test('is read cell by cell', () => {
    const { book, wrong } = readRow('rollcalls', { ...sound, time: '09:20', status: '已转出', by: '张三' });
    expect(wrong).toEqual([]);
    const { day, minute, list, person, status, by, lists, persons, callers } = book.rollcalls;
    expect([day, minute].map(firstOf)).toEqual([19004, 560]);
    expect(rollcallStateNames[firstOf(status)]).toBe('moved');
    expect([lists.text(firstOf(list)), persons.text(firstOf(person)), callers.text(firstOf(by))]).toEqual([
      '返乡',
      'R1',
      '张三',
    ]);
  });

  test('may have no time and no caller', () => {
    const { day, minute, by } = readRow('rollcalls', { ...sound, date: '1970-01-01' }).book.rollcalls;
    expect([day, minute, by].map(firstOf)).toEqual([0, -1, -1]);
  });

  test.each<Case>([
    [{ date: 'soon' }, ['date value/date: "soon" is not a date'], '? ? - ? ? -'],
    [{ date: '' }, ['date value/required: date (日期) is empty'], '? ? - ? ? -'],
    [{ time: 'noon' }, ['time value/date: "noon" is not a time of day'], '2022-01-12 ? - ? ? -'],
    [{ list: '' }, ['list value/required: list (名单) is empty'], '2022-01-12 ? - ? ? -'],
    [{ person: '' }, ['person value/required: person (对象) is empty'], '2022-01-12 ? - ? ? -'],
    [{ status: '' }, ['status value/required: status (状态) is empty'], '2022-01-12 ? - ? ? -'],
    [{ status: 'fine' }, ['status value/choice: "fine" is not one of the words'], '2022-01-12 ? - ? ? -'],
    [{ date: '1970-01-01', status: '' }, ['status value/required'], '1970-01-01 ? - ? ? -'],
  ])('with %j is wrong there, and left out', (change, wrong, left) => {
    const read = readRow('rollcalls', { ...sound, ...change });
    expect(read.wrong).toEqual(wrong.map((one) => expect.stringContaining(one)));
    expect(read.left).toEqual([`rollcalls record ${left}`]);
    expect(read.book.rollcalls.length).toBe(0);
  });

  test('is none in a blank row', () => {
    expect(readLines('rollcalls', 'date,list,person,status\n,,,\n ,　,,\n')).toMatchObject({ wrong: [], left: [] });
  });
});

describe('a ledger of thousands of rows', () => {
  const many = 3_000;
  const rows = (row: (n: number) => string): string => Array.from({ length: many }, (_, n) => `${row(n)}\n`).join('');
  const alike = (columns: Readonly<Record<string, Vector>>): Record<string, readonly number[]> =>
    Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, [column.length, lastOf(column)]]));

  test('of needs keeps every cell of every row', () => {
    const { needs } = readLines(
      'needs',
      `time,need,event,site,category,priority,person,by\n${rows((n) => `2022-01-12 09:20,XQ${n},raise,D2,K${n},urgent,R${n},B${n}`)}`,
    ).book;
    const { moment, need, event, site, category, priority, unit } = needs;
    expect(alike({ moment, need, event, site, category, priority, unit })).toEqual({
      moment: [many, 19004 * 1440 + 560],
      need: [many, many - 1],
      event: [many, 0],
      site: [many, 1],
      category: [many, many - 1],
      priority: [many, 1],
      unit: [many, -1],
    });
    expect([needs.person.length, needs.person.text(many - 1), needs.by.text(many - 1)]).toEqual([
      many,
      `R${many - 1}`,
      `B${many - 1}`,
    ]);
  });

  test('of a census keeps every cell of every row', () => {
    const { day, site, residents, staff } = readLines(
      'census',
      `date,site,residents,staff\n${rows((n) => `2022-01-12,D2,${n},6`)}`,
    ).book.census;
    expect(alike({ day, site, residents, staff })).toEqual({
      day: [many, 19004],
      site: [many, 1],
      residents: [many, many - 1],
      staff: [many, 6],
    });
  });

  test('of shifts keeps every cell of every row', () => {
    const { day, start, end, staff, site, task } = readLines(
      'roster',
      `date,start,end,staff,site,task\n${rows((n) => `2022-01-12,08:00,16:30,P2,D2,T${n}`)}`,
    ).book.roster;
    expect(alike({ day, start, end, staff, site, task })).toEqual({
      day: [many, 19004],
      start: [many, 480],
      end: [many, 990],
      staff: [many, 1],
      site: [many, 1],
      task: [many, many - 1],
    });
  });

  test('of roll-calls keeps every cell of every row', () => {
    const { day, minute, list, person, status, by } = readLines(
      'rollcalls',
      `date,time,list,person,status,by\n${rows((n) => `2022-01-12,09:20,L${n},R${n},moved,B${n}`)}`,
    ).book.rollcalls;
    expect(alike({ day, minute, list, person, status, by })).toEqual({
      day: [many, 19004],
      minute: [many, 560],
      list: [many, many - 1],
      person: [many, many - 1],
      status: [many, 2],
      by: [many, many - 1],
    });
  });

  test('of deliveries keeps every cell of every row', () => {
    const { day, minute, doc, item, lot, received, damaged, site, leftOut } = readLines(
      'deliveries',
      `date,time,doc,item,lot,received,damaged,site\n${rows((n) => `2022-01-12,09:20,CK${n},MASK,L${n},${n},1,D2`)}`,
    ).book.deliveries;
    expect(alike({ day, minute, doc, item, lot, received, damaged, site, leftOut })).toEqual({
      day: [many, 19004],
      minute: [many, 560],
      doc: [many, many - 1],
      item: [many, 1],
      lot: [many, many - 1],
      received: [many, (many - 1) * 1e6],
      damaged: [many, 1e6],
      site: [many, 1],
      leftOut: [many, 0],
    });
  });
});
