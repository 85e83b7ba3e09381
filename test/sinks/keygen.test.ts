// What ssh-keygen is started with: a key, a file of ours, our namespace, each as an argument of its own and no shell between.

import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sign, verifySignature } from '../../src/seal/sign.js';
import { naughty } from './strings.js';

const folder = mkdtempSync(path.join(tmpdir(), 'taizhang-keygen-'));
const log = path.join(folder, 'log');
const principal = path.join(folder, 'principal');
const { PATH } = process.env;

beforeAll(() => {
  // It writes down its arguments, each ended by a NUL, and answers as the real one would.
  const script = `#!/bin/sh
printf '%s\\0' "$@" > '${log}'
case "$2" in
  find-principals) cat '${principal}';;
  sign) for last; do :; done; echo signed > "$last.sig";;
esac
`;
  writeFileSync(path.join(folder, 'ssh-keygen'), script);
  chmodSync(path.join(folder, 'ssh-keygen'), 0o755);
  process.env.PATH = `${folder}${path.delimiter}${PATH ?? ''}`;
});

afterAll(() => {
  process.env.PATH = PATH;
  rmSync(folder, { recursive: true, force: true });
});

const given = (): string[] => readFileSync(log, 'utf8').split('\0').slice(0, -1);
// An operating system takes no NUL in an argument, and Node says so.
const words = ['-rf', '--help', '$(id)', '`id`', '; id', "a'b", 'a b', '*', '', '\u001b[31m', '../k', '防护服', '%0A'];

test('a key of any name is one argument', () => {
  for (const key of words) {
    expect(sign(key, new Uint8Array([1]))).toMatchObject({ ok: true });
    const [flag, verb, f, name, n, namespace, file, ...more] = given();
    expect([flag, verb, f, name, n, namespace]).toEqual(['-Y', 'sign', '-f', key, '-n', 'taizhang']);
    expect(path.isAbsolute(file ?? '')).toBe(true);
    expect(more).toEqual([]);
  }
});

test('so is the list of signers, and a signer whatever the list calls him', () => {
  const names = naughty.filter((text) => text.trim() !== '' && !text.includes('\0')).slice(0, 120);
  for (const name of names) {
    writeFileSync(principal, `${name}\n`);
    const signer = Buffer.from(name).toString('utf8').split('\n')[0]?.trim() ?? '';
    const checked = verifySignature(words[0] ?? '', new Uint8Array([1]), new Uint8Array([2]));
    if (signer === '') {
      expect(checked.ok).toBe(false);
      continue;
    }
    expect(checked).toEqual({ ok: true, signer });
    expect(given().slice(0, 8)).toEqual(['-Y', 'verify', '-f', '-rf', '-I', signer, '-n', 'taizhang']);
  }
});

test('what was made for it is gone afterwards', () => {
  sign('key', new Uint8Array([1]));
  const file = given().at(-1) ?? '';
  expect(existsSync(path.dirname(file))).toBe(false);
});

test('a key that no argument can hold is refused, and nothing is thrown', () => {
  expect(sign('a\0b', new Uint8Array([1]))).toMatchObject({ ok: false });
});
