// The chain of closed days: what is wrong with it, said once and at the file that it is about.

import { describe, expect, test } from 'vitest';
import { sha256 } from '../../src/seal/canonical.js';
import { type ChainFault, hasSeals, readChain } from '../../src/seal/chain.js';
import { parseSeal, renderSeal } from '../../src/seal/seal.js';
import { closed, day, edited, type Files, small, without, workspaceOf } from './book.js';

const [one, two, three] = ['2022-01-11', '2022-01-12', '2022-01-13'] as const;
const seal = (date: string): string => `seals/${date}.json`;
const statement = (date: string): string => `seals/${date}.csv`;
const book = closed(small, one, two, three);

const faultsOf = (files: Files): readonly ChainFault[] => readChain(workspaceOf(files)).faults;

describe('a chain that is whole', () => {
  test('has its seals by date, each with the digest that the next one names', () => {
    const { links, faults } = readChain(workspaceOf(book));
    expect(faults).toEqual([]);
    expect(links.map(({ file, seal: { date } }) => [file, date])).toEqual([
      [seal(one), day(one)],
      [seal(two), day(two)],
      [seal(three), day(three)],
    ]);
    for (const { file, digest } of links) expect(digest).toBe(sha256(new TextEncoder().encode(book[file])));
    expect(links.map(({ seal: { previous } }) => previous)).toEqual([null, links[0]?.digest, links[1]?.digest]);
  });

  test('stays so with the mark and the line ends that Windows gives it', () => {
    const windows = Object.entries(book).map(([file, text]) => [file, `\uFEFF${text.replaceAll('\n', '\r\n')}`]);
    expect(faultsOf(Object.fromEntries(windows))).toEqual([]);
  });

  test('may have a list of days that were opened again', () => {
    expect(faultsOf({ ...book, 'seals/reopened.csv': 'date,by,at,reason\n' })).toEqual([]);
  });

  test('is none where nothing was closed', () => {
    expect(readChain(workspaceOf(small))).toEqual({ links: [], faults: [] });
    expect(hasSeals(workspaceOf(small))).toBe(false);
    expect(hasSeals(workspaceOf({ ...small, 'imports/seals/x.csv': '' }))).toBe(false);
    expect(hasSeals(workspaceOf(book))).toBe(true);
  });
});

describe('what is wrong with a chain:', () => {
  test('a seal that is not the text that was sealed; the next one is not blamed for it', () => {
    expect(faultsOf(edited(book, seal(two), '"closed_by": "P1"', '"closed_by": "P2"'))).toEqual([
      { kind: 'altered', file: seal(two) },
    ]);
    expect(faultsOf(edited(book, seal(one), '"closed_by": "P1"', '"closed_by": "P2"'))).toEqual([
      { kind: 'altered', file: seal(one) },
    ]);
    expect(faultsOf(edited(book, seal(three), '"closed_by": "P1"', '"closed_by": "P2"'))).toEqual([
      { kind: 'altered', file: seal(three) },
    ]);
  });

  test('a seal that cannot be read; the next one is not blamed for it', () => {
    const broken = { ...book, [seal(two)]: 'gone' };
    expect(faultsOf(broken)).toEqual([{ kind: 'unreadable', file: seal(two) }]);
    expect(readChain(workspaceOf(broken)).links.map(({ file }) => file)).toEqual([seal(one), seal(three)]);
    const none = edited(book, seal(two), '"date": "2022-01-12"', '"date": "2022-02-30"');
    expect(faultsOf(none)).toEqual([{ kind: 'unreadable', file: seal(two) }]);
  });

  test('a mark too many, which a reader would not see', () => {
    expect(faultsOf({ ...book, [seal(two)]: `\uFEFF\uFEFF${book[seal(two)]}` })).toEqual([
      { kind: 'unreadable', file: seal(two) },
    ]);
  });

  test('a seal whose own link was changed: it is altered, and does not follow', () => {
    const link = `"previous": ${JSON.stringify(readChain(workspaceOf(book)).links[0]?.digest)}`;
    expect(faultsOf(edited(book, seal(two), link, '"previous": "sha256:00"'))).toEqual([
      { kind: 'altered', file: seal(two) },
      { kind: 'unlinked', file: seal(two), before: seal(one) },
    ]);
  });

  test('a seal altered long before does not excuse a later one that does not follow', () => {
    const { seal: second } = parseSeal(book[seal(two)] ?? '')!;
    const forged = { ...book, [seal(two)]: renderSeal({ ...second, closedBy: 'P2' }) };
    expect(faultsOf(edited(forged, seal(one), '"closed_by": "P1"', '"closed_by": "P2"'))).toEqual([
      { kind: 'altered', file: seal(one) },
      { kind: 'unlinked', file: seal(three), before: seal(two) },
    ]);
  });

  test('a seal altered elsewhere does not excuse one that does not follow', () => {
    const files = without(edited(book, seal(three), 'P1', 'P2'), seal(one), statement(one));
    expect(faultsOf(files)).toEqual([
      { kind: 'altered', file: seal(three) },
      { kind: 'unlinked', file: seal(two), before: null },
    ]);
  });

  test('a seal written anew by hand, to the letter: the next one was not built on it', () => {
    const read = parseSeal(book[seal(one)] ?? '');
    const forged = { ...book, [seal(one)]: renderSeal({ ...read!.seal, closedBy: 'P2' }) };
    expect(faultsOf(forged)).toEqual([{ kind: 'unlinked', file: seal(two), before: seal(one) }]);
  });

  test('a first seal that was built on another', () => {
    expect(faultsOf(without(book, seal(one), statement(one)))).toEqual([
      { kind: 'unlinked', file: seal(two), before: null },
    ]);
  });

  test('a seal under the name of another day', () => {
    const moved = { ...without(book, seal(three)), 'seals/2022-01-20.json': book[seal(three)] ?? '' };
    expect(faultsOf(moved)).toEqual([
      { kind: 'seal-missing', file: seal(three), statement: statement(three) },
      { kind: 'misnamed', file: 'seals/2022-01-20.json', date: seal(three) },
    ]);
  });

  test('a statement that was touched, or is gone', () => {
    expect(faultsOf(edited(book, statement(two), '70', '71'))).toEqual([
      { kind: 'statement-altered', file: statement(two), seal: seal(two) },
    ]);
    expect(faultsOf(without(book, statement(two)))).toEqual([
      { kind: 'statement-missing', file: statement(two), seal: seal(two) },
    ]);
  });

  test('a seal that names the statement of another night', () => {
    const { seal: last } = parseSeal(book[seal(three)] ?? '')!;
    const other = { path: statement(two), sha256: sha256(new TextEncoder().encode(book[statement(two)])) };
    const same = { path: statement(two), sha256: last.statement.sha256 };
    for (const forged of [other, same]) {
      expect(faultsOf({ ...book, [seal(three)]: renderSeal({ ...last, statement: forged }) })).toEqual([
        { kind: 'statement-altered', file: statement(three), seal: seal(three) },
      ]);
    }
  });

  test('a statement without its seal', () => {
    expect(faultsOf(without(book, seal(three)))).toEqual([
      { kind: 'seal-missing', file: seal(three), statement: statement(three) },
    ]);
  });

  test('a file that no seal is made of', () => {
    expect(faultsOf({ ...book, 'seals/notes.csv': 'x\n' })).toEqual([{ kind: 'stranger', file: 'seals/notes.csv' }]);
    expect(faultsOf({ ...book, 'seals/old/2022-01-01.json': '{}' })).toEqual([
      { kind: 'stranger', file: 'seals/old/2022-01-01.json' },
    ]);
  });
});
