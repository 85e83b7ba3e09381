// Exact decimal quantities, held as whole millionths of a unit in a double that never leaves the safe range.

declare const quantityBrand: unique symbol;
/** Millionths of a unit: a safe integer, so sums and differences are exact while they stay within ±2^53. */
export type Quantity = number & { readonly [quantityBrand]: true };

export const DECIMALS = 6;
export const ONE = 1_000_000;
export const LIMIT = Number.MAX_SAFE_INTEGER;

/** Millionths that are already whole and in range, as the reader and the engine compute them. */
export function quantity(millionths: number): Quantity {
  if (!Number.isSafeInteger(millionths)) throw new RangeError(`not a quantity: ${millionths}`);
  return millionths as Quantity;
}

export const ZERO = quantity(0);

/** Decimal string in plain notation: no trailing zeros, no `-0`, no separators. */
export function formatQuantity(q: number): string {
  const sign = q < 0 ? '-' : '';
  const size = Math.abs(q);
  const whole = Math.floor(size / ONE);
  const rest = size - whole * ONE;
  if (rest === 0) return `${sign}${whole}`;
  return `${sign}${whole}.${String(rest).padStart(DECIMALS, '0').replace(/0+$/, '')}`;
}

/** The same for people: thousands separated by commas. */
export function formatGrouped(q: number): string {
  return groupedDigits(formatQuantity(q));
}

/** A decimal string, however long, with its thousands separated. */
export function groupedDigits(decimal: string): string {
  const [whole, rest] = decimal.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return rest === undefined ? grouped : `${grouped}.${rest}`;
}

export type QuantityFault = 'notation' | 'range' | 'decimals';
export type ParsedQuantity =
  | { readonly ok: true; readonly value: Quantity; readonly suffix: string }
  | { readonly ok: false; readonly fault: QuantityFault };

const pattern = /^(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?\s*(万)?\s*(.*)$/su;
// Only the full-width forms of ASCII: a ① or ² is not a digit that anybody meant as an amount.
const fullWidth = /[\uFF01-\uFF5E]/g;

/**
 * Reads a quantity as people write it: `36,000`, `1,200.5`, `３箱`, `3.6万只`. The suffix is what follows the number;
 * whether it is a unit is for the caller to say. A sign is read here and judged by the caller.
 */
export function parseQuantity(text: string): ParsedQuantity {
  const plain = text.replace(fullWidth, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ');
  const match = pattern.exec(plain.trim());
  if (match === null) return { ok: false, fault: 'notation' };
  const [, sign, whole, fraction = '', wan, suffix] = match;
  // What may follow a number is a word; more digits or points mean another notation (1.2.3, 1,20, 1e3).
  if (/^[\d.,'+\-*/×:]/u.test(suffix) || /^e\d/iu.test(suffix)) return { ok: false, fault: 'notation' };
  const shift = wan === undefined ? 0 : 4;
  if (fraction.length > DECIMALS + shift) return { ok: false, fault: 'decimals' };
  if (whole.length > 24) return { ok: false, fault: 'range' };
  const scaled = BigInt(whole.replaceAll(',', '') + fraction.padEnd(DECIMALS + shift, '0'));
  if (scaled > BigInt(LIMIT)) return { ok: false, fault: 'range' };
  const value = Number(scaled);
  return { ok: true, value: quantity(sign === '-' && value !== 0 ? -value : value), suffix };
}

/** A quantity in another unit: `amount` packs of `factor` base units each, or why that is not exact. */
export function convert(amount: Quantity, factor: Quantity): Quantity | QuantityFault {
  if (factor === ONE) return amount;
  const packs = factor / ONE;
  // A product within the safe range is exact in a double; the rest is worked out with integers of any size.
  if (Number.isInteger(packs) && Number.isSafeInteger(amount * packs)) return quantity(amount * packs);
  const product = BigInt(amount) * BigInt(factor);
  if (product % BigInt(ONE) !== 0n) return 'decimals';
  const value = product / BigInt(ONE);
  const size = value < 0n ? -value : value;
  return size > BigInt(LIMIT) ? 'range' : quantity(Number(value));
}
