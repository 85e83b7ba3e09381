// What the words in ledgers stand for, looked up in the registers once per spelling and shared by all ledgers.

import { parseDay, parseMinute } from '../../core/day.js';
import { convert, ONE, type Quantity, type QuantityFault, quantity } from '../../core/quantity.js';
import { matchable } from '../../core/text.js';
import { TRANSIT_WORDS } from '../choices.js';
import { Lots } from '../lots.js';
import type { Item, Items } from '../register/items.js';
import type { Parties, Sites } from '../register/places.js';
import type { Staff } from '../register/staff.js';
import { AMBIGUOUS, FAULT, Names, UNKNOWN, Vocabulary } from '../vocabulary.js';

export interface Registers {
  readonly items: Items;
  readonly sites: Sites;
  readonly parties: Parties;
  readonly staff: Staff;
}

/** Where goods come from or go to: sites count from 0, parties follow, then free texts; transit stands apart. */
export class Places {
  readonly sites: number;
  readonly parties: number;
  readonly transit: number;
  readonly free = new Names();

  constructor(readonly registers: Registers) {
    this.sites = registers.sites.all.length;
    this.parties = this.sites + registers.parties.all.length;
    this.transit = this.parties;
  }

  freeText(raw: string): number {
    return this.transit + 1 + this.free.of(matchable(raw));
  }

  isSite(place: number): boolean {
    return place >= 0 && place < this.sites;
  }

  code(place: number): string {
    if (place < 0) return '';
    if (place < this.sites) return this.registers.sites.all[place]!.code;
    if (place < this.parties) return this.registers.parties.all[place - this.sites]!.code;
    return place === this.transit ? 'transit' : this.free.text(place - this.transit - 1);
  }

  name(place: number): string {
    if (place < 0) return '';
    if (place < this.sites) return this.registers.sites.all[place]!.name;
    if (place < this.parties) return this.registers.parties.all[place - this.sites]!.name;
    return place === this.transit ? '在途' : this.free.text(place - this.transit - 1);
  }
}

function unique(found: readonly number[], offset = 0): number {
  if (found.length === 0) return UNKNOWN;
  return found.length > 1 ? AMBIGUOUS : found[0]! + offset;
}

export class Resolver {
  readonly places: Places;
  readonly docs = new Names();
  readonly units = new Names();
  readonly specs = new Names();
  readonly texts = new Names();
  readonly lots: Lots;
  readonly days = new Vocabulary((text) => parseDay(text) ?? UNKNOWN);
  readonly times = new Vocabulary((text) => parseMinute(text) ?? UNKNOWN);
  readonly items: Vocabulary;
  readonly staff: Vocabulary;
  readonly sites: Vocabulary;
  /** Spellings of a cell that may hold a site, a party or transit; see `siteAt` and `partyAt`. */
  readonly placeNames = new Names();
  private readonly people = new Names();
  private readonly siteOf: number[] = [];
  private readonly partyOf: number[] = [];
  /** By item: the numbers of its specification and of its base unit, −1 where it has none. */
  readonly itemSpecs: Int32Array;
  readonly itemUnits: Int32Array;
  private readonly factors = new Map<number, Quantity | null>();
  private readonly specced = new Map<number, number>();

  constructor(readonly registers: Registers) {
    const { items, sites, staff } = registers;
    this.places = new Places(registers);
    this.lots = new Lots(new Names());
    this.items = new Vocabulary((text) => unique(items.directory.find(text)));
    this.sites = new Vocabulary((text) => unique(sites.directory.find(text)));
    // Without a register of staff every name is taken as it stands.
    this.staff = new Vocabulary((text) => (staff.present ? unique(staff.directory.find(text)) : this.people.of(text)));
    this.itemSpecs = Int32Array.from(items.all, (item) => this.specs.of(item.spec));
    this.itemUnits = Int32Array.from(items.all, (item) => this.units.of(item.unit));
  }

  item(index: number): Item {
    return this.registers.items.all[index]!;
  }

  /** A member of staff by name, or the name as it stands where there is no register. */
  staffName(member: number): string {
    const { staff } = this.registers;
    return staff.present ? (staff.all[member]?.name ?? '') : this.people.text(member);
  }

  /** The site a place's name means, transit, UNKNOWN or AMBIGUOUS. */
  siteAt(name: number): number {
    this.learnPlaces(name);
    return this.siteOf[name]!;
  }

  /** The party a place's name means as a place, UNKNOWN or AMBIGUOUS. */
  partyAt(name: number): number {
    this.learnPlaces(name);
    return this.partyOf[name]!;
  }

  private learnPlaces(upTo: number): void {
    const { registers, places } = this;
    for (let name = this.siteOf.length; name <= upTo; name++) {
      const text = this.placeNames.text(name);
      const site = unique(registers.sites.directory.find(text));
      this.siteOf.push(site === UNKNOWN && TRANSIT_WORDS.includes(text.toLowerCase()) ? places.transit : site);
      this.partyOf.push(unique(registers.parties.directory.find(text), places.sites));
    }
  }

  /** True where the item a word means is also the one with this specification; no specification fits every item. */
  specFits(item: number, spec: number): boolean {
    return spec < 0 || this.itemSpecs[item] === spec || this.itemSpecs[item]! < 0;
  }

  /**
   * The item a word means together with a specification and a unit, UNKNOWN or AMBIGUOUS. A code stands for itself,
   * whatever the specification says; a name that several items share is told apart by it, then by the base unit.
   */
  itemWith(value: number, spec: number, unit: number): number {
    // A value means a name of one item here: its code is checked by the caller, who has the text.
    if (value >= 0) return this.specFits(value, spec) ? value : UNKNOWN;
    if (spec < 0 || unit >= 0) return this.searchItem(value, spec, unit);
    const key = (FAULT - value) * 0x4000000 + spec;
    let found = this.specced.get(key);
    if (found === undefined) {
      found = this.searchItem(value, spec, unit);
      this.specced.set(key, found);
    }
    return found;
  }

  private searchItem(value: number, spec: number, unit: number): number {
    const named = this.registers.items.directory.find(matchable(this.items.faultText(value)));
    const exact = spec < 0 ? named : named.filter((item) => this.itemSpecs[item] === spec);
    const fitting = exact.length === 0 ? named.filter((item) => this.itemSpecs[item]! < 0) : exact;
    if (fitting.length < 2) return unique(fitting);
    const inUnit = unit < 0 ? [] : fitting.filter((item) => this.itemUnits[item] === unit);
    return inUnit.length === 1 ? inUnit[0]! : AMBIGUOUS;
  }

  /** Base units in one `unit` of an item, null where the item does not come in it. */
  factor(item: number, unit: number): Quantity | null {
    if (unit < 0 || this.itemUnits[item] === unit) return quantity(ONE);
    const key = item * 0x4000000 + unit;
    let factor = this.factors.get(key);
    if (factor === undefined) {
      factor = this.item(item).packs.get(this.units.text(unit)) ?? null;
      this.factors.set(key, factor);
    }
    return factor;
  }

  /** An amount in a unit as base units, or why there is no exact one. */
  inBaseUnits(item: number, amount: Quantity, unit: number): Quantity | QuantityFault | 'unit' {
    const factor = this.factor(item, unit);
    return factor === null ? 'unit' : convert(amount, factor);
  }
}
