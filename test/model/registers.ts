// Reads settings and registers (taizhang.yaml, items, sites, parties, staff) of a book for the model.
import { parse } from 'yaml';
import { parseDecimal } from './number.js';
import { readRows } from './table.js';
import type { Item, Site, Tolerance } from './types.js';

const DEFAULT_CATEGORIES = ['protective', 'testing', 'living', 'meals'];

function entry(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([name]) => name === key)?.[1];
}

export interface Settings {
  categories: string[];
  tolerance: Tolerance;
  deliveryHours: number;
}

export function readSettings(files: Record<string, string>): Settings {
  const settings: unknown = parse(files['taizhang.yaml'] ?? '');
  const policy = entry(settings, 'policy');
  const hours = entry(policy, 'delivery-hours');
  const categories = entry(settings, 'categories');
  const tolerance = String(entry(policy, 'count-tolerance') ?? '0');
  const percent = tolerance.endsWith('%');
  return {
    categories: typeof categories === 'object' && categories !== null ? Object.keys(categories) : DEFAULT_CATEGORIES,
    tolerance: { percent, value: parseDecimal(percent ? tolerance.slice(0, -1).trim() : tolerance) ?? 0n },
    deliveryHours: typeof hours === 'number' ? hours : 24,
  };
}

function yes(text: string, fallback: boolean): boolean {
  if (text === '') return fallback;
  return ['yes', 'y', 'true', '是', '1'].includes(text);
}

function readPacks(text: string): Map<string, bigint> {
  const packs = new Map<string, bigint>();
  for (const part of text.split(';')) {
    const [unit, factor] = part.split('=');
    if (unit !== undefined && factor !== undefined) packs.set(unit.trim(), BigInt(factor.trim()));
  }
  return packs;
}

export function readItems(files: Record<string, string>): Map<string, Item> {
  return new Map(
    readRows(files, 'items.csv').map((row) => [
      row.get('item'),
      {
        name: row.get('name'),
        category: row.get('category'),
        unit: row.get('unit'),
        packs: readPacks(row.get('packs')),
        lots: row.get('lots') === '' ? 'no' : row.get('lots'),
      },
    ]),
  );
}

export function readSites(files: Record<string, string>): Map<string, Site> {
  return new Map(
    readRows(files, 'sites.csv').map((row) => {
      const kind = row.get('kind');
      return [
        row.get('site'),
        { kind, tracked: yes(row.get('tracked'), kind === 'depot'), signs: yes(row.get('signs'), false) },
      ];
    }),
  );
}

export function readParties(files: Record<string, string>): Map<string, string> {
  return new Map(readRows(files, 'parties.csv').map((row) => [row.get('party'), row.get('kind')]));
}

export function readStaff(files: Record<string, string>): Set<string> {
  return new Set(readRows(files, 'staff.csv').map((row) => row.get('staff')));
}
