// Small books for the tests of seals, in memory: closed by the same function that closes a real one.

import { loadBook } from '../../src/book/load.js';
import { type Day, parseDay } from '../../src/core/day.js';
import { type Closing, type Made, makeSeal } from '../../src/seal/make.js';
import { memoryWorkspace, type Workspace } from '../../src/source/workspace.js';

export type Files = Readonly<Record<string, string>>;

export const STOCK = 'date,doc,kind,item,qty,from,to,note';

/** Two items in two depots, with a day's rows each on the 11th and the 12th. */
export const small: Files = {
  'items.csv': 'item,name,category,unit,packs\nSUIT,防护服,protective,套,箱=20\nMASK,口罩,protective,只,\n',
  'sites.csv': 'site,name,kind,signs\nD1,一号库,depot,\nD2,二号库,depot,\nS1,隔离点,isolation,yes\n',
  'stock/11.csv': `${STOCK}\n2022-01-11,QC1,opening,SUIT,5箱,,D1,\n2022-01-11,QC2,opening,MASK,80,,D2,\n`,
  'stock/12.csv': `${STOCK}\n2022-01-12,CK1,issue,SUIT,30,D1,S1,\n`,
  'counts/12.csv': 'date,site,item,counted\n2022-01-12,D1,SUIT,70\n',
};

export function day(text: string): Day {
  return parseDay(text)!;
}

export function workspaceOf(files: Files): Workspace {
  return memoryWorkspace(files);
}

/** What closing a day makes of a book. */
export function made(files: Files, date: string, more: Partial<Closing> = {}): Made {
  const workspace = workspaceOf(files);
  const closing = { date: day(date), by: 'P1', at: `${date}T21:40:00+08:00`, accepted: [], bom: false, ...more };
  return makeSeal(workspace, loadBook(workspace), closing);
}

/** The book with these days closed, one after another. */
export function closed(files: Files, ...dates: readonly string[]): Files {
  let now = files;
  for (const date of dates) {
    const done = made(now, date);
    if (!done.ok) throw new Error(`a row stands after a later one: ${JSON.stringify(done.misplaced)}`);
    now = {
      ...now,
      ...Object.fromEntries(done.files.map(({ file, bytes }) => [file, new TextDecoder().decode(bytes)])),
    };
  }
  return now;
}

/** The book with a stretch of one file replaced; the stretch has to be there. */
export function edited(files: Files, file: string, from: string, to: string): Files {
  const text = files[file] ?? '';
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  return { ...files, [file]: text.replace(from, to) };
}

export function without(files: Files, ...gone: readonly string[]): Files {
  return Object.fromEntries(Object.entries(files).filter(([file]) => !gone.includes(file)));
}
