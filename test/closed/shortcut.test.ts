// Whatever the book, a night that begins from the last seal says the same as one that reads the whole history.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { memoryWorkspace } from '../../src/source/workspace.js';
import { books, type RandomBook } from '../model/books.js';
import { dayOf, everything, type Files, type Kept, night, sealed, wholeAnswer } from './nights.js';
import { stampedWorkspace } from './stamped.js';

/** `MODEL_RUNS=5000 npx vitest run test/closed --testTimeout 9999999` looks longer. */
const RUNS = { numRuns: Number(process.env.MODEL_RUNS ?? 30) };
const FEW = { numRuns: Number(process.env.MODEL_RUNS ?? 15) };

/** The files of a book that were there when a day ended. */
function until({ files }: RandomBook, date: string): Files {
  const there = Object.entries(files).filter(([path]) => {
    const day = /^[a-z]+\/(\d{4}-\d{2}-\d{2})\.csv$/u.exec(path)?.[1];
    return day === undefined || day <= date;
  });
  return Object.fromEntries(there);
}

function sealsOf(files: Files): Files {
  return Object.fromEntries(Object.entries(files).filter(([path]) => path.startsWith('seals/')));
}

/** Why nights were answered as they were. */
class Tally {
  private readonly counts = new Map<string, number>();

  add(why: string): void {
    this.counts.set(why, (this.counts.get(why) ?? 0) + 1);
  }

  /** Of the nights that had something to begin from. */
  get share(): number {
    const had = [...this.counts].filter(([why]) => why !== 'nothing').reduce((sum, [, count]) => sum + count, 0);
    return (this.counts.get('shortcut') ?? 0) / Math.max(1, had);
  }

  toString(): string {
    return JSON.stringify(Object.fromEntries(this.counts));
  }
}

describe('a night that begins from the last seal answers as the whole history does:', () => {
  test('night after night, each day sealed the next evening', () => {
    const tally = new Tally();
    fc.assert(
      fc.property(books(), (book) => {
        let seals: Files = {};
        let memory: Kept | null = null;
        for (const [index, date] of book.dates.entries()) {
          const before = book.dates[index - 1];
          if (before !== undefined) seals = sealsOf(sealed({ ...until(book, before), ...seals }, before));
          const workspace = memoryWorkspace({ ...until(book, date), ...seals });
          const answer = night(workspace, memory, date);
          tally.add(answer.why);
          expect(everything(answer.checked), answer.why).toEqual(wholeAnswer(workspace, date));
          memory = answer.memory;
          // The next night begins from the last seal, not from an older one with more and more days to read.
          if (answer.why === 'shortcut' && before !== undefined) {
            expect(memory?.remembered.seal.date).toBe(dayOf(before));
          }
        }
      }),
      RUNS,
    );
    expect(tally.share, `${tally}`).toBeGreaterThan(0.2);
  });

  test('all but the last days sealed at once, and further days to come', () => {
    const tally = new Tally();
    fc.assert(
      fc.property(books(), fc.integer({ min: 1, max: 3 }), (book, open) => {
        const last = book.dates.at(-1 - open);
        if (last === undefined) return;
        const files = sealed({ ...book.files }, last);
        const later = book.dates.filter((date) => date > last);
        const workspace = memoryWorkspace(files);
        let memory = night(workspace, null, later.at(-1) ?? null).memory;
        for (const date of [...later, null]) {
          const answer = night(workspace, memory, date);
          tally.add(answer.why);
          expect(everything(answer.checked), answer.why).toEqual(wholeAnswer(workspace, date));
          memory = answer.memory;
        }
      }),
      RUNS,
    );
    expect(tally.share, `${tally}`).toBeGreaterThan(0.2);
  });
});

interface Tampering {
  readonly name: string;
  readonly act: (files: Files, seed: number, sealedDay: string, openDay: string) => Files | null;
}

function pathsOf(files: Files, ...folders: readonly string[]): string[] {
  return Object.keys(files).filter((path) => folders.some((folder) => path.startsWith(`${folder}/`)));
}

function at<T>(list: readonly T[], seed: number): T | null {
  return list.length === 0 ? null : (list[seed % list.length] ?? null);
}

function textOf(files: Files, path: string): string {
  const content = files[path] ?? '';
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}

/** A row of a closed stock file, as cells, with the header's names. */
function oldRow(files: Files, seed: number, sealedDay: string): string[] | null {
  const rows = pathsOf(files, 'stock')
    .filter((path) => path.slice('stock/'.length, -'.csv'.length) <= sealedDay)
    .flatMap((path) => textOf(files, path).trimEnd().split('\n').slice(1));
  return at(rows, seed)?.split(',') ?? null;
}

function withRow(files: Files, date: string, cells: readonly string[]): Files {
  const path = `stock/${date}.csv`;
  const header = textOf(files, at(pathsOf(files, 'stock'), 0) ?? '').split('\n')[0] ?? '';
  const before = files[path] === undefined ? `${header}\n` : textOf(files, path);
  return { ...files, [path]: `${before}${cells.join(',')}\n` };
}

// Columns of the random books: date,time,doc,kind,item,lot,expiry,qty,unit,from,to,by,checked_by,ref,note
const DATE = 0;
const DOC = 2;
const KIND = 3;
const EXPIRY = 6;
const QTY = 7;
const REF = 13;

const tamperings: readonly Tampering[] = [
  {
    name: 'a digit in a closed file, its size kept',
    act: (files, seed, day) => {
      const path = at(
        pathsOf(files, 'stock', 'deliveries', 'counts', 'requests').filter((one) => one.includes(day)),
        seed,
      );
      if (path === null) return null;
      const text = textOf(files, path);
      const digits = [...text.matchAll(/\d/gu)].map(({ index }) => index);
      const place = at(digits.slice(8), seed);
      if (place === null) return null;
      const digit = text[place] === '7' ? '1' : '7';
      return { ...files, [path]: `${text.slice(0, place)}${digit}${text.slice(place + 1)}` };
    },
  },
  {
    name: 'a row of a closed day in the file of the open one',
    act: (files, seed, day, open) => {
      const row = oldRow(files, seed, day);
      return row === null ? null : withRow(files, open, row.with(DOC, 'LATE-1'));
    },
  },
  {
    name: 'a row behind the last of a closed file',
    act: (files, seed, day) => {
      const row = oldRow(files, seed, day);
      return row === null ? null : withRow(files, day, row.with(DOC, 'LATE-2').with(DATE, day));
    },
  },
  {
    name: 'a closed row once more, on the open day',
    act: (files, seed, day, open) => {
      const row = oldRow(files, seed, day);
      return row === null ? null : withRow(files, open, row.with(DATE, open));
    },
  },
  {
    name: 'a reversal of a closed row',
    act: (files, seed, day, open) => {
      const row = oldRow(files, seed, day);
      if (row === null) return null;
      const undo = row
        .with(DATE, open)
        .with(DOC, 'CX-NEW-9')
        .with(KIND, 'reversal')
        .with(REF, row[DOC] ?? '');
      return withRow(files, open, undo.with(EXPIRY, ''));
    },
  },
  {
    name: 'a return of half of what a closed row sent',
    act: (files, seed, day, open) => {
      const row = oldRow(files, seed, day);
      if (row === null || !['issue', 'transfer'].includes(row[KIND] ?? '')) return null;
      const [from = '', to = ''] = row.slice(9, 11);
      const back = row
        .with(DATE, open)
        .with(DOC, 'TK-NEW-9')
        .with(KIND, 'return')
        .with(REF, row[DOC] ?? '');
      return withRow(files, open, back.with(QTY, '1').with(8, '').with(EXPIRY, '').with(9, to).with(10, from));
    },
  },
  {
    name: 'an item that is called otherwise',
    act: (files) => ({ ...files, 'items.csv': textOf(files, 'items.csv').replace('SUIT', 'SUITS') }),
  },
  {
    name: 'a policy that is changed',
    act: (files) => ({ ...files, 'taizhang.yaml': `${textOf(files, 'taizhang.yaml')}timezone: Asia/Shanghai\n` }),
  },
  {
    name: 'a statement that is altered',
    act: (files, seed) => {
      const path = at(
        pathsOf(files, 'seals').filter((one) => one.endsWith('.csv')),
        seed,
      );
      return path === null ? null : { ...files, [path]: textOf(files, path).replace(/\d\n/u, '3\n') };
    },
  },
  {
    name: 'a seal that is gone',
    act: (files, seed) => {
      const path = at(pathsOf(files, 'seals'), seed);
      return Object.fromEntries(Object.entries(files).filter(([name]) => name !== path));
    },
  },
  {
    name: 'a closed file that is gone',
    act: (files, seed, day) => {
      const path = at(
        pathsOf(files, 'stock', 'deliveries').filter((one) => one.includes(day)),
        seed,
      );
      return path === null ? null : Object.fromEntries(Object.entries(files).filter(([name]) => name !== path));
    },
  },
];

describe('whatever is done to the book behind its back, the answer is that of the whole history:', () => {
  test.each(tamperings)('$name', ({ act }) => {
    fc.assert(
      fc.property(books(), fc.nat(), fc.boolean(), (book, seed, twice) => {
        const last = book.dates.at(-3);
        const open = book.dates.at(-2);
        if (last === undefined || open === undefined) return;
        const first = book.dates.at(-4);
        const before = twice && first !== undefined ? sealed(book.files, first) : book.files;
        const files = sealed(before, last);
        const sound = stampedWorkspace(files, () => 1);
        const { memory } = night(sound, null, open, 1e6);
        const tampered = act(files, seed, last, open);
        if (memory === null || tampered === null) return;
        const workspace = stampedWorkspace(tampered, (path) => (tampered[path] === files[path] ? 1 : 2));
        const answer = night(workspace, memory, open, 1e6);
        expect(everything(answer.checked), answer.why).toEqual(wholeAnswer(workspace, open));
      }),
      FEW,
    );
  });
});
