// Reads the cells that several ledgers share, for the rows that want a careful look: each fault at its cell.

import { movementTellings } from '../../core/messages/movement.js';
import { readingTellings } from '../../core/messages/reading.js';
import { ONE, type Quantity, quantity } from '../../core/quantity.js';
import { matchable, quoted } from '../../core/text.js';
import { NO_LOT } from '../lots.js';
import { AMBIGUOUS, EMPTY, FAULT } from '../vocabulary.js';
import type { QuantityColumn } from './quantities.js';
import type { RowReport } from './report.js';
import type { Resolver } from './resolver.js';

/** The item a row names, null where it cannot be told. */
export function itemCell(
  report: RowReport,
  resolver: Resolver,
  columns: { readonly item: number; readonly spec: number },
  value: number,
  spec: number,
  unit: number,
): number | null {
  if (value === EMPTY) {
    report.required(columns.item);
    return null;
  }
  const found = resolver.itemWith(value, spec, unit);
  if (found >= 0) return found;
  // A code is the item, whatever is written beside it.
  if (value >= 0 && resolver.item(value).code === matchable(report.raw(columns.item))) return value;
  report.item(columns.item, columns.spec, found === AMBIGUOUS);
  return null;
}

/** Which signs a column of quantities allows. */
type Sign = 'positive' | 'zero' | 'any';

/** The amount in base units; null where it cannot be told, which is reported. An empty cell is null without a word. */
export function quantityCell(
  report: RowReport,
  resolver: Resolver,
  quantities: QuantityColumn,
  columns: { readonly qty: number; readonly unit: number },
  cell: { readonly amount: number; readonly suffix: number; readonly unit: number },
  item: number | null,
  sign: Sign,
): Quantity | null {
  const { amount, suffix, unit } = cell;
  if (suffix <= FAULT) {
    report.quantityFault(columns.qty, quantities.fault(suffix).fault);
    return null;
  }
  if (Number.isNaN(amount)) return null;
  const text = () => quoted(report.raw(columns.qty));
  if (sign === 'positive' && amount <= 0) {
    report.add('value/quantity', columns.qty, readingTellings.quantitySign({ text: text() }));
    return null;
  }
  if (sign === 'zero' && amount < 0) {
    report.add('value/quantity', columns.qty, readingTellings.quantityNegative({ text: text() }));
    return null;
  }
  if (item === null) return null;
  if (suffix >= 0 && unit >= 0 && suffix !== unit) {
    const tell = readingTellings.quantityTwoUnits({ text: text(), unit: quoted(report.raw(columns.unit)) });
    report.add('value/quantity', columns.qty, tell);
    return null;
  }
  const base = resolver.inBaseUnits(item, quantity(amount), suffix >= 0 ? suffix : unit);
  if (base === 'unit') {
    report.unit(columns.qty, columns.unit, item, suffix);
    return null;
  }
  if (typeof base === 'string') {
    report.quantityFault(columns.qty, base);
    return null;
  }
  return base;
}

/**
 * The amount of a row that names its item by itself and is written in the item's base unit; NaN where it wants a closer
 * look.
 */
export function plainQuantity(
  resolver: Resolver,
  item: number,
  spec: number,
  amount: number,
  suffix: number,
  unit: number,
): number {
  if (item < 0 || suffix !== EMPTY || !resolver.specFits(item, spec)) return Number.NaN;
  return resolver.factor(item, unit) === ONE ? amount : Number.NaN;
}

/** A member of staff; null where the cell is empty or cannot be read. */
export function staffCell(report: RowReport, resolver: Resolver, column: number, value: number): number | null {
  if (value >= 0) return value;
  if (value <= FAULT) report.staff(column, resolver.staff.isAmbiguous(value));
  return null;
}

/** A site; null where it cannot be read. */
export function siteCell(
  report: RowReport,
  resolver: Resolver,
  column: number,
  value: number,
  required: boolean,
): number | null {
  if (value >= 0) return value;
  if (value <= FAULT) report.site(column, resolver.sites.isAmbiguous(value));
  else if (required) report.required(column);
  return null;
}

/** The lot's name as a row gives it; an item without lots has none to read. */
export function readableLot(resolver: Resolver, item: number | null, name: number): number | null {
  return name < 0 || (item !== null && resolver.item(item).lots === 'no') ? null : name;
}

/** The lot of an item as a count or a delivery names it; FAULT where the item is not kept in lots. */
export function plainLot(resolver: Resolver, item: number, name: number): number {
  if (name === EMPTY) return NO_LOT;
  return resolver.item(item).lots === 'no' ? FAULT : resolver.lots.of(item, name);
}

/**
 * The lot that a count or a delivery names; NO_LOT where it names none, which is allowed: then all lots are meant.
 * Null where the item is unknown or is not kept in lots, which is reported.
 */
export function lotCell(
  report: RowReport,
  resolver: Resolver,
  column: number,
  item: number | null,
  name: number,
): number | null {
  if (item === null) return null;
  const lot = plainLot(resolver, item, name);
  if (lot !== FAULT) return lot;
  const tell = movementTellings.lotUnexpected({ item: resolver.item(item).name, lot: quoted(report.raw(column)) });
  report.add('stock/lot-unexpected', column, tell);
  return null;
}
