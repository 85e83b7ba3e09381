// A clerk at a terminal: the program in a real pseudo-terminal, with keys typed when a text has appeared.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** The program as it was built; a bundle somewhere else can be named while working on it. */
const program = process.env.TAIZHANG_PROGRAM ?? path.join(root, 'bin/taizhang.js');
export const built = process.env.TAIZHANG_PROGRAM !== undefined || existsSync(path.join(root, 'dist/cli/main.js'));

export interface Step {
  readonly expect: string;
  readonly send: string;
}

export interface Shown {
  readonly status: number;
  readonly screen: string;
  /** The text that was waited for and never came. */
  readonly missed: string | null;
}

export const ENTER = '\r';
export const CTRL_C = '\u0003';

/** Types a command and its answers. */
export function type(cwd: string, words: readonly string[], steps: readonly Step[]): Promise<Shown> {
  return new Promise((resolve, reject) => {
    const child = spawn('python3', [path.join(import.meta.dirname, 'drive.py')], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const out: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => out.push(part));
    child.on('error', reject);
    child.on('close', () => resolve(JSON.parse(Buffer.concat(out).toString('utf8'))));
    const env = { TAIZHANG_NOW: '2022-01-12T10:40:00Z', LANG: 'C.UTF-8', NO_COLOR: '1' };
    child.stdin.end(JSON.stringify({ argv: [process.execPath, program, ...words], cwd, env, steps }));
  });
}
