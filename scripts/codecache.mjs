// Keeps what V8 makes of the built program while it reconciles the sample, and a book that is large enough for the
// compiled loops. Run by scripts/build.mjs, bundled with what it shares with the program's own start.
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureBook } from '../bench/generate.mjs';
import { codeCacheOf, compile, start } from '../src/cli/compiled.ts';

/** @param {string} root where dist/ and data/ are */
export async function keepCodeCache(root) {
  const file = path.join(root, 'dist/cli/program.cjs');
  const home = mkdtempSync(path.join(tmpdir(), 'taizhang-build-'));
  try {
    const book = path.join(home, 'book');
    ensureBook(book, { rows: 20_000, days: 20 });
    const script = compile(file);
    const { run } = start(script, file);
    // A book kept from another run has no place in what is kept of this one.
    process.env.TAIZHANG_CACHE = 'off';
    for (const [at, words] of [
      [path.join(root, 'data/shizhu'), ['nightly']],
      [path.join(root, 'data/shizhu'), ['check']],
      [book, ['reconcile', '--format', 'json']],
    ]) {
      const status = await run([...words, '-C', at], '0.0.0');
      if (status > 1) throw new Error(`${words.join(' ')} ended with ${status}`);
    }
    const whole = `${codeCacheOf(file)}.new`;
    writeFileSync(whole, script.createCachedData());
    renameSync(whole, codeCacheOf(file));
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
