// One folder for everything that the tests put on the disk, gone when the run ends: a machine that
// tests every day does not fill up.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Runs before the workers start, which inherit the variable. */
export default function setup(): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'taizhang-tests-'));
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
