// The program from outside: every transcript in this folder, played again in bin/taizhang.js and held to the letter.
// `UPDATE=1 npx vitest run test/cases` writes down what is seen now; read the difference before you commit it.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { built, Sandbox } from './sandbox.js';
import { formatTranscript, parseTranscript, type Step, seenOf } from './transcript.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const cases = readdirSync(here, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.txt'))
  .sort();

test('the program has been built (npm run build)', () => {
  expect(built).toBe(true);
});

test('there are at least forty', () => {
  expect(cases.length).toBeGreaterThanOrEqual(40);
});

describe.concurrent('transcripts', () => {
  test.each(cases)('%s', async (name) => {
    const file = path.join(here, name);
    const text = readFileSync(file, 'utf8');
    const transcript = parseTranscript(text);
    expect(transcript.head.length, 'a case says what it shows').toBeGreaterThan(0);
    const sandbox = new Sandbox(
      transcript.files,
      transcript.steps.map(({ command }) => command),
    );
    const steps: Step[] = [];
    try {
      for (const { command } of transcript.steps) steps.push({ command, seen: seenOf(await sandbox.run(command)) });
    } finally {
      sandbox.remove();
    }
    const seen = formatTranscript({ ...transcript, steps });
    if (process.env.UPDATE === '1') {
      if (seen !== text) writeFileSync(file, seen);
    } else expect(seen).toBe(text);
  });
});
