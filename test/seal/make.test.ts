// What a seal pins: every ledger file up to its last row of the day, the night's statement, and the seal before.

import { describe, expect, test } from 'vitest';
import { lineDigests, sha256 } from '../../src/seal/canonical.js';
import type { Made } from '../../src/seal/make.js';
import { parseSeal, renderSeal, type Seal } from '../../src/seal/seal.js';
import { closed, day, type Files, made, STOCK, small } from './book.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const digests = (text: string, from = 0): string =>
  Buffer.from(lineDigests(bytesOf(text), from, bytesOf(text).length)).toString('base64');

function sealOf(done: Made): Seal {
  if (!done.ok) throw new Error('a row stands after a later one');
  return done.seal;
}

/** The files that a seal pins, with the stretch that it pins of each. */
function pinned(files: Files, date: string): (readonly [string, string])[] {
  return sealOf(made(files, date)).files.map(({ path, bytes, sha256: digest }) => {
    const text = new TextDecoder().decode(bytesOf(files[path] ?? '').subarray(0, bytes));
    expect(digest).toBe(sha256(bytesOf(text)));
    return [path, text];
  });
}

const issue = (date: string, doc: string, note = ''): string => `${date},${doc},issue,SUIT,1,D1,D2,${note}\n`;
const opening = '2022-01-11,QC1,opening,SUIT,5箱,,D1,\n';
const registers = { 'items.csv': small['items.csv'] ?? '', 'sites.csv': small['sites.csv'] ?? '' };
const bookOf = (...rows: readonly string[]): Files => ({ ...registers, 'stock/a.csv': `${STOCK}\n${rows.join('')}` });

describe('a seal pins', () => {
  test('the files that have rows up to the day, in the order of their names', () => {
    const texts = small;
    expect(pinned(small, '2022-01-11')).toEqual([['stock/11.csv', texts['stock/11.csv']]]);
    expect(pinned(small, '2022-01-12')).toEqual([
      ['counts/12.csv', texts['counts/12.csv']],
      ['stock/11.csv', texts['stock/11.csv']],
      ['stock/12.csv', texts['stock/12.csv']],
    ]);
  });

  test('of a file what stands before its first later row', () => {
    const files = bookOf(opening, issue('2022-01-12', 'A'), issue('2022-01-13', 'B'));
    const lines = `${STOCK}\n${opening}`;
    expect(pinned(files, '2022-01-11')).toEqual([['stock/a.csv', lines]]);
    expect(pinned(files, '2022-01-12')).toEqual([['stock/a.csv', `${lines}${issue('2022-01-12', 'A')}`]]);
    expect(sealOf(made(files, '2022-01-12')).files[0]?.lines).toBe(digests(`${lines}${issue('2022-01-12', 'A')}`));
  });

  test('of a row all the lines that its note goes over', () => {
    const files = bookOf(issue('2022-01-11', 'A', '"one\ntwo"'), issue('2022-01-12', 'B'));
    expect(pinned(files, '2022-01-11')).toEqual([
      ['stock/a.csv', `${STOCK}\n${issue('2022-01-11', 'A', '"one\ntwo"')}`],
    ]);
  });

  test('a last row that no newline ends', () => {
    const files = bookOf(opening, issue('2022-01-12', 'A').trimEnd());
    expect(pinned(files, '2022-01-12')).toEqual([['stock/a.csv', files['stock/a.csv']]]);
  });

  test('only what the seal before did not', () => {
    const first = closed(bookOf(opening), '2022-01-11');
    const grown = { ...first, 'stock/a.csv': `${first['stock/a.csv']}${issue('2022-01-12', 'A')}` };
    const { files, previous } = sealOf(made(grown, '2022-01-12'));
    const text = grown['stock/a.csv'];
    const from = bytesOf(first['stock/a.csv'] ?? '').length;
    expect(files).toEqual([
      { path: 'stock/a.csv', bytes: bytesOf(text).length, sha256: sha256(bytesOf(text)), lines: digests(text, from) },
    ]);
    expect(previous).toBe(sha256(bytesOf(first['seals/2022-01-11.json'] ?? '')));
    expect(sealOf(made(first, '2022-01-12')).files).toEqual([]);
  });

  test('the list of days that were opened again, whatever the days in it', () => {
    const reopened = 'date,by,at,reason\n2022-01-12,P1,2022-01-13T08:00:00+08:00,补单\n';
    const files: Files = { ...bookOf(opening), 'seals/reopened.csv': reopened };
    expect(pinned(files, '2022-01-11')).toEqual([
      ['seals/reopened.csv', reopened],
      ['stock/a.csv', files['stock/a.csv']],
    ]);
  });

  test('who closed it, when, and what was accepted', () => {
    const accepted = [{ check: 'count/variance', at: 'counts/a.csv:2', reason: '查不出', figures: ['1'] }] as const;
    const seal = sealOf(made(small, '2022-01-12', { by: 'P2', at: '2022-01-12T22:00:00+08:00', accepted }));
    expect(seal).toMatchObject({
      date: day('2022-01-12'),
      closedBy: 'P2',
      closedAt: '2022-01-12T22:00:00+08:00',
      accepted,
    });
    expect(seal.previous).toBeNull();
  });
});

describe('the files of a closed day', () => {
  test('are the seal and the statement of the night that it names', () => {
    const done = made(small, '2022-01-12');
    if (!done.ok) throw new Error('not closed');
    const [statement, seal] = done.files;
    expect([statement?.file, seal?.file]).toEqual(['seals/2022-01-12.csv', 'seals/2022-01-12.json']);
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(statement?.bytes);
    expect(text).toBe(
      [
        'site,item,lot,opening,in,out,adjusted,closing,counted,variance',
        'D1,SUIT,,100,0,30,0,70,70,0',
        'D2,MASK,,80,0,0,0,80,,',
        '',
      ].join('\n'),
    );
    expect(done.seal.statement).toEqual({ path: 'seals/2022-01-12.csv', sha256: sha256(bytesOf(text)) });
    const written = new TextDecoder().decode(seal?.bytes);
    expect(written).toBe(renderSeal(done.seal));
    expect(parseSeal(written)?.exact).toBe(true);
  });

  test('get the mark that Excel needs where it is asked for, which the digest leaves out', () => {
    const [plain, marked] = [false, true].map((bom) => made(small, '2022-01-12', { bom }));
    if (!plain?.ok || !marked?.ok) throw new Error('not closed');
    const text = new TextDecoder().decode(plain.files[0]?.bytes);
    expect(Buffer.from(marked.files[0]!.bytes).toString('utf8')).toBe(`\uFEFF${text}`);
    expect(marked.seal).toEqual(plain.seal);
  });
});

describe('a row of an open day behind a later one', () => {
  test('stops the close, and is named with the row that it stands behind', () => {
    const files = bookOf(opening, issue('2022-01-13', 'B'), issue('2022-01-14', 'C'), issue('2022-01-12', 'A'));
    expect(made(files, '2022-01-12')).toEqual({
      ok: false,
      misplaced: [{ path: 'stock/a.csv', line: 5, day: day('2022-01-12'), afterLine: 3 }],
    });
    expect(made(files, '2022-01-14').ok).toBe(true);
  });

  test('stops the close of a later day too, where the day before is closed', () => {
    const files = closed(bookOf(opening), '2022-01-11');
    const rows = `${issue('2022-01-13', 'B')}${issue('2022-01-12', 'A')}`;
    expect(made({ ...files, 'stock/a.csv': `${files['stock/a.csv']}${rows}` }, '2022-01-12')).toEqual({
      ok: false,
      misplaced: [{ path: 'stock/a.csv', line: 4, day: day('2022-01-12'), afterLine: 3 }],
    });
  });

  test('is no hindrance where it comes late to a day that is closed already: that is a finding of its own', () => {
    const files = closed(bookOf(opening), '2022-01-11');
    const rows = `${issue('2022-01-13', 'B')}${issue('2022-01-11', 'A')}`;
    expect(made({ ...files, 'stock/a.csv': `${files['stock/a.csv']}${rows}` }, '2022-01-12').ok).toBe(true);
  });
});
