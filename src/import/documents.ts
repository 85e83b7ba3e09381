// Gives lines their documents: the number on the paper, or the next of the series for each run of lines that share
// kind, day, from and to; a line that repeats one of its document gets a number of its own.

import type { Book } from '../book/book.js';
import { documentPrefixes } from '../book/choices.js';
import type { TableName } from '../book/columns.js';
import type { Day } from '../core/day.js';
import { highestNumber, numberIn, seriesOf } from '../record/numbers.js';
import type { Workspace } from '../source/workspace.js';
import { dayOf } from './files.js';
import type { Draft } from './rows.js';

/** Letters of the series of ledgers that have no kinds. */
const letters: Partial<Record<TableName, string>> = { requests: 'SQ', needs: 'XQ' };

export interface Repeat {
  readonly draft: Draft;
  readonly doc: string;
}

export class Documents {
  readonly repeats: Repeat[] = [];
  private readonly highest = new Map<string, number>();
  private readonly rows = new Set<string>();
  /** Rows of the run that is being numbered. */
  private readonly inRun = new Set<string>();
  private readonly series = new Map<string, string>();
  private readonly numbers = new Map<string, number>();

  constructor(
    private readonly table: TableName,
    book: Book,
    private readonly workspace: Workspace,
    private readonly template: string | null,
  ) {
    const { prefixOf, numberOf } = book.docs.numbered();
    for (const [id, number] of numberOf.entries()) {
      if (prefixOf[id]! < 0) continue;
      const series = book.docs.text(id).replace(/\d+$/u, '');
      if (number > (this.highest.get(series) ?? 0)) this.highest.set(series, number);
    }
  }

  /** Writes the document of every draft into its texts. */
  assign(drafts: readonly Draft[]): void {
    const column = { stock: 'doc', requests: 'doc', deliveries: 'doc', needs: 'need' }[String(this.table)];
    if (column === undefined) return;
    let run = '';
    let doc = '';
    for (const draft of drafts) {
      const { texts, stated } = draft;
      if (stated === '') {
        const key = `${texts.date}\u001f${texts.kind}\u001f${texts.from}\u001f${texts.to}\u001f${texts.site}`;
        // Events of one need are told apart by their number; without one each is a need of its own.
        if (key !== run || this.table === 'needs') {
          doc = this.next(draft);
          // A fresh number was on no row before.
          this.inRun.clear();
        }
        run = key;
        texts[column] = doc;
      } else {
        run = '';
        texts[column] = stated;
      }
      if (this.table !== 'stock' && this.table !== 'requests') continue;
      if (!this.repeated(draft, column)) continue;
      const own = stated === '' ? this.next(draft) : this.beside(stated, draft, column);
      texts[column] = own;
      this.repeats.push({ draft, doc: own });
    }
  }

  /** Notes a row; true where the same row of the same document was noted before. */
  private repeated({ texts, stated }: Draft, column: string): boolean {
    const rows = stated === '' ? this.inRun : this.rows;
    const key =
      stated === ''
        ? `${texts.item}\u001f${texts.lot}\u001f${texts.qty}\u001f${texts.unit}`
        : rowKey(texts, texts[column] ?? '');
    if (rows.has(key)) return true;
    rows.add(key);
    return false;
  }

  private next({ texts, kind }: Draft): string {
    const day = dayOf(texts);
    const prefix = kind === null ? (letters[this.table] ?? 'D') : documentPrefixes[kind];
    if (day === null) return '';
    if (this.template?.includes('{n}') === true) {
      const compact = seriesOf('', day).slice(0, -1);
      const before = this.template.slice(0, this.template.indexOf('{n}')).replaceAll('{date}', compact);
      const after = this.template.slice(this.template.indexOf('{n}') + 3).replaceAll('{date}', compact);
      return `${before}${String(this.take(before)).padStart(3, '0')}${after}`;
    }
    return this.number(prefix, day);
  }

  /** The next number of a series on a day, for rows that are not from a sheet. */
  number(prefix: string, day: Day): string {
    const key = `${prefix}${day}`;
    let series = this.series.get(key);
    if (series === undefined) {
      series = seriesOf(prefix, day);
      this.series.set(key, series);
    }
    return numberIn(series, this.take(series));
  }

  private take(series: string): number {
    let last = this.numbers.get(series);
    if (last === undefined) {
      // Needs are not among the documents of the book that was read.
      last = this.table === 'needs' ? highestNumber(this.workspace, 'needs', series) : (this.highest.get(series) ?? 0);
    }
    this.numbers.set(series, last + 1);
    return last + 1;
  }

  /** `536409-2`: the paper's own number, and which of its repeats this is. */
  private beside(stated: string, draft: Draft, column: string): string {
    for (let n = 2; ; n++) {
      const doc = `${stated}-${n}`;
      const key = rowKey(draft.texts, doc);
      if (this.rows.has(key)) continue;
      this.rows.add(key);
      draft.texts[column] = doc;
      return doc;
    }
  }
}

function rowKey(texts: Draft['texts'], doc: string): string {
  return [
    doc,
    texts.date,
    texts.kind,
    texts.item,
    texts.lot,
    texts.qty,
    texts.unit,
    texts.from,
    texts.to,
    texts.site,
  ].join('\u001f');
}
