// items.csv: what the goods are, in which units they come, and how their lots are kept.

import type { Day } from '../../core/day.js';
import type { Finding, Place } from '../../core/finding.js';
import { namingTellings } from '../../core/messages/naming.js';
import { readingTellings } from '../../core/messages/reading.js';
import { ONE, parseQuantity, type Quantity, quantity } from '../../core/quantity.js';
import { matchable, quoted } from '../../core/text.js';
import type { Workspace } from '../../source/workspace.js';
import { type LotMode, lotModes } from '../choices.js';
import { Directory } from './directory.js';
import { declaredHere } from './places.js';
import { type RegisterRow, registerRows } from './rows.js';

export interface Item {
  readonly code: string;
  readonly name: string;
  readonly spec: string;
  readonly category: string;
  /** The base unit that every figure of the item is in. */
  readonly unit: string;
  /** Base units in one of each unit; holds the base unit itself with factor one. */
  readonly packs: ReadonlyMap<string, Quantity>;
  readonly aliases: readonly string[];
  readonly lots: LotMode;
  readonly min: Quantity | null;
  readonly max: Quantity | null;
  readonly coverDays: number | null;
  readonly until: Day | null;
  readonly standardCode: string;
  readonly at: Place;
  /** Where min and max stand. */
  readonly levelsAt: { readonly min: Place; readonly max: Place };
  /** False where something in the row could not be read: figures that rest on the item are incomplete. */
  readonly sound: boolean;
}

export interface Items {
  readonly all: readonly Item[];
  readonly directory: Directory;
  readonly present: boolean;
  /** False where rows may be missing altogether. */
  readonly readable: boolean;
}

/** What an item is called on screen: its name, and its specification where it has one. */
export function itemTitle(item: Item): string {
  return item.spec === '' ? item.name : `${item.name}（${item.spec}）`;
}

export function readItems(
  workspace: Workspace,
  categories: ReadonlyMap<string, readonly string[]>,
): { readonly value: Items; readonly findings: Finding[] } {
  const { rows, findings, present, readable } = registerRows(workspace, 'items');
  const all: Item[] = [];
  const directory = new Directory();
  for (const row of rows) {
    const item = readItem(row, categories);
    if (item.code !== '') register(item, row, all, directory);
    findings.push(...row.findings);
  }
  return { value: { all, directory, present, readable }, findings };
}

function readItem(row: RegisterRow, categories: ReadonlyMap<string, readonly string[]>): Item {
  const code = row.required('item');
  const name = row.required('name');
  const unit = row.required('unit');
  const category = readCategory(row, categories);
  const packs = readPacks(row, unit);
  const lots = row.choice('lots', lotModes) ?? 'no';
  const standardCode = row.text('standard_code');
  if (standardCode !== '' && !/^[123](0[1-9]|[1-9]\d){3}$/u.test(standardCode)) {
    row.fail('value/choice', 'standard_code', readingTellings.standardCode({ text: quoted(standardCode) }));
  }
  return {
    code,
    name,
    spec: row.text('spec'),
    category,
    unit,
    packs,
    aliases: row.words('aliases'),
    lots,
    min: row.quantity('min', unit),
    max: row.quantity('max', unit),
    coverDays: row.whole('cover_days'),
    until: row.day('until'),
    standardCode,
    at: row.place('item'),
    levelsAt: { min: row.place('min'), max: row.place('max') },
    sound: row.sound,
  };
}

/** A category by its key or by one of its names in the settings. */
function readCategory(row: RegisterRow, categories: ReadonlyMap<string, readonly string[]>): string {
  const text = row.required('category');
  if (text === '' || categories.has(text)) return text;
  for (const [key, names] of categories) if (names.some((name) => matchable(name) === text)) return key;
  const words = [...categories].map(([key, [name]]) => (name === undefined ? key : `${name} ${key}`));
  row.fail('value/choice', 'category', readingTellings.category({ text: quoted(row.raw('category')), words }));
  return '';
}

function readPacks(row: RegisterRow, unit: string): ReadonlyMap<string, Quantity> {
  const packs = new Map<string, Quantity>([[unit, quantity(ONE)]]);
  for (const part of row.words('packs')) {
    const [name = '', size = '', ...rest] = part.split(/\s*[=＝]\s*/u);
    const parsed = parseQuantity(size);
    const known = packs.get(name);
    if (
      name === '' ||
      rest.length > 0 ||
      !parsed.ok ||
      parsed.value <= 0 ||
      (parsed.suffix !== '' && parsed.suffix !== unit) ||
      (known !== undefined && known !== parsed.value)
    ) {
      row.fail('value/unit', 'packs', readingTellings.packs({ text: quoted(part) }));
    } else packs.set(name, parsed.value);
  }
  return packs;
}

function register(item: Item, row: RegisterRow, all: Item[], directory: Directory): void {
  const twin = directory.code(item.code);
  const first = (other: Item) => [{ at: other.at, tell: declaredHere }];
  if (twin !== undefined) {
    const other = all[twin]!;
    row.report('id/duplicate', 'item', namingTellings.duplicateCode({ code: quoted(item.code) }), first(other));
    return;
  }
  for (const index of directory.named(item.name)) {
    const other = all[index]!;
    if (other.name !== item.name || other.spec !== item.spec || other.unit !== item.unit) continue;
    const tell = namingTellings.duplicateName({ name: quoted(item.name), other: other.code });
    row.report('id/duplicate', 'name', tell, first(other));
  }
  for (const alias of item.aliases) {
    for (const index of directory.named(alias)) {
      const other = all[index]!;
      if (!other.aliases.includes(alias)) continue;
      const tell = namingTellings.duplicateAlias({ alias: quoted(alias), other: other.code });
      row.report('id/duplicate', 'aliases', tell, first(other));
    }
  }
  const index = all.push(item) - 1;
  directory.addCode(item.code, index);
  directory.addName(item.name, index);
  for (const alias of item.aliases) directory.addName(alias, index);
}
