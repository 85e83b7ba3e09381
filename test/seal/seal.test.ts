// A seal as text: one way to write it, so that any other text is an altered seal; and what is read of a damaged one.

import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  dateOfName,
  parseSeal,
  renderSeal,
  type Seal,
  sealPath,
  signaturePath,
  statementPath,
} from '../../src/seal/seal.js';
import { day } from './book.js';

const plain: Seal = {
  date: day('2022-01-12'),
  previous: 'sha256:aa',
  closedBy: 'P050',
  closedAt: '2022-01-12T21:40:00+08:00',
  files: [
    { path: 'counts/12.csv', bytes: 40, sha256: 'sha256:bb', lines: 'AAAA' },
    { path: 'stock/12.csv', bytes: 120, sha256: 'sha256:cc', lines: 'BBBB' },
  ],
  statement: { path: 'seals/2022-01-12.csv', sha256: 'sha256:dd' },
  accepted: [{ check: 'count/variance', at: 'counts/12.csv:2', reason: '查"不出"', figures: ['70', '-2'] }],
};

const before = [
  '{',
  '  "seal": 1,',
  '  "date": "2022-01-12",',
  '  "previous": "sha256:aa",',
  '  "closed_by": "P050",',
  '  "closed_at": "2022-01-12T21:40:00+08:00",',
  '  "files": [',
  '    {"path":"counts/12.csv","bytes":40,"sha256":"sha256:bb","lines":"AAAA"},',
  '    {"path":"stock/12.csv","bytes":120,"sha256":"sha256:cc","lines":"BBBB"}',
  '  ],',
  '  "statement": {"path":"seals/2022-01-12.csv","sha256":"sha256:dd"},',
  '  "accepted": [',
  '    {"check":"count/variance","at":"counts/12.csv:2","reason":"查\\"不出\\"","figures":["70","-2"]}',
  '  ],',
];

test('a seal is one line a key and one line a file, with the digest of all its other lines', () => {
  const digest = createHash('sha256')
    .update(`${[...before, '}'].join('\n')}\n`)
    .digest('hex');
  const lines = [...before, `  "digest": "sha256:${digest}"`, '}'];
  expect(renderSeal(plain)).toBe(`${lines.join('\n')}\n`);
});

test('the first seal has none before it; lists may be empty', () => {
  const text = renderSeal({ ...plain, previous: null, files: [], accepted: [] });
  expect(text).toContain('\n  "previous": null,\n');
  expect(text).toContain('\n  "files": [],\n');
  expect(text).toContain('\n  "accepted": [],\n');
});

describe('what was written', () => {
  test('is read back, to the letter', () => {
    for (const seal of [plain, { ...plain, previous: null, files: [], accepted: [] }]) {
      expect(parseSeal(renderSeal(seal))).toEqual({ seal, exact: true });
    }
  });

  test.each([
    ['a figure', (text: string) => text.replace('"bytes":120', '"bytes":121')],
    ['a blank', (text: string) => text.replace('"seal": 1', '"seal":  1')],
    ['a key', (text: string) => text.replace('"accepted"', '"extra": 1,\n  "accepted"')],
    ['its last newline', (text: string) => text.trimEnd()],
  ])('is another seal with %s changed', (_, change) => {
    expect(parseSeal(change(renderSeal(plain)))).toMatchObject({ seal: { date: plain.date }, exact: false });
  });
});

describe('of a damaged seal', () => {
  const read = (data: unknown) => parseSeal(JSON.stringify(data));

  test.each([
    ['no JSON', '{"seal": 1,'],
    ['nothing', ''],
    ['a word', '"seal"'],
    ['null', 'null'],
    ['a list', '[1]'],
    ['no date', '{"seal": 1}'],
    ['a date that is none', '{"seal": 1, "date": "2022-02-30"}'],
    ['a date that is a number', '{"seal": 1, "date": 20220112}'],
    ['another kind of seal', '{"seal": 2, "date": "2022-01-12"}'],
    ['no kind', '{"date": "2022-01-12"}'],
  ])('nothing is made out where there is %s', (_, text) => {
    expect(parseSeal(text)).toBeNull();
  });

  test('what is missing or of the wrong kind is blank', () => {
    expect(read({ seal: 1, date: '2022-01-12' })?.seal).toEqual({
      date: plain.date,
      previous: null,
      closedBy: '',
      closedAt: '',
      files: [],
      statement: { path: '', sha256: '' },
      accepted: [],
    });
    const odd = { seal: 1, date: '2022-01-12', previous: 7, closed_by: 1, closed_at: null, files: {}, statement: 'x' };
    expect(read(odd)?.seal).toMatchObject({ previous: null, closedBy: '', closedAt: '', files: [] });
    expect(read({ seal: 1, date: '2022-01-12', files: ['x', null] })?.seal.files).toEqual([
      { path: '', bytes: Number.NaN, sha256: '', lines: '' },
      { path: '', bytes: Number.NaN, sha256: '', lines: '' },
    ]);
  });

  test('what was accepted counts only for a check that there is', () => {
    const accepted = [{ check: 'no/such' }, { check: 'count/variance' }, 'x'];
    expect(read({ seal: 1, date: '2022-01-12', accepted })?.seal.accepted).toEqual([
      { check: 'count/variance', at: '', reason: '', figures: [] },
    ]);
    const figures = [{ check: 'delivery/short', figures: [1, 'a'] }];
    expect(read({ seal: 1, date: '2022-01-12', accepted: figures })?.seal.accepted[0]?.figures).toEqual(['1', 'a']);
  });
});

test('the files of a closed day are named by it', () => {
  expect(sealPath(plain.date)).toBe('seals/2022-01-12.json');
  expect(statementPath(plain.date)).toBe('seals/2022-01-12.csv');
  expect(signaturePath(plain.date)).toBe('seals/2022-01-12.json.sig');
});

test.each([
  ['seals/2022-01-12.json', true],
  ['seals/2022-01-12.csv', true],
  ['seals/2022-01-12.json.sig', false],
  ['seals/2022-01-12.txt', false],
  ['seals/2022-1-12.json', false],
  ['seals/2022-02-30.json', false],
  ['old/seals/2022-01-12.json', false],
  ['seals/x2022-01-12.json', false],
  ['seals/12022-01-12.json', false],
  ['seals/2022-01-122.json', false],
  ['seals/2022-010-12.json', false],
  ['seals/reopened.csv', false],
])('%s is named by a day: %s', (file, named) => {
  expect(dateOfName(file)).toBe(named ? plain.date : null);
});
