// Signatures, by the ssh-keygen of whoever runs this: without one there is nothing to try.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sign, verifySignature } from '../../src/seal/sign.js';

const folder = mkdtempSync(path.join(tmpdir(), 'taizhang-keys-'));
const keyOf = (name: string): string => path.join(folder, name);
const made = ['mine', 'other'].map((name) =>
  spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', keyOf(name)], { stdio: 'pipe' }),
);
const text = new TextEncoder().encode('the seal of a day\n');
const allowed = path.join(folder, 'allowed');

const signed = (key: string, bytes: Uint8Array = text): Uint8Array => {
  const done = sign(keyOf(key), bytes);
  if (!done.ok) throw new Error(done.reason);
  return done.signature;
};
/** Folders of ours that were left behind. */
const left = (): string[] => readdirSync(tmpdir()).filter((name) => /^taizhang-[A-Za-z0-9]{6}$/.test(name));

describe.skipIf(made.some(({ status }) => status !== 0))('a signature', () => {
  beforeAll(() => {
    const key = readFileSync(`${keyOf('mine')}.pub`, 'utf8');
    writeFileSync(allowed, `chen@example.org namespaces="taizhang" ${key}`);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('names the signer, where that one is allowed and the bytes are those that were signed', () => {
    expect(verifySignature(allowed, text, signed('mine'))).toEqual({ ok: true, signer: 'chen@example.org' });
  });

  test('is the same after a checkout on Windows', () => {
    const windows = Buffer.from(signed('mine')).toString('latin1').replaceAll('\n', '\r\n');
    expect(verifySignature(allowed, text, Buffer.from(windows, 'latin1'))).toMatchObject({ ok: true });
  });

  test('by somebody else is none, with the reason', () => {
    const found = verifySignature(allowed, text, signed('other'));
    expect(found).toEqual({ ok: false, reason: expect.stringMatching(/principal/i) });
  });

  test('of other bytes is none, with the reason', () => {
    const found = verifySignature(allowed, new TextEncoder().encode('another seal\n'), signed('mine'));
    expect(found).toEqual({ ok: false, reason: expect.stringMatching(/signature/i) });
  });

  test('for another purpose is none', () => {
    const file = path.join(folder, 'mail');
    writeFileSync(file, text);
    spawnSync('ssh-keygen', ['-Y', 'sign', '-f', keyOf('mine'), '-n', 'file', file], { stdio: 'pipe' });
    expect(verifySignature(allowed, text, readFileSync(`${file}.sig`))).toMatchObject({ ok: false });
  });

  test('that is garbage is none, and a list of signers that is not there allows nobody', () => {
    expect(verifySignature(allowed, text, new TextEncoder().encode('garbage\n'))).toMatchObject({ ok: false });
    expect(verifySignature(keyOf('nobody'), text, signed('mine'))).toMatchObject({ ok: false });
  });

  test('cannot be made with a key that is not there: the reason is one line', () => {
    const done = sign(keyOf('lost'), text);
    expect(done).toEqual({ ok: false, reason: expect.stringMatching(/^[^\n]*lost[^\n]*$/) });
  });

  test('cannot be asked for with a name that no system takes', () => {
    expect(sign(`${keyOf('mine')}\0x`, text)).toEqual({ ok: false, reason: 'NUL' });
    expect(verifySignature(`${allowed}\0`, text, signed('mine'))).toEqual({ ok: false, reason: 'NUL' });
  });

  test('leaves nothing behind, made or not', () => {
    const before = left();
    verifySignature(allowed, text, signed('mine'));
    sign(keyOf('lost'), text);
    expect(left().filter((name) => !before.includes(name))).toEqual([]);
  });

  test('cannot be made where there is no ssh-keygen, which is said', () => {
    const { PATH } = process.env;
    try {
      process.env.PATH = folder;
      expect(sign(keyOf('mine'), text)).toEqual({ ok: false, reason: 'ssh-keygen: not found' });
      expect(verifySignature(allowed, text, text)).toEqual({ ok: false, reason: 'ssh-keygen: not found' });
    } finally {
      process.env.PATH = PATH;
    }
  });
});
