// Places on lines of any length: counted with marks or without, a character stands where it stands.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadBook } from '../../src/book/load.js';
import { checkBook } from '../../src/checks/run.js';
import { renderDiagnostic } from '../../src/render/terminal/diagnostics.js';
import { characters, LONG, LongLine } from '../../src/source/longline.js';
import { memoryWorkspace } from '../../src/source/workspace.js';

const text = fc
  .array(fc.tuple(fc.constantFrom('a', ',', 'é', '长', '😀'), fc.integer({ min: 1, max: 1500 })), { maxLength: 12 })
  .map((runs) => runs.map(([c, times]) => c.repeat(times)).join(''));

test('marks every so many bytes change no count, and no offset', () => {
  fc.assert(
    fc.property(text, fc.nat(20_000), fc.nat(12_000), (line, to, character) => {
      const bytes = new TextEncoder().encode(`前\n${line}`);
      const start = 4;
      const long = new LongLine(bytes, start, bytes.length);
      const offset = Math.min(bytes.length, start + to);
      expect(long.charactersTo(offset)).toBe(characters(bytes, start, offset));
      const points = [...line];
      const before = Buffer.byteLength(points.slice(0, character).join(''));
      const { from, text: near } = long.around(offset);
      expect(points.slice(from, from + [...near].length).join('')).toBe(near);
      expect(from).toBeLessThanOrEqual(long.charactersTo(offset));
      expect(long.offsetOf(character)).toBe(Math.min(bytes.length, start + before));
    }),
  );
});

test('a finding far out on a very long line stands at its cell, and only what is around it is shown', () => {
  const note = '备注'.repeat(LONG);
  const workspace = memoryWorkspace({
    'items.csv': 'item,name,category,unit\nA,甲,living,只\n',
    'sites.csv': 'site,name,kind\nD1,仓库,depot\n',
    'stock/a.csv': `note,date,doc,kind,item,qty,to\n${note},2022-01-12,x,opening,A,三十,D1\n`,
  });
  const [one] = checkBook(workspace, loadBook(workspace), null).diagnostics;
  const column = note.length + ',2022-01-12,x,opening,A,'.length + 1;
  expect(one).toMatchObject({ code: 'value/quantity', at: { line: 2, column, endColumn: column + 2 } });
  expect(one?.excerpt?.length).toBeLessThan(2 * LONG);
  const [, line = '', carets = ''] = renderDiagnostic(one!, { lang: 'zh', width: 80, color: false }).split('\n');
  expect(line).toMatch(/^ *…,2022-01-12,x,opening,A,三十,D1$/u);
  expect(carets.trim()).toBe('^^^^');
});
