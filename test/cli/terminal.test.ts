// What changes where the program is watched: colour on a terminal and nowhere else, and files that may not be read.

import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Sandbox } from '../cases/sandbox.js';

const files = {
  'book/taizhang.yaml': 'title: 东街\nlanguage: en\n',
  'book/items.csv': 'item,name,category,unit\nSUIT,防护服,protective,套\n',
  'book/sites.csv': 'site,name,kind\nD1,Depot,depot\n',
  'book/stock/2022-01-12.csv': 'date,doc,kind,item,qty,to\n2022-01-12,QC20220112-001,opening,SUITE,3,D1\n',
};
const sandbox = new Sandbox(files, []);
afterAll(() => sandbox.remove());

const colour = '\u001b[';
const hasScript = spawnSync('script', ['--version']).status === 0;
const onTerminal = (command: string) => sandbox.run(`export NODE PROGRAM; script -qec '${command}' /dev/null`);
const check = '"$NODE" "$PROGRAM" check -C book';

describe.skipIf(!hasScript)(`on a terminal${hasScript ? '' : ' (skipped: there is no script(1) to make one)'}`, () => {
  test('findings are coloured, and the status is theirs', async () => {
    const { stdout, status } = await onTerminal(check);
    expect(stdout).toContain(colour);
    expect(status).toBe(1);
  });

  test.each([`NO_COLOR=1 ${check}`, `${check} --no-color`])('%s: not where nobody wants it', async (command) => {
    const { stdout } = await onTerminal(command);
    expect(stdout).toContain('ref/item');
    expect(stdout).not.toContain(colour);
  });

  test('an empty NO_COLOR says nothing', async () => {
    expect((await onTerminal(`NO_COLOR= ${check}`)).stdout).toContain(colour);
  });

  test('nor does colour go into a file', async () => {
    const { stdout } = await onTerminal(`${check} -o found.txt; cat found.txt`);
    expect(stdout).toContain('ref/item');
    expect(stdout).not.toContain(colour);
  });
});

const isRoot = process.getuid?.() === 0;

describe.skipIf(isRoot)(`files that may not be read${isRoot ? ' (skipped: root may read everything)' : ''}`, () => {
  test('the book is refused as a whole: status 2, the file and the reason, no trace', async () => {
    const locked = new Sandbox(files, []);
    const target = path.join(locked.home, 'book/stock/2022-01-12.csv');
    chmodSync(target, 0);
    const { stdout, stderr, status } = await locked.run('taizhang check -C book --lang en');
    chmodSync(target, 0o600);
    locked.remove();
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
    expect(stderr).toContain('cannot read stock/2022-01-12.csv (EACCES)');
    expect(stderr).not.toContain('    at ');
  });
});

test('no command line, however odd, shows a stack trace', async () => {
  const odd = [
    '',
    '-',
    '--',
    '---',
    '-C',
    '-C ""',
    '--date ""',
    'check ""',
    'report',
    'schema ""',
    'explain ""',
    '-o',
    '--lang',
    'check -C book -o ""',
    'report card -C book --item ""',
  ];
  for (const args of odd) {
    const { stderr, status } = await sandbox.run(`taizhang ${args}`);
    expect([args, stderr]).toEqual([args, expect.not.stringContaining('    at ')]);
    expect([args, [0, 1, 2].includes(status)]).toEqual([args, true]);
  }
});

describe('a full disk behind standard output', () => {
  test.skipIf(process.platform !== 'linux').each([
    ['en', 'taizhang: cannot write to standard output (ENOSPC)'],
    ['zh', 'taizhang: 无法写入标准输出（ENOSPC）'],
  ])('is told as one (%s), and is no fault of the program', async (lang, line) => {
    const { stderr, status } = await sandbox.run(
      `"$NODE" "$PROGRAM" reconcile -C book --format json --lang ${lang} > /dev/full`,
    );
    expect(stderr.split('\n')[0]).toBe(line);
    expect(status).toBe(2);
  });
});
