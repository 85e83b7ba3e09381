// Whether another thread reads ahead: where its program lies beside this one, there is a core for it, and nobody said no.

import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.doUnmock('node:fs');
  vi.doUnmock('node:os');
  vi.resetModules();
});

/** The program on a machine with so many cores, told so many threads or nothing. */
async function program(lies: boolean, cores: number, told?: string): Promise<string | null> {
  vi.resetModules();
  vi.doMock('node:fs', async (original) => ({ ...(await original<object>()), existsSync: () => lies }));
  vi.doMock('node:os', async (original) => ({ ...(await original<object>()), availableParallelism: () => cores }));
  if (told !== undefined) vi.stubEnv('TAIZHANG_THREADS', told);
  const { readAheadProgram } = await import('../../src/source/ahead/consume.js');
  return readAheadProgram()?.pathname.replace(/^.*\//u, '') ?? null;
}

test('it does where there are two cores and its program', async () => {
  expect(await program(true, 2)).toBe('readahead.js');
  expect(await program(true, 8)).toBe('readahead.js');
});

test('it does not where there is one core, no program, or one thread is asked for', async () => {
  expect(await program(true, 1)).toBeNull();
  expect(await program(false, 8)).toBeNull();
  expect(await program(true, 8, '1')).toBeNull();
  expect(await program(true, 8, '2')).toBe('readahead.js');
});
