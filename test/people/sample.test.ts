// The sample book is held to the figures of the published account that concern people.

import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { loadBook } from '../../src/book/load.js';
import { type Checked, checkBook } from '../../src/checks/run.js';
import { formatDay, parseDay } from '../../src/core/day.js';
import { momentText } from '../../src/core/messages/people-report.js';
import { chainOf } from '../../src/people/chart.js';
import { eventsOf } from '../../src/people/openneeds.js';
import { rollcallProgress } from '../../src/people/rollcall.js';
import { teamSize } from '../../src/people/strength.js';
import { briefData } from '../../src/report/brief.js';
import { needFigures, staffFigures } from '../../src/report/people.js';
import { diskWorkspace } from '../../src/source/disk.js';

let checked: Checked;

beforeAll(() => {
  const workspace = diskWorkspace(new URL('../../data/shizhu', import.meta.url).pathname);
  checked = checkBook(workspace, loadBook(workspace), null);
});

test('needs: 2,987 raised and 2,985 resolved, of these 46 and 44 on the last day, none overdue', () => {
  const { book, people, figures } = checked;
  if (figures === null) throw new Error('no figures');
  expect(formatDay(figures.day)).toBe('2022-01-12');
  expect(needFigures(book, people, figures.period)).toEqual({
    raised: 46,
    resolved: 44,
    open: 2,
    raisedTotal: 2987,
    resolvedTotal: 2985,
    overdue: 0,
  });
});

test('the chart: a committee, 13 branches, 61 groups, 24 grids, three teams; nothing missing', () => {
  const { book, people, diagnostics } = checked;
  const count = (level: string) => book.org?.units.filter((unit) => unit.level?.value === level).length;
  expect([count('hq'), count('branch'), count('group')]).toEqual([1, 13, 61]);
  expect(book.org?.grids).toHaveLength(24);
  expect(book.org?.teams.map(teamSize)).toEqual([13, 100, 21]);
  expect(book.staff.all).toHaveLength(703);
  expect(people.strength.every(({ have, required }) => have >= required)).toBe(true);
  expect(diagnostics).toEqual([]);
});

test('one branch has a committee of five and nine members', () => {
  const { book, people } = checked;
  const members = people.chart?.members[book.units.find('B-PANAN')] ?? [];
  expect(members).toHaveLength(9);
  expect(members.filter((member) => book.staff.all[member]?.roles.includes('committee'))).toHaveLength(5);
});

test('61 sites, each with somebody all day and all night', () => {
  const { people } = checked;
  expect(staffFigures(people)).toEqual({ onDuty: 554, sites: 61, uncovered: 0 });
  expect(people.coverage.every(({ shifts }) => shifts.alone === 0 && shifts.tonight.length > 0)).toBe(true);
});

test('230 workers looked for, all reached before five on 6 January', () => {
  const { book, day } = checked;
  const [list] = rollcallProgress(book, day);
  expect(list).toMatchObject({ total: 230, reached: 230, left: [] });
  expect(momentText(list?.last ?? 0) < '2022-01-06 05:00').toBe(true);
});

test('a medical transfer goes from its group to its branch to headquarters and is settled the same morning', () => {
  const { book, people, day } = checked;
  const { needs } = book;
  const lives = people.needs;
  if (lives === null || day === null || people.chart === null) throw new Error('no needs');
  const headquarters = book.units.find('HQ');
  const [transfer, ...others] = [...lives.holder.keys()].filter(
    (need) => lives.holder[need] === headquarters && (lives.escalations[need] ?? 0) > 1,
  );
  expect(others).toEqual([]);
  const rows = eventsOf(book, transfer ?? -1, day);
  const way = rows.map((row) => needs.unit.data[row] ?? -1).filter((unit) => unit >= 0);
  expect(way).toEqual(chainOf(people.chart, way[0] ?? -1));
  expect(way).toHaveLength(3);
  expect(rows.map((row) => momentText(needs.moment.data[row] ?? 0))).toEqual([
    '2022-01-08 05:52',
    '2022-01-08 05:55',
    '2022-01-08 06:01',
    '2022-01-08 06:08',
    '2022-01-08 08:06',
  ]);
});

test('a volunteer brings 80 meals a day; the morning brief knows the day ahead', () => {
  const { book, people, figures, diagnostics } = checked;
  const task = [...book.roster.task.data.subarray(0, book.roster.length)].filter((name) =>
    book.roster.tasks.text(name).includes('送餐80份'),
  );
  expect(task.length).toBeGreaterThanOrEqual(8);
  if (figures === null) throw new Error('no figures');
  expect(briefData(book, people, figures, diagnostics).ahead).toEqual({
    date: '2022-01-13',
    onDuty: 554,
    sites: 61,
    uncovered: 0,
  });
});

test('as of a day, later files change nothing', () => {
  const root = new URL('../../data/shizhu', import.meta.url).pathname;
  const whole = diskWorkspace(root);
  const later = (path: string) => /2022-01-1[0-9]/u.test(path);
  const until = { ...whole, paths: whole.paths.filter((path) => !later(path)) };
  const [full, cut] = [whole, until].map((workspace) =>
    checkBook(workspace, loadBook(workspace), parseDay('2022-01-09')),
  );
  const said = (one: Checked | undefined) =>
    one?.figures == null
      ? null
      : {
          diagnostics: one.diagnostics.map(({ code, at }) => ({ code, at })),
          needs: needFigures(one.book, one.people, one.figures.period),
          staff: staffFigures(one.people),
          rollcalls: rollcallProgress(one.book, one.day),
        };
  expect(said(cut)).not.toBeNull();
  expect(said(cut)).toEqual(said(full));
});

test('what the manual page shows is what the program was seen to print', () => {
  const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  const seen = ['needs', 'need-record', 'org', 'roster']
    .map((name) => read(`test/cases/people/${name}.txt`).replaceAll(/^! /gmu, ''))
    .join('\n');
  for (const [, block = ''] of read('docs/people.md').matchAll(/^```\n([\s\S]*?)^```$/gmu)) {
    for (const line of block.split('\n')) if (!line.startsWith('$ ')) expect(seen).toContain(line);
  }
});
