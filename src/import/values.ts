// Turns the cells of a line into the texts of a ledger row, or says of the first that cannot be: which, and why.

import { choicesOf, flags, type MovementKind, movementKinds, wordsOf } from '../book/choices.js';
import { type Column, columnsOf, type TableName } from '../book/columns.js';
import type { Staff } from '../book/register/staff.js';
import { formatDay, parseMoment } from '../core/day.js';
import type { Lang, Words } from '../core/lang.js';
import { importReasons } from '../core/messages/import-reasons.js';
import { nearest } from '../core/nearest.js';
import { formatQuantity, type Quantity } from '../core/quantity.js';
import { readAmount } from './amounts.js';
import { type ReadDate, readDate, readTime } from './dates.js';
import type { Line } from './lines.js';
import { isBlank } from './lines.js';
import { valueKey } from './mapping.js';
import { faultKey, type Raw, rawText } from './sheet.js';
import { cleanText, nameKey, Remembered } from './text.js';

/** A cell that stopped its line. */
export interface Stop {
  readonly column: string;
  readonly reason: Words;
  /** What nobody has registered: the answer to a question would let the line in. */
  readonly unknown: 'item' | 'place' | null;
}

export interface CellContext {
  readonly table: TableName;
  readonly year: number | null;
  readonly lang: Lang;
  readonly staff: Staff;
  readonly values: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

export type Texts = Record<string, string>;

/** Words for a movement that papers use beside those of the book. */
const spokenKinds: Readonly<Record<string, MovementKind>> = {
  捐赠: 'receipt',
  捐赠入库: 'receipt',
  下拨: 'receipt',
  采购: 'receipt',
  采购入库: 'receipt',
  接收: 'receipt',
  收入: 'receipt',
  发放: 'issue',
  领用: 'issue',
  领用出库: 'issue',
  发出: 'issue',
  调出: 'transfer',
  调拨出库: 'transfer',
  退货入库: 'return',
  退回: 'return',
  报废: 'disposal',
};

const kindWords: ReadonlyMap<string, MovementKind> = new Map([
  ...Object.entries(spokenKinds),
  ...wordsOf<MovementKind>(movementKinds),
]);

const kinds = new Remembered((text): MovementKind | null => kindWords.get(nameKey(text).toLowerCase()) ?? null);

export function kindOfWord(text: string): MovementKind | null {
  return kinds.of(text);
}

export class CellReader {
  private readonly columns: readonly Column[];
  private readonly hasTime: boolean;
  private readonly names = new Map<string, readonly string[]>();

  constructor(private readonly context: CellContext) {
    this.columns = columnsOf(context.table);
    this.hasTime = this.columns.some(({ name }) => name === 'time');
  }

  /** Null where the cell is right; its text is then in `texts`. Items, places, amounts and units are for others. */
  read(line: Line, index: number, raw: Raw, texts: Texts): Stop | null {
    const column = this.columns[index]!;
    const fault = this.fault(line, index);
    if (fault !== null) return fault;
    if (isBlank(raw)) return null;
    const replaced = this.replaced(column.name, raw);
    const answer = this.text(column, replaced, texts);
    if (typeof answer !== 'string') return stop(column, answer);
    texts[column.name] = answer;
    return null;
  }

  /** A cell of which there is nothing to read: an error, or a formula whose result was not saved. */
  fault(line: Line, index: number): Stop | null {
    const { faults } = line.table.sheet;
    if (faults.size === 0 || line.at[index]! < 0) return null;
    const fault = faults.get(faultKey(line.row, line.at[index]!));
    if (fault === undefined) return null;
    return stop(this.columns[index]!, fault === 'error' ? importReasons.cellError() : importReasons.cellFormula());
  }

  /** The cell, or what the mapping file says its text stands for. */
  replaced(column: string, raw: Raw): Raw {
    const known = this.context.values.get(column);
    return known === undefined ? raw : (known.get(valueKey(rawText(raw))) ?? raw);
  }

  private text(column: Column, raw: Raw, texts: Texts): string | Words {
    switch (column.cell) {
      case 'day': {
        const read = readDate(raw, this.context.year);
        if (!read.ok) return dateReason(read);
        // A time behind the date is the line's time, where the ledger keeps one and no column gives it.
        if (read.minute !== null && column.name === 'date' && this.hasTime) {
          texts.time ??= readTime(read.minute / 1440) ?? '';
        }
        return formatDay(read.day);
      }
      case 'moment': {
        const read = readDate(raw, this.context.year);
        if (!read.ok) return dateReason(read);
        return read.minute === null ? formatDay(read.day) : `${formatDay(read.day)} ${readTime(read.minute / 1440)}`;
      }
      case 'time':
        return (
          readTime(raw) ??
          (parseMoment(cleanText(rawText(raw))) === null ? importReasons.time() : cleanText(rawText(raw)))
        );
      case 'choice':
        return this.choice(column, raw);
      case 'flag': {
        const flag = wordsOf(flags).get(nameKey(rawText(raw)).toLowerCase());
        if (flag === undefined) return importReasons.choice({ words: ['是', '否', 'yes', 'no'] });
        return this.context.lang === 'zh' ? { yes: '是', no: '否' }[flag] : flag;
      }
      case 'whole': {
        const text = nameKey(rawText(raw));
        return /^\d{1,9}$/u.test(text) ? text : importReasons.whole();
      }
      case 'quantity': {
        const read = readAmount(raw);
        if (!read.ok) return importReasons.amount(read.fault);
        if (read.value < 0 && this.context.table !== 'deliveries') return importReasons.amountNegative();
        return formatQuantity(read.value) + (read.suffix === '人' ? '' : read.suffix);
      }
      case 'staff':
        return this.member(cleanText(rawText(raw)));
      default:
        return cleanText(rawText(raw));
    }
  }

  private choice(column: Column, raw: Raw): string | Words {
    const text = nameKey(rawText(raw)).toLowerCase();
    const set = column.choices ?? {};
    const found =
      column.name === 'kind' && this.context.table === 'stock' ? kindOfWord(text) : (wordsOf(set).get(text) ?? null);
    if (found === null)
      return importReasons.choice({ words: choicesOf(set).map((choice) => set[choice]?.[0] ?? choice) });
    return this.choiceText(column, found);
  }

  /** A choice as the book's language writes it. */
  choiceText(column: Column, choice: string): string {
    return this.context.lang === 'zh' ? (column.choices?.[choice]?.[0] ?? choice) : choice;
  }

  private member(text: string): string | Words {
    const { staff } = this.context;
    if (!staff.present) return text;
    const found = staff.directory.find(nameKey(text));
    if (found.length === 1) return text;
    if (found.length > 1) {
      return importReasons.placeSeveral({ candidates: found.map((member) => staff.all[member]?.code ?? '') });
    }
    let near = this.names.get(text);
    if (near === undefined) {
      near = nearest(
        text,
        staff.all.map(({ name }) => name),
      );
      this.names.set(text, near);
    }
    return importReasons.staff({ near });
  }
}

export function dateReason(read: Exclude<ReadDate, { ok: true }>): Words {
  if (read.fault === 'year') return importReasons.dateYear();
  if (read.fault === 'none') return importReasons.dateNone();
  if (read.fault === 'ambiguous') return importReasons.dateAmbiguous({ readings: read.readings });
  return importReasons.dateNotation();
}

export function stop(column: Column, reason: Words, unknown: Stop['unknown'] = null): Stop {
  return { column: column.name, reason, unknown };
}

/** An amount with its unit, from the amount's own cell and that of the unit; what cannot be both is a reason. */
export function amountWithUnit(
  raw: Raw,
  unitText: string,
):
  | { readonly ok: true; readonly amount: Quantity; readonly unit: string }
  | { readonly ok: false; readonly reason: Words } {
  const read = readAmount(raw);
  if (!read.ok) return { ok: false, reason: importReasons.amount(read.fault) };
  if (read.suffix !== '' && unitText !== '' && nameKey(read.suffix) !== nameKey(unitText)) {
    return { ok: false, reason: importReasons.unitsDiffer({ suffix: read.suffix, unit: unitText }) };
  }
  return { ok: true, amount: read.value, unit: unitText === '' ? read.suffix : unitText };
}
