// The tests that mutants of a room are tried on: what runs inside the test process, is quick, and is about that room. The
// fewer tests come by a mutant without noticing it, the sooner it is judged. See docs/reliability.md.
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Whole small books, from their text to their findings. */
const books = ['test/engine/*.test.ts', 'test/checks/fixtures.test.ts'];

/** By room, the likeliest to notice something first: a run ends with the first test that fails. */
const tests: Readonly<Record<string, readonly string[]>> = {
  core: ['test/core/**/*.test.ts', 'test/people/personal.test.ts', ...books],
  source: ['test/source/**/*.test.ts', 'test/book/**/*.test.ts', ...books],
  book: [
    'test/book/**/*.test.ts',
    'test/people/{needs,org,personal,places,shifts}.test.ts',
    ...books,
    'test/closed/{carried,reaches}.test.ts',
  ],
  stock: [
    'test/stock/**/*.test.ts',
    'test/engine/*.test.ts',
    'test/closed/{carried,reaches}.test.ts',
    'test/model/engine.test.ts',
  ],
  seal: ['test/seal/**/*.test.ts', 'test/checks/fixtures.test.ts'],
};

/** By room, what comes by nearly everything, slowly, and is about something else: a second thread, a memory that is full. */
const left: Readonly<Record<string, readonly string[]>> = {
  book: ['test/book/{readahead,fullkernel}.test.ts'],
};

const room = process.env.MUTANTS_ROOM ?? '';
const told = (process.env.MUTANTS_TESTS ?? '').split(' ').filter((glob) => glob !== '');
const chosen = told.length > 0 ? told : (tests[room] ?? Object.values(tests).flat());

/** The files in the order of the list above; vitest would begin with the slowest. */
class AsListed extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const folders = chosen.map((pattern) => pattern.replace(/[*{].*$/, ''));
    const rank = ({ moduleId }: TestSpecification): number => folders.findIndex((folder) => moduleId.includes(folder));
    return files.toSorted((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  define: { __TAIZHANG_VERSION__: JSON.stringify('0.0.0-test') },
  test: {
    include: [...chosen],
    // hledger is another process; the binary's test compiles it; tampering is tried on the whole sample book, copied for
    // each test.
    exclude: [
      'test/engine/hledger.test.ts',
      'test/source/binary.test.ts',
      'test/seal/tamper.test.ts',
      ...(left[room] ?? []),
    ],
    setupFiles: ['scripts/mutants/setup.ts'],
    isolate: false,
    sequence: { sequencer: AsListed },
    testTimeout: 60_000,
  },
});
