// Signatures of seals by ssh-keygen, as git signs commits: keys that clerks have already, and no code of ours in between.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { canonical } from './canonical.js';

export const NAMESPACE = 'taizhang';

export type Signed =
  | { readonly ok: true; readonly signature: Uint8Array }
  | { readonly ok: false; readonly reason: string };
export type Verified = { readonly ok: true; readonly signer: string } | { readonly ok: false; readonly reason: string };

interface Ran {
  readonly ok: boolean;
  readonly out: string;
  readonly said: string;
}

function keygen(args: readonly string[], input: Uint8Array | null): Ran {
  // No system hands on an argument beyond a NUL.
  if (args.some((one) => one.includes('\0'))) return { ok: false, out: '', said: 'NUL' };
  // The terminal stays open for a passphrase where nothing is given on standard input.
  const ran = spawnSync('ssh-keygen', [...args], {
    ...(input === null ? {} : { input }),
    stdio: [input === null ? 'inherit' : 'pipe', 'pipe', 'pipe'],
  });
  // It may have answered before it read all of its input; that is an error for Node and none for us.
  const code = ran.error !== undefined && 'code' in ran.error ? String(ran.error.code) : '';
  const missing = code === 'ENOENT' ? 'ssh-keygen: not found' : '';
  const said = `${missing}${ran.stderr?.toString() ?? ''}`.trim().split('\n').at(-1) || code;
  return { ok: ran.status === 0, out: ran.stdout?.toString() ?? '', said };
}

function inFolder<T>(act: (folder: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'taizhang-'));
  try {
    return act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Signs bytes with a private key, or with a public one whose private half an agent holds. */
export function sign(key: string, bytes: Uint8Array): Signed {
  return inFolder((folder) => {
    const file = path.join(folder, 'seal');
    writeFileSync(file, bytes);
    const ran = keygen(['-Y', 'sign', '-f', key, '-n', NAMESPACE, file], null);
    return ran.ok ? { ok: true, signature: readFileSync(`${file}.sig`) } : { ok: false, reason: ran.said };
  });
}

/** Whether one of the allowed signers signed these bytes. */
export function verifySignature(allowed: string, bytes: Uint8Array, signature: Uint8Array): Verified {
  return inFolder((folder) => {
    const file = path.join(folder, 'seal.sig');
    writeFileSync(file, canonical(signature));
    const found = keygen(['-Y', 'find-principals', '-s', file, '-f', allowed], null);
    const signer = found.out.split('\n')[0]?.trim() ?? '';
    if (!found.ok || signer === '') return { ok: false, reason: found.said };
    const args = ['-Y', 'verify', '-f', allowed, '-I', signer, '-n', NAMESPACE, '-s', file];
    const ran = keygen(args, bytes);
    return ran.ok ? { ok: true, signer } : { ok: false, reason: ran.said || ran.out.trim() };
  });
}
