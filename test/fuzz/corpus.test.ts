// Small books of what fuzzing found, or was thrown and must go on being found: each folder of test/fixtures/fuzz is named
// for what is in it, and its expected.json says what is made of it. `UPDATE=1` writes down what is found now.

import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { BookCase, Files } from '../../scripts/fuzz/case.js';
import { answerOf } from '../../scripts/fuzz/examine.js';
import { runCase } from '../../scripts/fuzz/run.js';

const root = path.join(import.meta.dirname, '../fixtures/fuzz');

function filesOf(folder: string): Files {
  const files: Files = {};
  for (const name of readdirSync(folder, { recursive: true }).map(String).sort()) {
    const at = path.join(folder, name);
    if (name !== 'expected.json' && statSync(at).isFile()) files[name.split(path.sep).join('/')] = readFileSync(at);
  }
  return files;
}

/** What is found and where, how many rows are left out, and how each balance then stands. */
function told(files: Files): object {
  const { checked, data } = answerOf(files);
  return {
    findings: checked.diagnostics.map(({ code, severity, at }) => {
      return `${code} ${severity} ${at.file}:${at.line}:${at.column}-${at.endLine}:${at.endColumn}`;
    }),
    quarantined: checked.quarantined,
    balances: (data?.lines ?? []).map(({ site, item, closing, status }) => `${site} ${item} ${closing} ${status}`),
  };
}

test.each(readdirSync(root).sort())('%s', async (name) => {
  const folder = path.join(root, name);
  const files = filesOf(folder);
  const expectedFile = path.join(folder, 'expected.json');
  if (process.env.UPDATE === '1' || !existsSync(expectedFile)) {
    writeFileSync(expectedFile, `${JSON.stringify(told(files), null, 2)}\n`);
  }
  expect(told(files)).toEqual(JSON.parse(readFileSync(expectedFile, 'utf8')));
  const one: BookCase = { kind: 'book', family: 'corpus', what: name, files, expect: { kind: 'nothing' } };
  // Several numbers, so that it comes out in several languages, widths and formats, and through the compiled loops.
  for (let number = 0; number <= 16; number += 4) {
    const { failures } = await runCase(one, 1, number);
    expect(failures.filter(({ rule }) => rule !== 'time')).toEqual([]);
  }
});
