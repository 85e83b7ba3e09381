// Faults of the bytes of a file, whatever its cells would have said.

import { type Files, textOf, utf8 } from '../case.js';
import { joined } from '../families/bytes.js';
import type { Random } from '../random.js';
import type { FileFault } from './fault.js';

/** A file with ledger rows in it, and the place of one of its lines. */
function aLine(files: Files, random: Random): { name: string; lines: string[]; line: number } {
  const names = Object.keys(files).filter((name) => /^(?:stock|deliveries|counts|requests)\/.*\.csv$/iu.test(name));
  for (;;) {
    const name = random.pick(names);
    const lines = textOf(files[name]!).split('\n');
    // Something stands in the first cells: what is left of a row that is cut short is no empty line.
    const full = lines.flatMap((text, at) => (at > 1 && /\d/u.test(text.split(',', 4).join()) ? [at] : []));
    if (full.length > 0) return { name, lines, line: random.pick(full) };
  }
}

function inLine(change: (text: string, random: Random) => string) {
  return (files: Files, random: Random): Files => {
    const { name, lines, line } = aLine(files, random);
    lines[line] = change(lines[line]!, random);
    return { ...files, [name]: utf8(lines.join('\n')) };
  };
}

export const fileFaults: readonly FileFault[] = [
  { what: 'a quote that is never closed', slugs: ['csv/quote'], put: inLine((text) => `"${text.replaceAll('"', '')}`) },
  {
    what: 'a quote within a word',
    slugs: ['csv/quote'],
    put: inLine((text) => text.replaceAll('"', '').replace(/(\d)/u, '$1"')),
  },
  {
    what: 'a cell too few',
    slugs: ['csv/ragged-row'],
    put: inLine((text) =>
      text
        .replaceAll('"', '')
        .replace(/,+\r?$/u, '')
        .split(',')
        .slice(0, 4)
        .join(','),
    ),
  },
  {
    what: 'a cell too many',
    slugs: ['csv/ragged-row'],
    put: inLine((text) => `${text.replace(/\r$/u, '')}${',x'.repeat(9)}`),
  },
  {
    what: 'a conflict',
    slugs: ['file/conflict-marker'],
    put: inLine((text) => `<<<<<<< HEAD\n${text}\n=======\n${text}\n>>>>>>> other`),
  },
  {
    what: 'bytes of no encoding',
    slugs: ['file/encoding'],
    put(files, random) {
      const { name } = aLine(files, random);
      const bytes = files[name]!;
      const at = random.below(bytes.length + 1);
      return { ...files, [name]: joined(bytes.subarray(0, at), Uint8Array.of(0xff, 0xff), bytes.subarray(at)) };
    },
  },
  {
    what: 'a register that is not there',
    slugs: ['file/missing'],
    put(files, random) {
      const { [random.pick(['items.csv', 'sites.csv'])]: _, ...rest } = files;
      return rest;
    },
  },
];
