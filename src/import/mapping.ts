// The mapping file: what somebody worked out once about the papers of one shape, so that nobody is asked again.

import { stringify } from 'yaml';
import { columnsOf, type TableName, tables } from '../book/columns.js';
import { matchable } from '../core/text.js';
import { memoryWorkspace } from '../source/workspace.js';
import { type Fields, readYaml, YamlReader } from '../source/yaml.js';
import { locateYaml } from './mapping-errors.js';
import { headerKey, type Target } from './names.js';
import type { Refusal } from './sheet.js';

/** What a negative amount is: goods that came back, or a document that is undone. */
export type Negative = 'return' | 'reversal' | 'disposal';

export interface Mapping {
  readonly table: TableName | null;
  readonly sheet: string | null;
  readonly year: number | null;
  /** Header as it stands in the sheet → ledger column, `item_name`, or `ignore`. */
  readonly columns: ReadonlyMap<string, string>;
  /** Ledger column → what to put where the sheet says nothing. */
  readonly set: ReadonlyMap<string, string>;
  readonly fillDown: readonly string[];
  /** Ledger column → text in the sheet → what it stands for. An item may be named `name|spec|unit`. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** `HX{date}-{n}`: how documents without a number are numbered. */
  readonly number: string | null;
  /** By how the document's number begins (`""`: any other): what a negative amount means. */
  readonly negative: ReadonlyMap<string, Negative>;
  readonly category: string | null;
  readonly partyKind: string | null;
}

export const NO_MAPPING: Mapping = {
  table: null,
  sheet: null,
  year: null,
  columns: new Map(),
  set: new Map(),
  fillDown: [],
  values: new Map(),
  number: null,
  negative: new Map(),
  category: null,
  partyKind: null,
};

const keys = ['as', 'sheet', 'year', 'columns', 'set', 'fill-down', 'values', 'number', 'negative', 'create'];
const negatives: readonly Negative[] = ['return', 'reversal', 'disposal'];

export type ReadMapping =
  | { readonly ok: true; readonly mapping: Mapping }
  | { readonly ok: false; readonly refusal: Refusal };

export function readMapping(name: string, bytes: Uint8Array): ReadMapping {
  const workspace = memoryWorkspace({ [name]: bytes });
  const { value: root, findings } = readYaml(workspace, name);
  const reader = new YamlReader();
  reader.findings.push(...findings);
  const fields = root === null ? null : reader.fields(root, keys);
  const mapping = fields === null ? NO_MAPPING : mappingIn(reader, fields);
  const first = reader.findings.find(({ code }) => code !== 'file/encoding');
  return first === undefined ? { ok: true, mapping } : { ok: false, refusal: locateYaml(workspace, first) };
}

function mappingIn(reader: YamlReader, fields: Fields): Mapping {
  const tableNames = Object.keys(tables).filter(isTable);
  const word = <W extends string>(key: string, words: readonly W[]): W | null => {
    const node = fields.get(key);
    return node === null ? null : reader.choice(node, words);
  };
  const text = (key: string): string | null => {
    const node = fields.get(key);
    return node === null ? null : reader.text(node);
  };
  const table = word('as', tableNames);
  const yearNode = fields.get('year');
  const create = fields.get('create');
  const created = create === null ? null : reader.fields(create, ['category', 'party-kind']);
  const categoryNode = created?.get('category') ?? null;
  const kindNode = created?.get('party-kind') ?? null;
  const fillNode = fields.get('fill-down');
  return {
    table,
    sheet: text('sheet'),
    year: yearNode === null ? null : reader.whole(yearNode, 1900, 2200),
    columns: pairs(reader, fields, 'columns'),
    set: pairs(reader, fields, 'set'),
    fillDown: fillNode === null ? [] : (reader.list(fillNode) ?? []).flatMap((node) => reader.text(node) ?? []),
    values: valuesIn(reader, fields),
    number: text('number'),
    negative: negativeIn(reader, fields),
    category: categoryNode === null ? null : reader.text(categoryNode),
    partyKind: kindNode === null ? null : reader.text(kindNode),
  };
}

/** `negative: return`, or by the beginning of the document: `negative: {C: return, other: disposal}`. */
function negativeIn(reader: YamlReader, fields: Fields): Map<string, Negative> {
  const found = new Map<string, Negative>();
  const node = fields.get('negative');
  if (node === null) return found;
  if (node.kind !== 'map') {
    const every = reader.choice(node, negatives);
    if (every !== null) found.set('', every);
    return found;
  }
  for (const { key, value } of node.entries) {
    const one = reader.choice(value, negatives);
    if (one !== null) found.set(key.text === 'other' ? '' : key.text, one);
  }
  return found;
}

function pairs(reader: YamlReader, fields: Fields, key: string): Map<string, string> {
  const found = new Map<string, string>();
  const node = fields.get(key);
  if (node === null) return found;
  for (const entry of reader.map(node)?.entries ?? []) {
    const value = reader.text(entry.value);
    if (value !== null) found.set(entry.key.text, value);
  }
  return found;
}

function valuesIn(reader: YamlReader, fields: Fields): Map<string, Map<string, string>> {
  const found = new Map<string, Map<string, string>>();
  const node = fields.get('values');
  if (node === null) return found;
  for (const { key, value } of reader.map(node)?.entries ?? []) {
    const inner = new Map<string, string>();
    for (const entry of reader.map(value)?.entries ?? []) {
      const text = reader.text(entry.value);
      if (text !== null) inner.set(valueKey(entry.key.text), text);
    }
    found.set(key.text, inner);
  }
  return found;
}

export function isTable(name: string): name is TableName {
  return Object.hasOwn(tables, name);
}

/** How a text is looked up among the replacements. */
export function valueKey(text: string): string {
  return matchable(text).replace(/\s+/gu, ' ');
}

/** The ledger column somebody named, in English or Chinese; null where the table has none of the name. */
export function columnNamed(table: TableName, text: string): string | null {
  const key = headerKey(text);
  const found = columnsOf(table).find(({ name, zh }) => [name, ...zh].some((word) => headerKey(word) === key));
  return found?.name ?? null;
}

/** What headers stand for; the first word that names no column of the table is given back. */
export function targetsOf(
  table: TableName,
  columns: ReadonlyMap<string, string>,
): { readonly targets: Map<string, Target>; readonly unknown: string | null } {
  const targets = new Map<string, Target>();
  for (const [header, word] of columns) {
    const name = columnNamed(table, word);
    if (name !== null) {
      targets.set(header, { kind: 'column', index: columnsOf(table).findIndex((column) => column.name === name) });
    } else if (word === 'item_name') targets.set(header, { kind: 'item-name' });
    else if (['ignore', '忽略', '-'].includes(word)) targets.set(header, { kind: 'ignored' });
    else return { targets, unknown: word };
  }
  return { targets, unknown: null };
}

/** The file that spares tomorrow's questions; what belongs to one day (the date) is not in it. */
export function writeMapping(table: TableName, mapping: Mapping): string {
  const set = [...mapping.set].filter(([column]) => column !== 'date');
  const filled = {
    as: table,
    ...(mapping.sheet === null ? {} : { sheet: mapping.sheet }),
    ...(mapping.columns.size === 0 ? {} : { columns: Object.fromEntries(mapping.columns) }),
    ...(set.length === 0 ? {} : { set: Object.fromEntries(set) }),
    ...(mapping.fillDown.length === 0 ? {} : { 'fill-down': mapping.fillDown }),
    ...(mapping.number === null ? {} : { number: mapping.number }),
    ...(mapping.negative.size === 0
      ? {}
      : {
          negative: Object.fromEntries(
            [...mapping.negative].map(([prefix, kind]) => [prefix === '' ? 'other' : prefix, kind]),
          ),
        }),
    ...(mapping.category === null && mapping.partyKind === null
      ? {}
      : {
          create: {
            ...(mapping.category === null ? {} : { category: mapping.category }),
            ...(mapping.partyKind === null ? {} : { 'party-kind': mapping.partyKind }),
          },
        }),
    ...(mapping.values.size === 0
      ? {}
      : {
          values: Object.fromEntries([...mapping.values].map(([column, pairs]) => [column, Object.fromEntries(pairs)])),
        }),
  };
  return stringify(filled, { lineWidth: 0 });
}
