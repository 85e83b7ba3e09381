// The cases that are too large to be made by the thousand: one at a time through the program itself, each within a
// bound of time and memory.   node scripts/fuzz-big.mjs [NAME…]
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cases } from './fuzz/big.mjs';

const program = fileURLToPath(new URL('../bin/taizhang.js', import.meta.url));
const wanted = process.argv.slice(2);

/** Runs a command and measures it from outside; what takes longer than `seconds` is stopped and said to hang. */
function run(args, { seconds, megabytes, found }) {
  return new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(
      '/usr/bin/env',
      [
        'bash',
        '-c',
        'ulimit -c 0; exec "$@"',
        '-',
        process.execPath,
        `--max-old-space-size=${megabytes}`,
        program,
        ...args,
      ],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, NO_COLOR: '1', LC_ALL: 'en_US.UTF-8' },
      },
    );
    let bytes = 0;
    const missing = new Set(found);
    let tail = '';
    let errors = '';
    let peak = 0;
    child.stdout.on('data', (data) => {
      bytes += data.length;
      const text = tail + data.toString('latin1');
      for (const slug of missing) if (text.includes(slug)) missing.delete(slug);
      tail = text.slice(-100);
    });
    child.stderr.on('data', (data) => {
      if (errors.length < 4000) errors += data.toString();
    });
    const meter = setInterval(() => {
      peak = Math.max(peak, memoryOf(child.pid));
    }, 50);
    const stop = setTimeout(() => child.kill('SIGKILL'), seconds * 1000);
    child.on('close', (status, signal) => {
      clearInterval(meter);
      clearTimeout(stop);
      resolve({ status, signal, took: (performance.now() - started) / 1000, peak, bytes, missing, errors });
    });
  });
}

/** Resident megabytes, where the system tells. */
function memoryOf(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

let broken = 0;
for (const one of cases) {
  if (wanted.length > 0 && !wanted.includes(one.name)) continue;
  const root = mkdtempSync(path.join(tmpdir(), 'taizhang-big-'));
  try {
    let size = 0;
    for (const [name, data] of one.files()) {
      const at = path.join(root, name);
      mkdirSync(path.dirname(at), { recursive: true });
      writeFileSync(at, data);
      size += data.length;
    }
    for (const command of one.commands ?? [
      ['check', '-C', 'BOOK'],
      ['check', '-C', 'BOOK', '--format', 'json'],
      ['nightly', '-C', 'BOOK'],
    ]) {
      const args = command.map((word) => word.replace('BOOK', root));
      const done = await run(args, one);
      const faults = [
        done.signal !== null ? `stopped after ${one.seconds} s` : '',
        done.signal === null && ![...(one.status ?? [1]), ...(args[0] === 'nightly' ? [2] : [])].includes(done.status)
          ? `status ${done.status}`
          : '',
        /fault in the program|heap out of memory/u.test(done.errors) ? done.errors.slice(0, 600) : '',
        done.peak > one.megabytes + 200 ? 'more memory than it may have' : '',
        args.includes('json') && done.missing.size > 0 ? `nothing said of ${[...done.missing].join(', ')}` : '',
      ].filter((fault) => fault !== '');
      if (faults.length > 0) broken++;
      const name = `${one.name} ${args[0]}${args.includes('json') ? ' json' : ''}`;
      console.log(
        `${name.padEnd(34)} ${(size / 1e6).toFixed(1).padStart(6)} MB ${done.took.toFixed(2).padStart(7)} s ${done.peak.toFixed(0).padStart(5)} MB resident ${(done.bytes / 1e6).toFixed(1).padStart(6)} MB out  ${faults.length === 0 ? 'ok' : `BROKEN: ${faults.join('; ')}`}`,
      );
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
process.exitCode = broken === 0 ? 0 : 1;
