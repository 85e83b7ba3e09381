// A temporary directory in which a command line runs as a clerk would type it, with nothing of this machine showing.

import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Run } from './transcript.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
export const program = path.join(root, 'bin/taizhang.js');
export const built = existsSync(path.join(root, 'dist/cli/main.js'));

/** Books that a case may name without bringing them along. */
const shared: Readonly<Record<string, string>> = {
  shizhu: path.join(root, 'data/shizhu'),
  broken: path.join(root, 'test/broken/book'),
};

export class Sandbox {
  readonly home = mkdtempSync(path.join(tmpdir(), 'taizhang-case-'));

  constructor(files: Readonly<Record<string, string>>, commands: readonly string[]) {
    for (const [name, content] of Object.entries(files)) {
      const target = path.join(this.home, name);
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, content);
    }
    for (const [name, from] of Object.entries(shared)) {
      const named = commands.some((command) => new RegExp(`\\b${name}\\b`, 'u').test(command));
      if (named && !(`${name}/taizhang.yaml` in files)) {
        cpSync(from, path.join(this.home, name), { recursive: true, verbatimSymlinks: true });
      }
    }
  }

  run(command: string): Promise<Run> {
    const script = `taizhang() { "$NODE" "$PROGRAM" "$@"; }\n${command}`;
    const { PATH = '' } = process.env;
    const env = { PATH, NODE: process.execPath, PROGRAM: program, LANG: 'C.UTF-8', TZ: 'UTC', HOME: this.home };
    return new Promise((resolve, reject) => {
      const child = spawn('bash', ['-c', script], { cwd: this.home, env, stdio: ['ignore', 'pipe', 'pipe'] });
      const out: Buffer[] = [];
      const err: Buffer[] = [];
      child.stdout.on('data', (part: Buffer) => out.push(part));
      child.stderr.on('data', (part: Buffer) => err.push(part));
      child.on('error', reject);
      child.on('close', (code) => {
        resolve({ stdout: this.plain(out), stderr: this.plain(err), status: code ?? -1 });
      });
    });
  }

  /** What was printed, with the name of this directory left out. */
  private plain(parts: readonly Buffer[]): string {
    return Buffer.concat(parts).toString('utf8').replaceAll(this.home, '~');
  }

  remove(): void {
    rmSync(this.home, { recursive: true, force: true });
  }
}
