// Data that nobody here wrote, beside the repository: a test that needs it is skipped where it is absent, and says so.

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe } from 'vitest';

const folder = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

export function sharedPath(name: string): string {
  return `${folder}${name}`;
}

export function sharedBytes(name: string): Uint8Array {
  return readFileSync(sharedPath(name));
}

export function describeWith(name: string, about: string, tests: () => void): void {
  const there = existsSync(sharedPath(name));
  describe.skipIf(!there)(there ? about : `${about} (skipped: ../shared/data/${name} is not there)`, () => {
    if (there) tests();
    else describe.todo('needs the data');
  });
}
