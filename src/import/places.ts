// Which site or party a text means, and the parties that would be registered for those nobody knows.

import type { Book } from '../book/book.js';
import { type PartyKind, TRANSIT_WORDS } from '../book/choices.js';
import type { Words } from '../core/lang.js';
import { importReasons } from '../core/messages/import-reasons.js';
import { nearest } from '../core/nearest.js';
import { cleanText, nameKey } from './text.js';

export type FoundPlace =
  | { readonly ok: true; readonly code: string }
  | { readonly ok: false; readonly reason: Words; readonly unknown: boolean };

export interface NewParty {
  readonly code: string;
  readonly name: string;
  readonly kind: PartyKind;
}

export class PlaceFinder {
  readonly proposed: NewParty[] = [];
  private readonly sites = new Map<string, Set<string>>();
  private readonly parties = new Map<string, Set<string>>();
  private readonly answers = new Map<PartyKind | null, Map<string, FoundPlace>>();
  /** The only depot of the book, null where there are several or none. */
  readonly onlyDepot: string | null;
  private next = 1;

  constructor(
    private readonly book: Book,
    private readonly create: boolean,
    private readonly partyKind: PartyKind | null,
  ) {
    for (const { code, name } of book.sites.all) learn(this.sites, code, name);
    for (const { code, name } of book.parties.all) learn(this.parties, code, name);
    const depots = book.sites.all.filter(({ kind }) => kind === 'depot');
    this.onlyDepot = depots.length === 1 ? (depots[0]?.code ?? null) : null;
  }

  site(text: string): FoundPlace {
    const codes = [...(this.sites.get(nameKey(text)) ?? [])];
    return this.one(codes, text, false);
  }

  /** A site or a party; `asParty` says what a new one would be, null where no party may stand. */
  place(text: string, asParty: PartyKind | null): FoundPlace {
    let known = this.answers.get(asParty);
    if (known === undefined) {
      known = new Map();
      this.answers.set(asParty, known);
    }
    let answer = known.get(text);
    if (answer === undefined) {
      answer = this.search(text, asParty);
      known.set(text, answer);
    }
    return answer;
  }

  private search(text: string, asParty: PartyKind | null): FoundPlace {
    const key = nameKey(text);
    if (TRANSIT_WORDS.includes(key.toLowerCase())) return { ok: true, code: 'transit' };
    const codes = [...(this.sites.get(key) ?? []), ...(asParty === null ? [] : (this.parties.get(key) ?? []))];
    if (codes.length > 0 || asParty === null) return this.one(codes, text, asParty !== null);
    if (this.create) return { ok: true, code: this.propose(text, this.partyKind ?? asParty) };
    // While nobody keeps a register of parties, where goods came from is free text.
    if (!this.book.parties.present && asParty === 'donor') return { ok: true, code: cleanText(text) };
    return this.one([], text, true);
  }

  private one(codes: readonly string[], text: string, creates: boolean): FoundPlace {
    const [code] = codes;
    if (codes.length === 1 && code !== undefined) return { ok: true, code };
    if (codes.length > 1)
      return { ok: false, unknown: false, reason: importReasons.placeSeveral({ candidates: codes }) };
    const names = [...this.book.sites.all, ...(creates ? this.book.parties.all : [])].map(({ name }) => name);
    return { ok: false, unknown: true, reason: importReasons.place({ near: nearest(text, names), creates }) };
  }

  private propose(text: string, kind: PartyKind): string {
    let code: string;
    do code = `DW${String(this.next++).padStart(4, '0')}`;
    while (this.parties.has(nameKey(code)) || this.sites.has(nameKey(code)));
    const name = cleanText(text);
    this.proposed.push({ code, name, kind });
    learn(this.parties, code, name);
    return code;
  }
}

function learn(into: Map<string, Set<string>>, code: string, name: string): void {
  for (const key of [nameKey(code), nameKey(name)]) {
    if (key === '') continue;
    const codes = into.get(key);
    if (codes === undefined) into.set(key, new Set([code]));
    else codes.add(code);
  }
}
