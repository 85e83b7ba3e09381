// Every cell is found where it stands: line and column in characters, whatever quotes, line ends, BOM and blanks.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/core/finding.js';
import { locate } from '../../src/source/locate.js';
import { memoryWorkspace } from '../../src/source/workspace.js';
import { encodeGb18030, readAll } from './reading.js';

/** Where a cell stands, as a person counts: line, column, and the column after its last character. */
interface Placed {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

const words = fc.string({ unit: fc.constantFrom('a', '9', '防', '箱', '😷', 'é', '-'), minLength: 1, maxLength: 6 });
const spaces = fc.constantFrom('', ' ', '  ', '\t', '\u3000');

/** How a cell is written, and the part of it that is the cell: all of a quoted one, the ink of a bare one. */
const cell = fc.oneof(
  fc.tuple(spaces, words, spaces).map(([lead, ink, tail]) => ({ text: lead + ink + tail, lead, part: ink })),
  words.map((text) => ({ text: `"${text}"`, lead: '', part: `"${text}"` })),
  fc.tuple(words, words).map(([a, b]) => ({ text: `"${a},""${b}"`, lead: '', part: `"${a},""${b}"` })),
  fc.tuple(words, words).map(([a, b]) => ({ text: `"${a}\n${b}"`, lead: '', part: `"${a}\n${b}"` })),
  fc.constant({ text: '', lead: '', part: '' }),
);
const first = cell.filter(({ part }) => part !== '');
const rows = fc.array(
  fc.tuple(fc.constantFrom('', '\n', ' \n', ',,\n'), fc.tuple(first, cell, cell), fc.constantFrom('\n', '\r\n')),
  { minLength: 1, maxLength: 12 },
);

/** The file, and the place of each cell of each record, worked out from the text that is being written. */
function written(
  bom: string,
  all: readonly (readonly [string, readonly { text: string; lead: string; part: string }[], string])[],
) {
  let text = 'a,b,c\n';
  const places: Placed[][] = [];
  const position = () => {
    const lines = text.split('\n');
    return { line: lines.length, column: [...(lines.at(-1) ?? '')].length + 1 };
  };
  for (const [blank, cells, newline] of all) {
    text += blank;
    const record: Placed[] = [];
    for (const [at, { text: whole, lead, part }] of cells.entries()) {
      if (at > 0) text += ',';
      text += lead;
      const start = position();
      text += part;
      const end = position();
      record.push({ ...start, endLine: end.line, endColumn: end.column });
      text += whole.slice(lead.length + part.length);
    }
    places.push(record);
    text += newline;
  }
  return { text: bom + text, places };
}

function found(bytes: Uint8Array): Placed[][] {
  const workspace = memoryWorkspace({ 'stock/a.csv': bytes });
  return readAll(bytes).records.map(({ at }) =>
    [0, 1, 2].map((cell) => {
      const finding: Finding = {
        code: 'value/date',
        at: { kind: 'cell', file: 'stock/a.csv', record: at, cell },
        tell: () => ({ message: '', hint: '' }),
        related: [],
      };
      const [one] = locate(workspace, [finding], () => 'error');
      if (one === undefined) throw new Error('nothing was located');
      const { line, column, endLine, endColumn } = one.at;
      return { line, column, endLine, endColumn };
    }),
  );
}

describe('whatever the table', () => {
  test('every cell is at its line and column', () => {
    fc.assert(
      fc.property(fc.constantFrom('', '\ufeff'), rows, (bom, all) => {
        const { text, places } = written(bom, all);
        expect(found(new TextEncoder().encode(text))).toEqual(places);
      }),
      { numRuns: 300 },
    );
  });

  test('in GB18030 too: columns count characters, not bytes', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const { text, places } = written('', all);
        fc.pre(text.includes('防') && !text.includes('😷'));
        expect(found(encodeGb18030(text))).toEqual(places);
      }),
      { numRuns: 100 },
    );
  });
});

test('past the last cell of a record is the end of its line', () => {
  const workspace = memoryWorkspace({ 'stock/a.csv': 'a,b,c\n1,防护\r\n' });
  const finding: Finding = {
    code: 'csv/ragged-row',
    at: { kind: 'cell', file: 'stock/a.csv', record: 6, cell: 2 },
    tell: () => ({ message: '', hint: '' }),
    related: [],
  };
  const [one] = locate(workspace, [finding], () => 'error');
  expect(one?.at).toEqual({ file: 'stock/a.csv', line: 2, column: 5, endLine: 2, endColumn: 5 });
  expect(one?.excerpt).toBe('1,防护');
});
