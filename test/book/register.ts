// Registers read from a few lines, each with all that is found in it.

import { readItems } from '../../src/book/register/items.js';
import { readParties, readSites } from '../../src/book/register/places.js';
import { readStaff } from '../../src/book/register/staff.js';
import type { Finding } from '../../src/core/finding.js';
import { locate } from '../../src/source/locate.js';
import { memoryWorkspace } from '../../src/source/workspace.js';
import { told, words } from '../told.js';

const categories = new Map([
  ['protective', ['防护物资', 'protective items']],
  ['living', ['生活保障物资']],
]);
export interface Read<T> {
  readonly all: readonly T[];
  readonly find: (word: string) => readonly number[];
  readonly readable: boolean;
  readonly present: boolean;
  /** `3:5 value/unit`, without the file. */
  readonly found: readonly string[];
  readonly said: readonly string[];
  /** Of each finding the lines that it points to besides its own. */
  readonly beside: readonly (readonly number[])[];
}

interface Register<T> {
  readonly all: readonly T[];
  readonly directory: { find(word: string): readonly number[] };
  readonly readable: boolean;
  readonly present: boolean;
}

type Reader<T> = (workspace: ReturnType<typeof memoryWorkspace>) => {
  readonly value: Register<T>;
  readonly findings: Finding[];
};

function readerOf<T>(name: string, read: Reader<T>): (...lines: readonly string[]) => Read<T> {
  return (...lines) => {
    const workspace = memoryWorkspace(lines.length === 0 ? {} : { [`${name}.csv`]: `${lines.join('\n')}\n` });
    const { value, findings } = read(workspace);
    return {
      all: value.all,
      find: (word) => value.directory.find(word),
      readable: value.readable,
      present: value.present,
      found: told(workspace, findings).map((place) => place.replace(`${name}.csv:`, '').replace(/-\d+ /, ' ')),
      said: words(findings, 'en'),
      beside: locate(workspace, findings, () => 'error').map(({ related }) => related.map(({ at }) => at.line)),
    };
  };
}

export const items = readerOf('items', (workspace) => readItems(workspace, categories));
export const sites = readerOf('sites', readSites);
export const parties = readerOf('parties', readParties);
export const staff = readerOf('staff', readStaff);
