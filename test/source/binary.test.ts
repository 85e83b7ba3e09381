// The committed binary is held to its source.

import { expect, test } from 'vitest';
import { compile } from '../../scripts/wasm.mjs';
import { binary } from '../../src/source/wasm/binary.js';

test('the compiled loops are what their source compiles to', async () => {
  expect(binary).toBe(await compile());
});
