// Which registered item a line means, by name, specification and unit; and the rows that would register the rest.

import type { Book } from '../book/book.js';
import type { Item } from '../book/register/items.js';
import type { Words } from '../core/lang.js';
import { importReasons } from '../core/messages/import-reasons.js';
import { nearest } from '../core/nearest.js';
import { cleanText, nameKey } from './text.js';

/** An item as far as an import needs to know it. */
export interface Known {
  readonly code: string;
  readonly name: string;
  readonly spec: string;
  readonly unit: string;
  readonly comesIn: (unit: string) => boolean;
  readonly created: boolean;
}

export type FoundItem =
  | {
      readonly ok: true;
      readonly item: Known /** Taken for the only item of the name, though the line has no specification. */;
      readonly only: boolean;
    }
  | { readonly ok: false; readonly reason: Words; readonly unknown: boolean };

export interface Wanted {
  readonly text: string;
  readonly spec: string;
  readonly unit: string;
  /** A name beside the code. */
  readonly name: string;
}

export interface NewItem {
  readonly code: string;
  readonly name: string;
  readonly spec: string;
  readonly unit: string;
  readonly category: string;
}

const testing = /核酸|采样|试剂|检测|拭子|试管/u;
const protective =
  /口罩|防护|手套|护目|面罩|面屏|眼罩|隔离衣|手术衣|手术服|鞋套|脚套|帽|消毒|消杀|酒精|84|洗手|mask|glove|gown|suit|goggle/iu;

export class ItemFinder {
  readonly proposed: NewItem[] = [];
  private readonly byCode = new Map<string, Known>();
  private readonly byName = new Map<string, Known[]>();
  private readonly answers = new Map<string, Map<string, Map<string, FoundItem>>>();
  private next = 1;

  constructor(
    private readonly book: Book,
    private readonly create: boolean,
    private readonly category: string | null,
  ) {
    for (const item of book.items.all) this.learn(knownOf(item), item.aliases);
  }

  find(wanted: Wanted): FoundItem {
    const { text, spec, unit, name } = wanted;
    // Texts of a sheet are the same few strings again and again: looked up one by one they need not be joined.
    const bySpec = within(this.answers, text);
    const byUnit = within(bySpec, spec);
    const key = name === '' ? unit : `${unit}\u001f${name}`;
    let answer = byUnit.get(key);
    if (answer === undefined) {
      answer = this.search(wanted);
      byUnit.set(key, answer);
    }
    return answer;
  }

  private learn(item: Known, aliases: readonly string[]): void {
    this.byCode.set(nameKey(item.code), item);
    for (const name of [item.name, ...aliases]) {
      const key = nameKey(name);
      const known = this.byName.get(key);
      if (known === undefined) this.byName.set(key, [item]);
      else if (!known.includes(item)) known.push(item);
    }
  }

  private search(wanted: Wanted): FoundItem {
    const { text, unit } = wanted;
    const coded = this.byCode.get(nameKey(text));
    if (coded !== undefined) return this.inUnit([coded], wanted);
    const spec = nameKey(wanted.spec);
    // Items by the name beside a code are other items: the code is what names this one.
    const named = wanted.name === '' ? (this.byName.get(nameKey(text)) ?? []) : [];
    const exact = named.filter((item) => nameKey(item.spec) === spec);
    const fitting = exact.filter((item) => unit === '' || item.comesIn(unit));
    const based = unit === '' ? [] : fitting.filter((item) => nameKey(item.unit) === nameKey(unit));
    if (based.length === 1) return { ok: true, item: based[0]!, only: false };
    if (fitting.length === 1) return { ok: true, item: fitting[0]!, only: false };
    if (fitting.length > 1) return several(fitting);
    const registered = named.filter((item) => !item.created && (unit === '' || item.comesIn(unit)));
    if (spec === '' && exact.length === 0 && registered.length === 1)
      return { ok: true, item: registered[0]!, only: true };
    if (this.create) return this.propose(wanted);
    if (exact.length > 0) return this.inUnit(exact, wanted);
    if (named.length > 0 && spec !== '') {
      return {
        ok: false,
        unknown: true,
        reason: importReasons.itemSpec({ spec: wanted.spec, specs: named.map((item) => item.spec) }),
      };
    }
    if (named.length > 1) return several(named);
    if (named.length === 1) return this.inUnit(named, wanted);
    const known = [...this.byName.values()].flat().map((item) => item.name);
    return { ok: false, unknown: true, reason: importReasons.item({ near: nearest(text, known) }) };
  }

  private inUnit(items: readonly Known[], { unit }: Wanted): FoundItem {
    const fitting = items.find((item) => unit === '' || item.comesIn(unit));
    if (fitting !== undefined) return { ok: true, item: fitting, only: false };
    const [item] = items;
    const units = [...new Set(items.map((one) => one.unit))];
    return { ok: false, unknown: false, reason: importReasons.unit({ unit, item: item?.name ?? '', units }) };
  }

  private propose({ text, spec, unit, name }: Wanted): FoundItem {
    if (unit === '') return { ok: false, unknown: true, reason: importReasons.itemUnit() };
    const coded = name !== '' || /^[A-Za-z]{0,6}\d{3,}[A-Za-z]{0,2}$/u.test(text);
    const fresh = {
      code: coded && !this.byCode.has(nameKey(text)) ? text : this.nextCode(),
      name: cleanText(name === '' ? text : name),
      spec: cleanText(spec),
      unit: cleanText(unit),
      category: this.categoryOf(name === '' ? text : name),
    };
    // Two codes under one name, specification and unit would be one item twice: the code tells them apart.
    const twin = (this.byName.get(nameKey(fresh.name)) ?? []).some(
      (item) => nameKey(item.spec) === nameKey(fresh.spec) && nameKey(item.unit) === nameKey(fresh.unit),
    );
    const proposal = twin ? { ...fresh, spec: fresh.spec === '' ? fresh.code : `${fresh.spec} ${fresh.code}` } : fresh;
    this.proposed.push(proposal);
    const item: Known = { ...proposal, comesIn: (other) => nameKey(other) === nameKey(proposal.unit), created: true };
    this.learn(item, []);
    return { ok: true, item, only: false };
  }

  private nextCode(): string {
    for (;;) {
      const code = `WZ${String(this.next++).padStart(4, '0')}`;
      if (!this.byCode.has(code) && !this.byName.has(code)) return code;
    }
  }

  /** A guess for review, by words in the name; the register row says that it is one. */
  private categoryOf(name: string): string {
    if (this.category !== null) return this.category;
    const keys = [...this.book.settings.categories.keys()];
    const wanted = testing.test(name) ? 'testing' : protective.test(name) ? 'protective' : 'living';
    return keys.includes(wanted) ? wanted : (keys[0] ?? wanted);
  }
}

function knownOf(item: Item): Known {
  const units = new Set([...item.packs.keys()].map(nameKey));
  return {
    code: item.code,
    name: item.name,
    spec: item.spec,
    unit: item.unit,
    comesIn: (unit) => units.has(nameKey(unit)),
    created: false,
  };
}

function several(items: readonly Known[]): FoundItem {
  const candidates = items.map((item) => [item.code, item.spec].filter((part) => part !== '').join(' '));
  return { ok: false, unknown: false, reason: importReasons.itemSeveral({ candidates }) };
}

function within<K, V>(outer: Map<K, Map<string, V>>, key: K): Map<string, V> {
  let inner = outer.get(key);
  if (inner === undefined) {
    inner = new Map();
    outer.set(key, inner);
  }
  return inner;
}
