// What the commands about people print for programs is what their schemas say; the picture is well-formed.

import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadBook } from '../../src/book/load.js';
import { type Checked, checkBook } from '../../src/checks/run.js';
import { parseDay } from '../../src/core/day.js';
import { rollcallProgress } from '../../src/people/rollcall.js';
import { partsOf, renderJson } from '../../src/render/json/envelope.js';
import { peopleSchemaNames, schemaOf } from '../../src/render/json/schema/schemas.js';
import { renderOrgSvg } from '../../src/render/svg.js';
import { renderDiagnostics } from '../../src/render/terminal/diagnostics.js';
import { briefData } from '../../src/report/brief.js';
import { needListData, needStory } from '../../src/report/need.js';
import { needsData } from '../../src/report/needs.js';
import { orgData } from '../../src/report/org.js';
import { unitTree } from '../../src/report/orgpicture.js';
import { unitPage } from '../../src/report/orgshow.js';
import { rollcallData } from '../../src/report/rollcall.js';
import { rosterData } from '../../src/report/roster.js';
import { staffData } from '../../src/report/staff.js';
import { diskWorkspace } from '../../src/source/disk.js';
import { checkedBook } from './book.js';

let checked: Checked;
let answers: Readonly<Record<string, object>>;

beforeAll(() => {
  const workspace = diskWorkspace(new URL('../../data/shizhu', import.meta.url).pathname);
  // A day on which needs are open.
  checked = checkBook(workspace, loadBook(workspace), parseDay('2022-01-12'));
  const { book, people, figures, diagnostics, day } = checked;
  if (figures === null || people.chart === null || people.needs === null || day === null) throw new Error('no figures');
  const everything = { site: null, unit: null, overdue: false };
  answers = {
    'report needs': needsData(book, people, figures),
    'report staff': staffData(book, people),
    'report brief': briefData(book, people, figures, diagnostics),
    org: orgData(book, people),
    'org show': unitPage(book, people, people.chart, book.units.find('B-PANAN'), false),
    'org coverage': staffData(book, people),
    roster: rosterData(book, people, { site: null, member: null }),
    rollcall: rollcallData(rollcallProgress(book, day)),
    'need list': needListData(book, people, day, everything),
    'need show': needStory(book, people, people.needs, book.needs.needs.of('XQ20220112-046'), day),
  };
});

describe('answers', () => {
  test('every command has one', () => {
    expect(peopleSchemaNames).toEqual(Object.keys(answers));
  });

  test.each(peopleSchemaNames)('%s prints what its schema says', (command) => {
    const { book, day, diagnostics, quarantined } = checked;
    const outcome = { command, book: book.settings.title, date: day, diagnostics, quarantined, strict: false };
    const answer = JSON.parse(renderJson({ ...outcome, lang: 'zh' }, partsOf(answers[command] ?? {})));
    const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schemaOf(command) ?? {});
    validate(answer);
    expect(validate.errors).toBeNull();
  });

  test('telephones are masked, unless they are asked for', () => {
    const { book, people } = checked;
    if (people.chart === null) throw new Error('no chart');
    const phones = (show: boolean) =>
      people.chart === null ? [] : unitPage(book, people, people.chart, 0, show).members.map(({ phone }) => phone);
    expect(phones(false)[0]).toBe('000-****-0001');
    expect(phones(true)[0]).toBe('000-0000-0001');
  });
});

describe('the picture', () => {
  test('draws every unit, and says what is missing', () => {
    const { book, people } = checkedBook({
      'org.yaml': [
        'levels: [{level: hq, staffing: {medical: 2}}, {level: b}]',
        'units: [{id: HQ, level: hq, name: "<&>", units: [{id: B1, level: b}]}, {id: HQ2, level: hq}]',
      ],
      'staff.csv': ['staff,name,unit,roles', 'P1,one,HQ,medical'],
    });
    if (people.chart === null) throw new Error('no chart');
    const svg = renderOrgSvg('a "title"', unitTree(book, people, people.chart, 'en'));
    expect(svg).toContain('&lt;&amp;&gt;');
    expect(svg).toContain('missing: medical 1');
    expect(svg.match(/<rect x=/gu)).toHaveLength(3);
    expect(svg.match(/<path /gu)).toHaveLength(1);
    expect(svg).not.toMatch(/NaN|undefined/u);
  });
});

test('an excerpt shows no number that nobody asked for, and its carets stay where they are', () => {
  const { diagnostics } = checkedBook({
    'staff.csv': ['staff,name,phone,note', 'P1,one,13812341234,110101190001010014'],
  });
  const options = { lang: 'en', color: false, width: 100 } as const;
  const [hidden, shown] = [false, true].map((showPersonal) =>
    renderDiagnostics(diagnostics, { ...options, showPersonal }),
  );
  expect(hidden).toContain('P1,one,138****1234,110101********0014');
  expect(shown).toContain('P1,one,13812341234,110101190001010014');
  const caret = (text: string | undefined) => text?.split('\n').find((line) => line.includes('^'));
  expect(caret(hidden)).toBe(caret(shown));
});
