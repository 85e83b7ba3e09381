// The broken and nearly broken books of the checks about people, held to the findings they must give.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadBook } from '../../src/book/load.js';
import { checkBook } from '../../src/checks/run.js';
import { parseDay } from '../../src/core/day.js';
import { diskWorkspace } from '../../src/source/workspace.js';

const root = new URL('../fixtures/checks/', import.meta.url).pathname;
const cases = [
  'org/expected',
  'org/grid',
  'org/leader',
  'org/level',
  'org/site-shared',
  'org/site-uncovered',
  'org/staffing',
  'org/team',
  'staff/double-booked',
  'staff/inactive',
  'staff/personal-data',
  'staff/rest',
  'site/over-capacity',
  'census/missing',
  'need/escalation',
  'need/overdue',
  'need/transition',
];

function findings(folder: string, date: string | null) {
  const workspace = diskWorkspace(folder);
  const { diagnostics } = checkBook(workspace, loadBook(workspace), date === null ? null : parseDay(date));
  return diagnostics.map(({ code, severity, at }) => ({ code, severity, ...at }));
}

describe.each(cases)('%s', (slug) => {
  const expected = JSON.parse(readFileSync(`${root}${slug}/expected.json`, 'utf8'));

  test('the wrong book gives just these findings', () => {
    expect(findings(`${root}${slug}/wrong`, expected.date)).toEqual(expected.diagnostics);
  });

  test('the near book gives none', () => {
    expect(findings(`${root}${slug}/near`, expected.date)).toEqual([]);
  });
});
