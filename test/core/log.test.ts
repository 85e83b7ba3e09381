// Lines in the log of a build machine: none of them is a command, and nothing else of them changes.

import { expect, test } from 'vitest';
import { logLine } from '../../src/core/log.js';

test.each([
  ['::error::gone', '\\u003a:error::gone'],
  ['  ::error::', '  \\u003a:error::'],
  ['\u001b[31m::error::', '\u001b[31m\\u003a:error::'],
  ['\u001b[1m \u001b[31m::', '\u001b[1m \u001b[31m\\u003a:'],
  ['a ::error::', 'a ::error::'],
  [': :error', ': :error'],
  ['\u001b[x::', '\u001b[x::'],
  ['08:30', '08:30'],
  ['', ''],
])('%j is written as %j', (line, written) => {
  expect(logLine(line)).toBe(written);
});
