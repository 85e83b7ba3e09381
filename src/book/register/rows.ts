// Reads a register: its rows as objects, cell by cell, since registers are small and read for what they say.

import { type Day, parseDay } from '../../core/day.js';
import type { Finding, Place, Tell } from '../../core/finding.js';
import { readingTellings } from '../../core/messages/reading.js';
import { parseQuantity, type Quantity } from '../../core/quantity.js';
import type { Slug } from '../../core/slugs.js';
import { matchable, quoted } from '../../core/text.js';
import { type Batch, Fault } from '../../source/csv/batch.js';
import type { Workspace } from '../../source/workspace.js';
import { choicesOf, flags } from '../choices.js';
import { type Column, columnsOf, type RegisterName } from '../columns.js';
import type { Header } from '../header.js';
import { readTable } from '../readtable.js';

const nothing: readonly Finding[] = [];

/** Days as they were written before: a register of staff writes the same few again and again. */
const days = new Map<string, Day | null>();
const MOST_DAYS = 10_000;

function dayOf(text: string): Day | null {
  let day = days.get(text);
  if (day === undefined) {
    day = parseDay(text);
    if (days.size < MOST_DAYS) days.set(text, day);
  }
  return day;
}

/** A row of a register. Reading a cell that is wrong reports it and gives null. */
export class RegisterRow {
  /** False once anything in the row could not be read: its code is declared all the same. */
  sound = true;
  private reported: Finding[] | null = null;

  constructor(
    private readonly file: string,
    private readonly record: number,
    private readonly columns: readonly Column[],
    private readonly indexes: ReadonlyMap<string, number>,
    private readonly header: Header,
    private readonly cells: readonly string[],
  ) {}

  get findings(): readonly Finding[] {
    return this.reported ?? nothing;
  }

  place(name: string): Place {
    const cell = this.header.cellOf[this.index(name)]!;
    const { file, record } = this;
    return cell < 0 ? { kind: 'record', file, record } : { kind: 'cell', file, record, cell };
  }

  report(code: Slug, name: string, tell: Tell, related: Finding['related'] = []): void {
    this.reported ??= [];
    this.reported.push({ code, at: this.place(name), tell, related });
  }

  /** A cell as it stands; empty where the column or the cell is absent. */
  raw(name: string): string {
    const cell = this.header.cellOf[this.index(name)]!;
    return cell < 0 ? '' : (this.cells[cell] ?? '');
  }

  text(name: string): string {
    return matchable(this.raw(name));
  }

  required(name: string): string {
    const text = this.text(name);
    if (text !== '') return text;
    const index = this.index(name);
    // A column that is absent altogether was reported at the header.
    if (!this.header.unreadable.has(index)) {
      const column = this.columns[index]!;
      this.fail('value/required', name, readingTellings.required({ column: column.name, zh: column.zh[0] ?? '' }));
    }
    this.sound = false;
    return '';
  }

  words(name: string): string[] {
    return this.text(name)
      .split(/[;；]/u)
      .map((word) => word.trim())
      .filter((word) => word !== '');
  }

  day(name: string): Day | null {
    const text = this.text(name);
    if (text === '') return null;
    const day = dayOf(text);
    if (day === null) this.fail('value/date', name, readingTellings.date({ text: quoted(this.raw(name)) }));
    return day;
  }

  /** A quantity of zero or more in the unit of the item. */
  quantity(name: string, unit: string): Quantity | null {
    const text = this.text(name);
    if (text === '') return null;
    const shown = quoted(this.raw(name));
    const parsed = parseQuantity(this.raw(name).trim());
    if (parsed.ok && (parsed.suffix === '' || parsed.suffix === unit)) {
      if (parsed.value >= 0) return parsed.value;
      this.fail('value/quantity', name, readingTellings.quantityNegative({ text: shown }));
    } else this.fail('value/quantity', name, readingTellings.quantity({ text: shown }));
    return null;
  }

  whole(name: string): number | null {
    const text = this.text(name);
    if (text === '') return null;
    if (/^\d{1,9}$/u.test(text)) return Number(text);
    this.fail('value/quantity', name, readingTellings.whole({ text: quoted(this.raw(name)) }));
    return null;
  }

  flag(name: string, fallback: boolean): boolean {
    return (this.choice(name, flags) ?? (fallback ? 'yes' : 'no')) === 'yes';
  }

  choice<W extends string>(name: string, set: Readonly<Record<W, readonly string[]>>): W | null {
    const text = this.text(name);
    if (text === '') return null;
    const word = text.toLowerCase();
    const found = choicesOf(set).find((choice) => choice === word || set[choice].includes(word));
    if (found === undefined) {
      const words = choicesOf(set).flatMap((choice) => [...set[choice].slice(0, 1), choice]);
      this.fail('value/choice', name, readingTellings.choice({ text: quoted(this.raw(name)), words }));
      return null;
    }
    return found;
  }

  fail(code: Slug, name: string, tell: Tell): void {
    this.sound = false;
    this.report(code, name, tell);
  }

  private index(name: string): number {
    return this.indexes.get(name) ?? -1;
  }
}

/** The rows of a register's file, none where it is absent. */
export function registerRows(
  workspace: Workspace,
  register: RegisterName,
): {
  readonly rows: RegisterRow[];
  readonly findings: Finding[];
  readonly present: boolean;
  readonly readable: boolean;
} {
  const file = `${register}.csv`;
  if (!workspace.has(file)) return { rows: [], findings: [], present: false, readable: true };
  const columns = columnsOf(register);
  const indexes = new Map(columns.map(({ name }, index) => [name, index]));
  const rows: RegisterRow[] = [];
  let header: Header | null = null;
  const { findings, readable } = readTable(workspace, file, columns, {
    begin(_file, read) {
      header = read;
    },
    restart() {
      rows.length = 0;
    },
    batch(batch) {
      if (header === null) return;
      for (let row = 0; row < batch.rows; row++) {
        const cells = cellsOf(batch, row);
        if (cells.every((cell) => matchable(cell) === '') && batch.fault[row] === Fault.none) continue;
        const made = new RegisterRow(file, batch.record[row]!, columns, indexes, header, cells);
        made.sound = batch.fault[row] === Fault.none && header.unreadable.size === 0;
        rows.push(made);
      }
    },
  });
  // The first column is the code: without it nothing in the register can be named.
  const named = header === null || !codeUnreadable(header);
  return { rows, findings, present: true, readable: readable && named };
}

function codeUnreadable(header: Header): boolean {
  return header.unreadable.has(0);
}

function cellsOf(batch: Batch, row: number): string[] {
  const cells: string[] = [];
  for (let cell = 0; cell < batch.present[row]!; cell++) cells.push(batch.text(row, cell));
  return cells;
}
