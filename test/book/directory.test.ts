// What a word in a ledger names in a register: a code first, else every entry of that name, else what is near it.

import { describe, expect, test } from 'vitest';
import { loadBook } from '../../src/book/load.js';
import { Directory } from '../../src/book/register/directory.js';
import { readSites } from '../../src/book/register/places.js';
import { readStaff } from '../../src/book/register/staff.js';
import { memoryWorkspace } from '../../src/source/workspace.js';

describe('a word', () => {
  test('is a code before it is a name, and belongs to the first that declared it', () => {
    const directory = new Directory();
    directory.addCode('A', 0);
    directory.addCode('A', 1);
    directory.addName('A', 2);
    directory.addName('B', 1);
    directory.addName('B', 2);
    directory.addName('B', 1);
    directory.addName('', 3);
    expect([directory.find('A'), directory.find('B'), directory.find('C'), directory.find('')]).toEqual([
      [0],
      [1, 2],
      [],
      [],
    ]);
    expect([directory.code('A'), directory.code('B'), directory.named('A'), directory.named('C')]).toEqual([
      0,
      undefined,
      [2],
      [],
    ]);
  });

  test('that is none is near others until too many have been compared, and what was found then is kept', () => {
    const directory = new Directory(5);
    directory.addCode('SUIT', 0);
    directory.addName('MASK', 0);
    expect([directory.suggest('SUIR'), directory.suggest('MASX'), directory.suggest('SUIX')]).toEqual([
      ['SUIT'],
      ['MASK'],
      ['SUIT'],
    ]);
    expect([directory.suggest('SUTT'), directory.suggest('SUIR')]).toEqual([[], ['SUIT']]);
    const spent = new Directory(2);
    spent.addCode('SUIT', 0);
    spent.addName('MASK', 0);
    expect([spent.suggest('SUIR'), spent.suggest('SUIX')]).toEqual([['SUIT'], []]);
  });
});

describe('a code that stands twice in a register', () => {
  test.each([
    ['sites', 'site,name,kind\nD1,a,depot\nD1,b,depot\n', readSites],
    ['staff', 'staff,name\nP1,a\nP1,b\n', readStaff],
  ] as const)('of %s points to where it was declared first, in both languages', (name, text, read) => {
    const { findings } = read(memoryWorkspace({ [`${name}.csv`]: text }));
    expect(findings.map(({ code }) => code)).toEqual(['id/duplicate']);
    const [related] = findings[0]?.related ?? [];
    expect(related?.at).toMatchObject({ file: `${name}.csv`, record: text.indexOf('\n') + 1 });
    expect([related?.tell('zh'), related?.tell('en')]).toEqual(['先登记在这里', 'declared here first']);
  });
});

test('a register in another encoding, which shows only far into it, is read anew: no row of it counts twice', () => {
  const rows = Array.from({ length: 1_200 }, (_, n) => `S${n},place ${n},depot,${'x'.repeat(1_000)}\n`).join('');
  // 防 in GB18030.
  const bytes = Buffer.concat([
    Buffer.from(`site,name,kind,note\n${rows}T1,`),
    Uint8Array.of(0xb7, 0xc0),
    Buffer.from(',depot,\n'),
  ]);
  const { sites, findings } = loadBook(memoryWorkspace({ 'taizhang.yaml': '', 'sites.csv': bytes }));
  expect(sites.all.length).toBe(1_201);
  expect(sites.all.at(-1)?.name).toBe('防');
  expect(findings.map(({ code }) => code)).toEqual(['file/encoding']);
});
