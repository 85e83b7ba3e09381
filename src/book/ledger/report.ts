// Collects what is wrong with one row of a ledger, each finding at its cell.

import type { Finding, Place, Tell } from '../../core/finding.js';
import { namingTellings } from '../../core/messages/naming.js';
import { readingTellings } from '../../core/messages/reading.js';
import type { QuantityFault } from '../../core/quantity.js';
import type { Slug } from '../../core/slugs.js';
import { matchable, quoted } from '../../core/text.js';
import { type Batch, Fault } from '../../source/csv/batch.js';
import { type ChoiceSet, choicesOf } from '../choices.js';
import type { Column } from '../columns.js';
import type { Header } from '../header.js';
import type { Directory } from '../register/directory.js';
import type { Resolver } from './resolver.js';

/** What sites, parties and staff have in common: entries with codes, found by a word. */
interface NamedRegister {
  readonly present: boolean;
  readonly readable: boolean;
  readonly directory: Directory;
  readonly all: readonly { readonly code: string }[];
}

export class RowReport {
  readonly findings: Finding[] = [];
  /** The record itself is broken, which was reported when it was read: its cells are not complained of again. */
  readonly broken: boolean;
  /** Something in the row cannot be told because a register is not there, which is reported once, at the register. */
  private blind = false;

  constructor(
    private readonly resolver: Resolver,
    private readonly columns: readonly Column[],
    private readonly file: string,
    private readonly header: Header,
    private readonly batch: Batch,
    private readonly row: number,
  ) {
    this.broken = batch.fault[row] !== Fault.none;
  }

  get sound(): boolean {
    return !this.broken && !this.blind && this.findings.length === 0 && this.header.unreadable.size === 0;
  }

  isBlank(): boolean {
    for (let cell = 0; cell < this.batch.present[this.row]!; cell++) {
      if (matchable(this.batch.text(this.row, cell)) !== '') return false;
    }
    return !this.broken;
  }

  /** The text of a column's cell as it stands; empty where the record has no such cell. */
  raw(column: number): string {
    const cell = this.header.cellOf[column]!;
    return cell < 0 ? '' : this.batch.text(this.row, cell);
  }

  place(column: number): Place {
    const cell = this.header.cellOf[column]!;
    const record = this.batch.record[this.row]!;
    const { file } = this;
    return cell < 0 ? { kind: 'record', file, record } : { kind: 'cell', file, record, cell };
  }

  record(): Place {
    return { kind: 'record', file: this.file, record: this.batch.record[this.row]! };
  }

  add(code: Slug, column: number, tell: Tell): void {
    if (!this.broken) this.findings.push({ code, at: this.place(column), tell, related: [] });
  }

  required(column: number): void {
    // A column that is absent altogether was reported at the header.
    if (this.header.unreadable.has(column)) return;
    const { name, zh } = this.columns[column]!;
    this.add('value/required', column, readingTellings.required({ column: name, zh: zh[0] ?? name }));
  }

  date(column: number): void {
    this.add('value/date', column, readingTellings.date({ text: quoted(this.raw(column)) }));
  }

  time(column: number): void {
    this.add('value/date', column, readingTellings.time({ text: quoted(this.raw(column)) }));
  }

  choice<W extends string>(column: number, set: ChoiceSet<W>): void {
    const words = choicesOf(set).flatMap((choice) => [...set[choice].slice(0, 1), choice]);
    this.add('value/choice', column, readingTellings.choice({ text: quoted(this.raw(column)), words }));
  }

  quantityFault(column: number, fault: QuantityFault): void {
    const text = quoted(this.raw(column));
    const tell =
      fault === 'range'
        ? readingTellings.quantityRange({ text })
        : fault === 'decimals'
          ? readingTellings.quantityDecimals({ text })
          : readingTellings.quantity({ text });
    this.add('value/quantity', column, tell);
  }

  /** The item is known, the unit beside or behind the number is none of its units. */
  unit(quantityColumn: number, unitColumn: number, item: number, suffix: number): void {
    const { packs, name } = this.resolver.item(item);
    const units = [...packs.keys()];
    if (suffix >= 0) {
      const text = quoted(this.raw(quantityColumn));
      const tell = readingTellings.quantitySuffix({ text, suffix: quoted(this.resolver.units.text(suffix)), units });
      this.add('value/quantity', quantityColumn, tell);
    } else {
      const tell = readingTellings.unit({ text: quoted(this.raw(unitColumn)), item: name, units });
      this.add('value/unit', unitColumn, tell);
    }
  }

  item(column: number, specColumn: number, ambiguous: boolean): void {
    if (this.cannotTell(this.resolver.registers.items)) return;
    const text = matchable(this.raw(column));
    const spec = matchable(this.raw(specColumn));
    const { directory, all } = this.resolver.registers.items;
    const found = directory.find(text);
    const titles = found.map((index) =>
      [all[index]!.code, all[index]!.spec, all[index]!.unit].filter((s) => s !== '').join(' '),
    );
    if (ambiguous) {
      this.add('ref/ambiguous', column, namingTellings.ambiguous({ text: quoted(text), candidates: titles }));
    } else if (found.length > 0) {
      this.add(
        'ref/item',
        column,
        namingTellings.unknownSpec({ text: quoted(text), spec: quoted(spec), nearest: titles }),
      );
    } else {
      const nearest = directory.suggest(text);
      this.add('ref/item', column, namingTellings.unknownItem({ text: quoted(text), nearest }));
    }
  }

  site(column: number, ambiguous: boolean): void {
    this.unknown('ref/site', column, ambiguous, this.resolver.registers.sites, namingTellings.unknownSite);
  }

  party(column: number, ambiguous: boolean): void {
    this.unknown('ref/party', column, ambiguous, this.resolver.registers.parties, namingTellings.unknownParty);
  }

  staff(column: number, ambiguous: boolean): void {
    this.unknown('ref/staff', column, ambiguous, this.resolver.registers.staff, namingTellings.unknownStaff);
  }

  /** A word that a register does not know, or knows several times; nothing is said where the register is not there. */
  private unknown(
    code: Slug,
    column: number,
    ambiguous: boolean,
    register: NamedRegister,
    telling: (a: { text: string; nearest: readonly string[] }) => Tell,
  ): void {
    if (this.cannotTell(register)) return;
    const text = matchable(this.raw(column));
    const { directory, all } = register;
    if (ambiguous) {
      const candidates = directory.find(text).map((index) => all[index]!.code);
      this.ambiguous(column, candidates);
    } else this.add(code, column, telling({ text: quoted(text), nearest: directory.suggest(text) }));
  }

  private cannotTell(register: { readonly present: boolean; readonly readable: boolean }): boolean {
    if (register.present && register.readable) return false;
    this.blind = true;
    return true;
  }

  ambiguous(column: number, candidates: readonly string[]): void {
    this.add('ref/ambiguous', column, namingTellings.ambiguous({ text: quoted(this.raw(column)), candidates }));
  }
}
