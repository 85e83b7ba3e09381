// Reads an amount as people write it, exactly or not at all: what holds two amounts, a list or a guess is not one.

import { formatQuantity, ONE, parseQuantity, type Quantity, quantity } from '../core/quantity.js';
import { matchable } from '../core/text.js';
import { numberText, type Raw } from './sheet.js';

export type AmountFault = 'notation' | 'range' | 'decimals' | 'two' | 'about' | 'comma' | 'empty';

export type ReadAmount =
  | { readonly ok: true; readonly value: Quantity; readonly suffix: string }
  | { readonly ok: false; readonly fault: AmountFault };

function wrong(fault: AmountFault): ReadAmount {
  return { ok: false, fault };
}

export function readAmount(raw: Raw): ReadAmount {
  if (typeof raw === 'boolean') return wrong('notation');
  if (typeof raw === 'number') {
    if (Number.isSafeInteger(raw * ONE)) return { ok: true, value: quantity(raw * ONE), suffix: '' };
    const parsed = parseQuantity(numberText(raw));
    return parsed.ok ? { ok: true, value: parsed.value, suffix: '' } : wrong(parsed.fault);
  }
  const text = (raw ?? '')
    .replace(/[\u200B-\u200D\u2060\uFEFF]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  if (text === '') return wrong('empty');
  const plain = matchable(text);
  if (/^(?:约|近|大约|左右|超|逾|～|~)|(?:左右|余|多|\+|以上|若干)[^\d]*$/u.test(plain)) return wrong('about');
  if (/\d\s*、\s*\d/u.test(plain)) return wrong(/^\d+\s*、\s*\d+\p{L}*$/u.test(plain) ? 'comma' : 'two');
  const parsed = parseQuantity(text);
  if (!parsed.ok) return wrong(parsed.fault);
  if (/\d/u.test(matchable(parsed.suffix))) return wrong('two');
  return { ok: true, value: parsed.value, suffix: matchable(parsed.suffix) };
}

/** Sums in millionths that never lose any: by unit, over as many rows as there are. */
export class Sums {
  private readonly totals = new Map<string, bigint>();

  add(unit: string, amount: Quantity): void {
    this.totals.set(unit, (this.totals.get(unit) ?? 0n) + BigInt(amount));
  }

  get(unit: string): bigint {
    return this.totals.get(unit) ?? 0n;
  }

  get all(): bigint {
    let sum = 0n;
    for (const total of this.totals.values()) sum += total;
    return sum;
  }

  get units(): string[] {
    return [...this.totals.keys()];
  }

  /** Decimal strings by unit, in the order in which the units were met. */
  toRecord(): Record<string, string> {
    return Object.fromEntries([...this.totals].map(([unit, total]) => [unit, formatMillionths(total)]));
  }
}

export function formatMillionths(total: bigint): string {
  const sign = total < 0n ? '-' : '';
  const size = total < 0n ? -total : total;
  const whole = size / 1_000_000n;
  const rest = formatQuantity(Number(size % 1_000_000n));
  return rest === '0' ? `${sign}${whole}` : `${sign}${whole}${rest.slice(1)}`;
}
