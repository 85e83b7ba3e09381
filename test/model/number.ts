// Quantities as BigInt millionths, days as text, and comparing by code units: the arithmetic of the model.
import type { Item } from './types.js';

export const ONE = 1_000_000n;

export function parseDecimal(text: string): bigint | null {
  const plain = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text;
  const match = /^(-?)(\d+)(?:\.(\d{1,6}))?$/.exec(plain);
  if (!match) return null;
  const size = BigInt(match[2] ?? '0') * ONE + BigInt((match[3] ?? '').padEnd(6, '0'));
  return match[1] === '-' ? -size : size;
}

/** A quantity cell with its unit cell, in base units; null where it is none. Without an item only the number is read. */
export function parseQuantity(text: string, unitCell: string, item: Item | undefined): bigint | null {
  const match = /^(-?[\d.,]+)\s*(.*)$/u.exec(text);
  if (!match) return null;
  const value = parseDecimal(match[1] ?? '');
  const suffix = match[2] ?? '';
  if (value === null) return null;
  if (suffix !== '' && unitCell !== '' && suffix !== unitCell) return null;
  const unit = suffix === '' ? unitCell : suffix;
  if (unit === '' || item === undefined || unit === item.unit) return value;
  const factor = item.packs.get(unit);
  return factor === undefined ? null : value * factor;
}

export function formatQuantity(value: bigint): string {
  const size = value < 0n ? -value : value;
  const fraction = (size % ONE).toString().padStart(6, '0').replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${size / ONE}${fraction === '' ? '' : `.${fraction}`}`;
}

export function sum(values: bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n);
}

export function least(first: bigint, ...others: bigint[]): bigint {
  return [first, ...others].sort((a, b) => compare([a], [b]))[0] ?? first;
}

export function atLeastZero(value: bigint): bigint {
  return value < 0n ? 0n : value;
}

/** Compares element by element: strings by code unit, numbers and BigInts by size. */
export function compare(a: (string | number | bigint)[], b: (string | number | bigint)[]): number {
  for (let i = 0; i < a.length; i++) {
    const x = a[i];
    const y = b[i];
    if (x === undefined || y === undefined || x === y) continue;
    return x < y ? -1 : 1;
  }
  return 0;
}

export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Hours from a moment (`2022-01-12T08:30`) to the end of a day. */
export function hoursToEndOf(date: string, moment: string): number {
  return (Date.parse(`${addDays(date, 1)}T00:00:00Z`) - Date.parse(`${moment}:00Z`)) / 3_600_000;
}
