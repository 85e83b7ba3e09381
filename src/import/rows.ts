// Makes a ledger row of a line: what the sheet says, what its title and the constants add, and what goods it is about.

import { type MovementKind, movementKinds } from '../book/choices.js';
import type { Column } from '../book/columns.js';
import { formatDay } from '../core/day.js';
import { importReasons } from '../core/messages/import-reasons.js';
import { formatQuantity, type Quantity, quantity } from '../core/quantity.js';
import { endsOf, partyAt, turnRound } from './ends.js';
import type { Facts } from './facts.js';
import { GoodsReader, optionalBy, type RowsContext } from './goods.js';
import type { Line } from './lines.js';
import type { Negative } from './mapping.js';
import { PlaceFinder } from './places.js';
import { isLedger } from './request.js';
import { rawText } from './sheet.js';
import { cleanText } from './text.js';
import { CellReader, kindOfWord, type Stop, stop, type Texts } from './values.js';

export interface Draft {
  readonly line: Line;
  /** Texts of the ledger row, by column. */
  readonly texts: Texts;
  /** The document as the sheet has it, empty where it has none: its number may change while others are rejected. */
  readonly stated: string;
  /** The amount as the sheet has it, signed, and its unit; null in tables without amounts. */
  readonly amount: Quantity | null;
  readonly unit: string;
  readonly kind: MovementKind | null;
}

export type Made = { readonly ok: true; readonly draft: Draft } | { readonly ok: false; readonly stop: Stop };

export class RowMaker extends GoodsReader {
  readonly places: PlaceFinder;
  /** Columns read by themselves: what goes with goods is read together, where there are goods. */
  private readonly plain: readonly number[];
  private readonly placed: readonly (readonly [number, Column])[];
  private statedOf: Int32Array | null = null;
  private statedColumns: readonly number[] = [];
  private readonly readers = new Map<number | null, CellReader>();

  constructor(context: RowsContext) {
    super(context);
    const { book, mapping, create, table } = context;
    // A register may name sites that it is only about to register.
    const late = new Set(['item', 'spec', 'unit', 'quantity', ...(isLedger(table) ? ['place', 'site'] : [])]);
    this.plain = this.columns.flatMap(({ cell }, index) =>
      late.has(cell) && (this.itemIndex >= 0 || cell !== 'quantity') ? [] : [index],
    );
    this.placed = [...this.columns.entries()].filter(
      ([, { cell }]) => late.has(cell) && (cell === 'place' || cell === 'site'),
    );
    const partyKind = (['supplier', 'donor', 'recipient', 'other'] as const).find((kind) => kind === mapping.partyKind);
    this.places = new PlaceFinder(book, create, partyKind ?? null);
  }

  make(line: Line, facts: Facts): Made {
    const texts: Texts = {};
    const reader = this.reader(facts.year);
    for (const index of this.stated(line)) {
      const failed = reader.read(line, index, this.given(line, index), texts);
      if (failed !== null) return { ok: false, stop: failed };
    }
    const kind = this.context.table === 'stock' ? this.kind(texts, facts) : null;
    this.date(texts, facts);
    const goods = this.goods(line, reader, texts);
    if ('reason' in goods) return { ok: false, stop: goods };
    const settled = kind === null ? null : this.settle(line, texts, kind, goods.amount);
    if (settled !== null && typeof settled !== 'string') return { ok: false, stop: settled };
    const failed = this.ends(line, reader, texts, kind, settled) ?? this.missing(texts, facts);
    if (failed !== null) return { ok: false, stop: failed };
    return {
      ok: true,
      draft: {
        line,
        texts,
        stated: texts.doc ?? texts.need ?? '',
        amount: goods.amount,
        unit: goods.unit,
        kind: settled,
      },
    };
  }

  /** The plain columns that a table or a constant has anything for. */
  private stated(line: Line): readonly number[] {
    if (line.at !== this.statedOf) {
      this.statedOf = line.at;
      const { set } = this.context.mapping;
      const asked = new Set(this.context.mapping.fillDown);
      this.statedColumns = this.plain.filter((index) => {
        const { name } = this.columns[index]!;
        return line.at[index]! >= 0 || set.has(name) || asked.has(name);
      });
    }
    return this.statedColumns;
  }

  private reader(year: number | null): CellReader {
    let reader = this.readers.get(year);
    if (reader === undefined) {
      const { table, lang, book, mapping } = this.context;
      reader = new CellReader({ table, year, lang, staff: book.staff, values: mapping.values });
      this.readers.set(year, reader);
    }
    return reader;
  }

  private date(texts: Texts, facts: Facts): void {
    if (texts.date !== undefined || !this.index.has('date') || facts.date === null) return;
    texts.date = formatDay(facts.date.day);
    this.assume('date', texts.date, 'title', facts.date.cell);
  }

  private kind(texts: Texts, facts: Facts): MovementKind | null {
    if (texts.kind !== undefined) return kindOfWord(texts.kind);
    if (facts.kind === null) return null;
    texts.kind = this.kindText(facts.kind);
    this.assume('kind', texts.kind, 'kind', '');
    return facts.kind;
  }

  private kindText(kind: MovementKind): string {
    return this.context.lang === 'zh' ? movementKinds[kind][0] : kind;
  }

  /** The kind a line has once its sign is known. */
  private settle(line: Line, texts: Texts, kind: MovementKind, amount: Quantity | null): MovementKind | Stop {
    if (amount === null || amount >= 0) return kind;
    const doc = texts.doc ?? '';
    let negative: Negative | undefined;
    for (const [prefix, value] of this.context.mapping.negative) {
      if (prefix !== '' ? doc.startsWith(prefix) : negative === undefined) negative = value;
    }
    const column = this.columns[this.index.get('qty') ?? 0]!;
    if (negative === undefined || line.row < 0) return stop(column, importReasons.amountNegative());
    texts.qty = formatQuantity(quantity(-amount));
    texts.kind = this.kindText(negative);
    return negative;
  }

  /** Where goods come from and go to; `stated` is the kind before a sign turned it round. */
  private ends(
    line: Line,
    reader: CellReader,
    texts: Texts,
    stated: MovementKind | null,
    kind: MovementKind | null,
  ): Stop | null {
    for (const [index, column] of this.placed) {
      const fault = reader.fault(line, index);
      if (fault !== null) return fault;
      const text = cleanText(rawText(reader.replaced(column.name, this.given(line, index))));
      if (text === '') {
        this.onlyDepot(column, texts, stated);
        continue;
      }
      const found =
        column.cell === 'site' ? this.places.site(text) : this.places.place(text, partyAt(column.name, stated));
      if (!found.ok) return stop(column, found.reason, found.unknown ? 'place' : null);
      texts[column.name] = found.code;
    }
    if (kind !== stated && kind !== null) turnRound(texts, kind);
    return null;
  }

  /** A book with one depot need not be told which one goods came into or left. */
  private onlyDepot(column: Column, texts: Texts, kind: MovementKind | null): void {
    const wanted =
      column.name === 'to'
        ? kind === 'receipt' || kind === 'opening' || kind === 'gain' || kind === 'return'
        : column.name === 'from'
          ? kind === 'issue' || kind === 'transfer' || kind === 'disposal' || kind === 'loss'
          : this.context.table === 'counts';
    const depot = this.places.onlyDepot;
    if (!wanted || depot === null) return;
    texts[column.name] = depot;
    this.assume(column.name, depot, 'depot', '');
  }

  private missing(texts: Texts, facts: Facts): Stop | null {
    for (const column of this.columns) {
      if (!column.required || (texts[column.name] ?? '') !== '') continue;
      // Documents number themselves; what a cancelled request asked for is not asked.
      if (column.cell === 'doc' && ['stock', 'requests', 'needs'].includes(this.context.table)) continue;
      if (optionalBy[this.context.table]?.includes(column.name)) continue;
      if (column.name === 'date' && facts.dateFault !== null && !facts.dateFault.several)
        return stop(column, importReasons.dateYear());
      return stop(column, importReasons.required({ column: column.name, zh: column.zh[0] ?? column.name }));
    }
    const ends = endsOf(texts);
    for (const name of ends) {
      if ((texts[name] ?? '') !== '') continue;
      const column = this.columns[this.index.get(name) ?? 0]!;
      return stop(column, importReasons.required({ column: name, zh: column.zh[0] ?? name }));
    }
    return null;
  }
}
