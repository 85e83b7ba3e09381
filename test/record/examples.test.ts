// The example in the help of every command that records is a line that works in the sample book.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commandtable.js';
import { built, Sandbox } from '../cases/sandbox.js';

const recording = commands.filter(({ date, name }) => date === 'today' || name === 'adjust');
const at = 'cd shizhu && export TAIZHANG_NOW=2022-01-13T10:40:00Z';

describe.skipIf(!built)('examples that record', () => {
  let sandbox: Sandbox;
  beforeAll(() => {
    sandbox = new Sandbox({}, ['shizhu']);
  });
  afterAll(() => sandbox.remove());

  it.each(recording.map(({ name, example, follows }) => [name, example, follows]))(
    '%s: %s',
    async (name, example, follows) => {
      const first = commands.find((one) => one.name === follows)?.example ?? ':';
      const book = `cp -r shizhu ${name} && ${at.replace('shizhu', name)}`;
      const { status, stdout, stderr } = await sandbox.run(`${book} && ${first} >/dev/null 2>&1 && ${example}`);
      expect(status, stderr + stdout).toBe(0);
      expect(stderr).not.toContain('error[');
    },
  );

  it.each(recording.map(({ name }) => name).filter((name) => name !== 'adjust'))('%s --help: today', async (name) => {
    expect((await sandbox.run(`${at} && taizhang ${name} --help`)).stdout).toContain('记在哪一天（缺省：今天');
    const english = await sandbox.run(`${at} && taizhang ${name} --help --lang en`);
    expect(english.stdout.replace(/\s+/g, ' ')).toContain("default: today in the book's time zone");
  });
});
