// Makes a ledger row of a line: what the sheet says, what its title and the constants add, and what goods it is about.

import type { Book } from '../book/book.js';
import { type MovementKind, movementKinds } from '../book/choices.js';
import { type Column, columnsOf, type TableName } from '../book/columns.js';
import { formatDay } from '../core/day.js';
import type { Lang, Words } from '../core/lang.js';
import { importReasons } from '../core/messages/import-reasons.js';
import { formatQuantity, type Quantity, quantity } from '../core/quantity.js';
import { endsOf, partyAt, rangeText, turnRound } from './ends.js';
import type { Facts } from './facts.js';
import { ItemFinder, type Known } from './items.js';
import { isBlank, type Line } from './lines.js';
import { type Mapping, type Negative, valueKey } from './mapping.js';
import { PlaceFinder } from './places.js';
import type { Assumed } from './request.js';
import { rawText } from './sheet.js';
import { cleanText } from './text.js';
import { amountWithUnit, CellReader, kindOfWord, type Stop, stop, type Texts } from './values.js';

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

export interface RowsContext {
  readonly table: TableName;
  readonly book: Book;
  readonly mapping: Mapping;
  readonly create: boolean;
  readonly lang: Lang;
}

export type Made = { readonly ok: true; readonly draft: Draft } | { readonly ok: false; readonly stop: Stop };

const zeroAllowed: ReadonlySet<string> = new Set([
  'counted',
  'received',
  'damaged',
  'residents',
  'staff',
  'min',
  'max',
]);
const optionalBy: Readonly<Record<string, readonly string[]>> = { requests: ['qty'] };

export class RowMaker {
  readonly items: ItemFinder;
  readonly places: PlaceFinder;
  readonly assumed = new Map<string, Assumed>();
  private readonly columns: readonly Column[];
  private readonly index: ReadonlyMap<string, number>;
  private readonly itemIndex: number;
  private readonly amounts: readonly number[];
  /** Columns read by themselves: what goes with goods is read together, where there are goods. */
  private readonly plain: readonly number[];
  private readonly placed: readonly (readonly [number, Column])[];
  private statedOf: Int32Array | null = null;
  private statedColumns: readonly number[] = [];
  private readonly readers = new Map<number | null, CellReader>();

  constructor(private readonly context: RowsContext) {
    const { book, mapping, create, table } = context;
    this.columns = columnsOf(table);
    this.index = new Map(this.columns.map(({ name }, index) => [name, index]));
    this.itemIndex = this.columns.findIndex(({ cell }) => cell === 'item');
    this.amounts =
      this.itemIndex < 0 ? [] : this.columns.flatMap(({ cell }, index) => (cell === 'quantity' ? [index] : []));
    const late = new Set(['item', 'spec', 'unit', 'place', 'site', 'quantity']);
    this.plain = this.columns.flatMap(({ cell }, index) =>
      late.has(cell) && (this.itemIndex >= 0 || cell !== 'quantity') ? [] : [index],
    );
    this.placed = [...this.columns.entries()].filter(([, { cell }]) => cell === 'place' || cell === 'site');
    this.items = new ItemFinder(book, create, mapping.category);
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

  /** The cell, or the constant for its column where the cell is blank. */
  private given(line: Line, index: number) {
    const raw = line.cells[index] ?? null;
    return isBlank(raw) ? (this.context.mapping.set.get(this.columns[index]!.name) ?? null) : raw;
  }

  private assume(column: string, value: string, why: Assumed['why'], at: string): void {
    const key = `${column}\u001f${value}\u001f${why}`;
    if (!this.assumed.has(key)) this.assumed.set(key, { column, value, why, at });
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

  /** The item, its amounts and its unit; in tables without goods nothing. */
  private goods(line: Line, reader: CellReader, texts: Texts): Stop | { amount: Quantity | null; unit: string } {
    if (this.itemIndex < 0) return { amount: null, unit: '' };
    for (const index of [this.itemIndex, ...this.amounts]) {
      const fault = reader.fault(line, index);
      if (fault !== null) return fault;
    }
    const itemColumn = this.columns[this.itemIndex]!;
    let unit = this.word(line, reader, 'unit');
    let amount: Quantity | null = null;
    for (const index of this.amounts) {
      const column = this.columns[index]!;
      const raw = reader.replaced(column.name, this.given(line, index));
      if (isBlank(raw) && (!column.required || optionalBy[this.context.table]?.includes(column.name))) {
        if (column.required && texts.cancelled === undefined) return stop(column, importReasons.amount('empty'));
        continue;
      }
      const read = amountWithUnit(raw, unit);
      if (!read.ok) return stop(column, isBlank(raw) ? this.blankAmount(line, index) : read.reason);
      const negative = this.context.table === 'deliveries' || this.context.mapping.negative.size > 0;
      if (read.amount < 0 && !negative) return stop(column, importReasons.amountNegative());
      if (read.amount === 0 && !zeroAllowed.has(column.name)) return stop(column, importReasons.amountZero());
      unit = read.unit;
      texts[column.name] = formatQuantity(read.amount);
      if (column.required) amount = read.amount;
    }
    const text = this.word(line, reader, 'item');
    if (text === '') return stop(itemColumn, importReasons.required({ column: 'item', zh: itemColumn.zh[0] ?? '' }));
    const spec = this.word(line, reader, 'spec');
    const replaced = this.mappedItem(text, spec, unit);
    const found = this.items.find({
      text: replaced ?? text,
      spec: replaced === null ? spec : '',
      unit,
      name: cleanText(rawText(line.itemName)),
    });
    if (!found.ok) return stop(itemColumn, found.reason, found.unknown ? 'item' : null);
    if (found.only) this.assume('item', `${found.item.code} ${found.item.name}`, 'only-item', text);
    this.nameItem(found.item, texts, unit);
    return { amount, unit: unit === '' ? found.item.unit : unit };
  }

  private word(line: Line, reader: CellReader, name: string): string {
    const index = this.index.get(name);
    return index === undefined ? '' : cleanText(rawText(reader.replaced(name, this.given(line, index))));
  }

  private mappedItem(text: string, spec: string, unit: string): string | null {
    const values = this.context.mapping.values.get('item');
    return values?.get(valueKey(`${text}|${spec}|${unit}`)) ?? null;
  }

  private nameItem(item: Known, texts: Texts, unit: string): void {
    texts.item = item.code;
    if (this.index.has('unit')) texts.unit = unit === '' ? item.unit : unit;
  }

  private blankAmount(line: Line, index: number): Words {
    const at = line.at[index] ?? -1;
    const merge = line.table.sheet.merges.find(
      ({ left, right, top, bottom }) => left <= at && at <= right && top < line.row && line.row <= bottom,
    );
    return merge === undefined
      ? importReasons.amount('empty')
      : importReasons.amountMerged({ range: rangeText(merge) });
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
