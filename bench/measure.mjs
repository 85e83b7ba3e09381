// Runs whole programs in turn and says how long each took, from start to end, and how much memory at most.

import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} Contender
 * @property {string} name what --only calls it
 * @property {string} does
 * @property {string[]} command program and arguments
 * @property {string} [absent] why it cannot be run
 */
/** @typedef {{seconds: number, megabytes: number | null, status: number | null, output: string, complaint: string}} Run */
/**
 * @typedef {object} Result
 * @property {string} name
 * @property {string} does
 * @property {number | null} median seconds
 * @property {number | null} fastest
 * @property {number | null} slowest
 * @property {number | null} megabytes peak resident memory, the most of all runs
 * @property {string | null} failed
 * @property {string} output what the last run wrote
 */

const GNU_TIME = '/usr/bin/time';
const hasGnuTime = existsSync(GNU_TIME);

/**
 * Runs one program with its output going to a file, as a night's job would.
 * @param {string[]} command
 * @param {string} scratch folder for what it writes
 * @param {boolean} memory measure memory too? (one more process in between: not for start-up times)
 * @returns {Promise<Run>}
 */
export async function runOnce(command, scratch, memory = true) {
  mkdirSync(scratch, { recursive: true });
  const [output, complaint, peak] = ['stdout', 'stderr', 'peak'].map((name) => join(scratch, name));
  const timed = memory && hasGnuTime ? [GNU_TIME, '-f', '%M', '-o', peak, ...command] : command;
  const files = [openSync(output, 'w'), openSync(complaint, 'w')];
  const started = process.hrtime.bigint();
  const child = spawn(timed[0], timed.slice(1), { stdio: ['ignore', ...files] });
  let highest = 0;
  const watch =
    memory && !hasGnuTime
      ? setInterval(() => {
          highest = Math.max(highest, residentPeak(child.pid));
        }, 5)
      : undefined;
  const status = await new Promise((done) => {
    child.on('error', () => done(null));
    child.on('exit', done);
  });
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  clearInterval(watch);
  for (const file of files) closeSync(file);
  // GNU time writes a line of its own before the figure where the status is not zero.
  const kilobytes = memory && hasGnuTime ? Number(readFileSync(peak, 'utf8').trim().split('\n').at(-1)) : highest;
  const megabytes = kilobytes > 0 ? Math.round(kilobytes / 1024) : null;
  return {
    seconds,
    megabytes,
    status,
    output: readFileSync(output, 'utf8'),
    complaint: readFileSync(complaint, 'utf8'),
  };
}

/** @param {number | undefined} pid */
function residentPeak(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/**
 * Every contender once in each round, so that a slow minute of the machine falls on all of them; the first round only
 * warms the disk cache and is not counted.
 * @param {Contender[]} contenders
 * @param {{rounds: number, scratch: string, memory?: boolean, tell?: (line: string) => void}} how
 * @returns {Promise<Result[]>}
 */
export async function race(contenders, { rounds, scratch, memory = true, tell = () => {} }) {
  /** @type {Map<string, Run[]>} */
  const runs = new Map(contenders.map((c) => [c.name, []]));
  /** @type {Map<string, string>} */
  const failed = new Map(contenders.flatMap((c) => (c.absent ? [[c.name, c.absent]] : [])));
  for (let round = 0; round <= rounds; round++) {
    for (const { name, command } of round % 2 === 0 ? contenders : contenders.toReversed()) {
      if (failed.has(name)) continue;
      const run = await runOnce(command, scratch, memory);
      tell(`${round === 0 ? 'warm-up' : `round ${round}`}  ${name}  ${run.seconds.toFixed(3)} s`);
      if (run.status !== 0) {
        const words = run.complaint.trim().split('\n').slice(0, 3).join(' / ') || run.output.slice(0, 200);
        failed.set(name, `exit status ${run.status}: ${words}`);
      } else if (round > 0) runs.get(name)?.push(run);
    }
  }
  return contenders.map(({ name, does }) => {
    const all = runs.get(name) ?? [];
    const why = failed.get(name) ?? null;
    if (why !== null || all.length === 0) {
      return { name, does, median: null, fastest: null, slowest: null, megabytes: null, failed: why, output: '' };
    }
    const times = all.map((run) => run.seconds).sort((a, b) => a - b);
    const peaks = all.flatMap((run) => (run.megabytes === null ? [] : [run.megabytes]));
    return {
      name,
      does,
      median: median(times),
      fastest: times[0],
      slowest: times[times.length - 1],
      megabytes: peaks.length > 0 ? Math.max(...peaks) : null,
      failed: null,
      output: all[all.length - 1].output,
    };
  });
}

/** @param {number[]} sorted */
function median(sorted) {
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
