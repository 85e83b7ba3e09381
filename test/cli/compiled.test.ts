import { copyFileSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { codeCacheOf, compile, start } from '../../src/cli/compiled.js';

const program = fileURLToPath(new URL('../../dist/cli/program.cjs', import.meta.url));

/** A script of its own with a cache of its own. */
function written(text: string, cache: Buffer | null): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'compiled-')), 'program.cjs');
  writeFileSync(file, text);
  if (cache !== null) writeFileSync(codeCacheOf(file), cache);
  return file;
}

const small = "(function (exports) { exports.run = async (words) => words.length + 'ab'.length; })";

describe('the program as it is started', () => {
  it.runIf(existsSync(program))('takes over what V8 had made of it when it was built', () => {
    expect(compile(program).cachedDataRejected).toBe(false);
  });

  it('runs without anything kept', async () => {
    const file = written(small, null);
    expect(await start(compile(file), file).run(['a'], '')).toBe(3);
  });

  it('runs as written where what was kept is of another program, or is nothing V8 knows', async () => {
    const other = written(`${small.replace("'ab'", "'abcdef'")}`, null);
    for (const kept of [compile(other).createCachedData(), Buffer.from('not of V8'), Buffer.alloc(0)]) {
      const file = written(small, kept);
      expect(await start(compile(file), file).run([], '')).toBe(2);
    }
  });

  it('keeps what V8 made of it for the next start', async () => {
    const file = written(small, null);
    copyFileSync(file, `${file}.same`);
    writeFileSync(codeCacheOf(`${file}.same`), compile(file).createCachedData());
    const script = compile(`${file}.same`);
    expect(script.cachedDataRejected).toBe(false);
    expect(await start(script, file).run([], '')).toBe(2);
  });

  it('loads what it asks for only now and then, compiled anew or not', async () => {
    const file = written(
      "(function (a, b, c, d, e, load) { a.run = async () => (await load('node:path')).sep.length; })",
      null,
    );
    for (let round = 0; round < 2; round++) {
      const script = compile(file);
      expect(await start(script, file).run([], '')).toBe(1);
      writeFileSync(codeCacheOf(file), script.createCachedData());
    }
  });

  it('says of a file that is another one that it is not the program', () => {
    for (const text of ['42', '(function () {})', '(function (exports) { exports.run = 1; })']) {
      const file = written(text, null);
      expect(() => start(compile(file), file)).toThrow('is not the program');
      expect(readFileSync(file, 'utf8')).toBe(text);
    }
  });
});
