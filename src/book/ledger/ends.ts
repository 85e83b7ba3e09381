// Where a movement comes from and where it goes: which places may stand at each end of each kind, and what is said
// where another does.

import { movementTellings } from '../../core/messages/movement.js';
import { quoted } from '../../core/text.js';
import { movementKinds } from '../choices.js';
import { End, fromOf, kindNames, toOf } from '../movement.js';
import { EMPTY, FAULT, UNKNOWN } from '../vocabulary.js';
import type { RowReport } from './report.js';
import type { Resolver } from './resolver.js';
import { S } from './stockrows.js';

export class MovementEnds {
  /** By kind of end and spelling: the place, looked up once. Sparse, since spellings of other columns count along. */
  private readonly known: readonly number[][] = Object.values(End).map(() => []);

  constructor(private readonly resolver: Resolver) {}

  /** The place that may stand at this end; FAULT where none or another does. */
  place(end: End, name: number): number {
    if (name === EMPTY) return end === End.none ? EMPTY : FAULT;
    const known = this.known[end]!;
    const place = known[name];
    if (place !== undefined) return place;
    const found = this.findEnd(end, name);
    known[name] = found;
    return found;
  }

  private findEnd(end: End, name: number): number {
    const { resolver } = this;
    if (end === End.none) return FAULT;
    if (end === End.party) return resolver.registers.parties.present ? resolver.partyAt(name) : this.freeText(name);
    const site = resolver.siteAt(name);
    if (end === End.siteOrParty) {
      const party = resolver.partyAt(name);
      if (site === UNKNOWN) return party;
      return party === UNKNOWN && site !== resolver.places.transit ? site : FAULT;
    }
    return end === End.site && site === resolver.places.transit ? FAULT : site;
  }

  private freeText(name: number): number {
    return this.resolver.places.freeText(this.resolver.placeNames.text(name));
  }

  /** Both ends of a movement; null where one is missing, unknown or does not fit the kind. */
  read(report: RowReport, kind: number | null, fromName: number, toName: number): [number | null, number | null] {
    const from = this.endCell(report, kind, kind === null ? End.any : fromOf[kind]!, S.from, fromName);
    const to = this.endCell(report, kind, kind === null ? End.any : toOf[kind]!, S.to, toName);
    if (from !== null && from >= 0 && from === to) {
      report.add('stock/direction', S.to, movementTellings.sameEnds({ text: quoted(report.raw(S.to)) }));
    }
    return [from, to];
  }

  private endCell(report: RowReport, kind: number | null, end: End, column: number, name: number): number | null {
    const { resolver } = this;
    const { places, registers } = resolver;
    const words = {
      kind: kind === null ? '' : kindNames[kind]!,
      kindZh: kind === null ? '' : movementKinds[kindNames[kind]!][0],
    };
    const isFrom = column === S.from;
    if (name === EMPTY) {
      if (end === End.none || end === End.any) return EMPTY;
      const tell = isFrom ? movementTellings.fromMissing(words) : movementTellings.toMissing(words);
      report.add('stock/direction', column, tell);
      return null;
    }
    const site = resolver.siteAt(name);
    const party = resolver.partyAt(name);
    const misplaced = (): null => {
      const args = { ...words, text: quoted(report.raw(column)) };
      const tell = isFrom ? movementTellings.fromUnexpected(args) : movementTellings.toUnexpected(args);
      report.add('stock/direction', column, tell);
      return null;
    };
    if (end === End.none) return misplaced();
    const free = !registers.parties.present && isFrom && (end === End.party || end === End.any);
    if (end === End.party) {
      if (free) return this.freeText(name);
      if (party >= 0) return party;
      if (party === UNKNOWN && site !== UNKNOWN) return misplaced();
      report.party(column, party !== UNKNOWN);
      return null;
    }
    if (site === places.transit) return end === End.siteOrTransit || end === End.any ? site : misplaced();
    if (end === End.site || end === End.siteOrTransit) {
      if (site >= 0) return site;
      if (site === UNKNOWN && party !== UNKNOWN) return misplaced();
      report.site(column, site !== UNKNOWN);
      return null;
    }
    if (site >= 0 && party === UNKNOWN) return site;
    if (party >= 0 && site === UNKNOWN) return party;
    if (site === UNKNOWN && party === UNKNOWN) {
      if (free) return this.freeText(name);
      report.site(column, false);
      return null;
    }
    const both = [...registers.sites.directory.find(resolver.placeNames.text(name)).map((index) => places.code(index))];
    for (const index of registers.parties.directory.find(resolver.placeNames.text(name))) {
      both.push(places.code(places.sites + index));
    }
    report.ambiguous(column, both);
    return null;
  }

  /** The sites whose stock an unsound row may have changed; null where that may be any. */
  sitesTouched(kind: number | null, from: number | null, to: number | null): number[] | null {
    const { places } = this.resolver;
    const sites: number[] = [];
    const open = (end: End | null): boolean => end !== End.none && end !== End.party;
    for (const [place, end] of [
      [from, kind === null ? null : fromOf[kind]!],
      [to, kind === null ? null : toOf[kind]!],
    ] as const) {
      if (place === null) {
        if (open(end)) return null;
      } else if (places.isSite(place)) sites.push(place);
    }
    return sites;
  }
}
