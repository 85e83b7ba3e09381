// Reads the parts that levels, units, grids and teams have in common, and keeps what was found wrong in all the files.

import type { Finding, Place } from '../../core/finding.js';
import { orgChartTellings } from '../../core/messages/orgchart.js';
import { yamlTellings } from '../../core/messages/yaml.js';
import { matchable } from '../../core/text.js';
import { foundIn, wholeIn } from '../../source/yaml/fields.js';
import { type Fields, isNull, type YamlNode, YamlReader } from '../../source/yaml.js';
import type { Located, StaffingRule } from './chart.js';

/** More than there are people: a larger number is a typing error. */
export const MOST_PEOPLE = 100_000;

export const ruleKeys = ['min', 'max', 'residents_each'] as const;

export class ChartReader extends YamlReader {
  add(finding: Finding): void {
    this.findings.push(finding);
  }

  /** Each item of a list under a key; nothing where the key is absent or holds something else. */
  items(fields: Fields, key: string): readonly YamlNode[] {
    const node = fields.get(key);
    return node === null ? [] : (this.list(node) ?? []);
  }

  word(fields: Fields, key: string): Located<string> | null {
    const node = fields.get(key);
    return node === null ? null : this.located(node);
  }

  located(node: YamlNode): Located<string> | null {
    const value = this.text(node);
    return value === null ? null : { value, at: node.at };
  }

  words(fields: Fields, key: string): readonly Located<string>[] {
    return this.items(fields, key).flatMap((node) => this.located(node) ?? []);
  }

  number(fields: Fields, key: string): Located<number> | null {
    const node = fields.get(key);
    if (node === null) return null;
    const value = this.whole(node, 0, MOST_PEOPLE);
    return value === null ? null : { value, at: node.at };
  }

  /**
   * The id under `key` and the name. Where the id is missing the name does for it, so that what hangs on it is still
   * read; the empty id of a thing without either is no one's.
   */
  identity(fields: Fields, key: string, known: readonly string[]): { id: Located<string>; name: string } {
    const id = this.word(fields, key);
    const name = this.word(fields, 'name')?.value ?? null;
    if (fields.get(key) === null) this.wrong(fields.at, yamlTellings.missingKey({ key, known }));
    return { id: id ?? { value: name ?? '', at: fields.at }, name: name ?? id?.value ?? '' };
  }

  rules(fields: Fields, key: string): readonly StaffingRule[] {
    const node = fields.get(key);
    const map = node === null ? null : this.map(node);
    if (map === null) return [];
    return map.entries.flatMap((entry) => {
      const role = this.located(entry.key);
      return role === null || isNull(entry.value) ? [] : (this.rule(role, entry.value) ?? []);
    });
  }

  /** `3`, `{min: 3}`, `{min: 1, max: 5, residents_each: 50}` */
  rule(role: Located<string>, node: YamlNode): StaffingRule | null {
    const { at } = node;
    if (node.kind !== 'map') {
      const min = wholeIn(node);
      if (min !== null && min <= MOST_PEOPLE) return { role, min, max: null, residentsEach: null, at };
      this.wrong(at, orgChartTellings.notStaffing({ found: foundIn(node) }));
      return null;
    }
    const fields = this.fields(node, ruleKeys);
    if (fields === null) return null;
    const bound = (key: (typeof ruleKeys)[number], least: number): number | null => {
      const value = fields.get(key);
      return value === null ? null : this.whole(value, least, MOST_PEOPLE);
    };
    const min = bound('min', 0);
    const max = bound('max', 0);
    const residentsEach = bound('residents_each', 1);
    if (node.entries.length === 0) this.wrong(at, orgChartTellings.notStaffing({ found: foundIn(node) }));
    if (min !== null && max !== null && min > max) {
      this.wrong(fields.get('max')?.at ?? at, orgChartTellings.boundsCrossed({ min, max }));
      return null;
    }
    if (min === null && max === null && residentsEach === null) return null;
    return { role, min: min ?? 0, max, residentsEach, at };
  }
}

/** The ids of one kind of thing: each belongs to the first that has it. */
export class Ids<T> {
  readonly byId = new Map<string, T>();
  private readonly places = new Map<string, Place>();

  constructor(private readonly reader: ChartReader) {}

  declare(id: Located<string>, thing: T): void {
    const key = matchable(id.value);
    if (key === '') return;
    const first = this.places.get(key);
    if (first === undefined) {
      this.places.set(key, id.at);
      this.byId.set(key, thing);
      return;
    }
    this.reader.add({
      code: 'id/duplicate',
      at: id.at,
      tell: orgChartTellings.duplicateId({ id: id.value }),
      related: [{ at: first, tell: orgChartTellings.firstId({ id: id.value }) }],
    });
  }
}
