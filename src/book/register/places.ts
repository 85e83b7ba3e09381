// sites.csv and parties.csv: where goods are kept and go, and who sends and receives them from outside.

import type { Day } from '../../core/day.js';
import type { Finding, Place } from '../../core/finding.js';
import { namingTellings } from '../../core/messages/naming.js';
import { saying } from '../../core/messages/telling.js';
import { quoted } from '../../core/text.js';
import type { Workspace } from '../../source/workspace.js';
import { type PartyKind, partyKinds, type SiteKind, siteKinds } from '../choices.js';
import { Directory } from './directory.js';
import { registerRows } from './rows.js';

export interface Site {
  readonly code: string;
  readonly name: string;
  readonly kind: SiteKind;
  /** Code of an org unit as written; resolved against org.yaml by those who need it. */
  readonly unit: string;
  /** Is stock kept here? */
  readonly tracked: boolean;
  /** Must it sign for what is sent to it? */
  readonly signs: boolean;
  readonly servedBy: string;
  readonly capacity: number | null;
  readonly opened: Day | null;
  readonly closed: Day | null;
  readonly address: string;
  readonly at: Place;
  readonly unitAt: Place;
  readonly sound: boolean;
}

export interface Sites {
  readonly all: readonly Site[];
  readonly directory: Directory;
  readonly present: boolean;
  readonly readable: boolean;
}

export interface Party {
  readonly code: string;
  readonly name: string;
  readonly kind: PartyKind;
  readonly at: Place;
  readonly sound: boolean;
}

export interface Parties {
  readonly all: readonly Party[];
  readonly directory: Directory;
  readonly present: boolean;
  readonly readable: boolean;
}

export const declaredHere = saying({ zh: () => '先登记在这里', en: () => 'declared here first' });

export function readSites(workspace: Workspace): { readonly value: Sites; readonly findings: Finding[] } {
  const { rows, findings, present, readable } = registerRows(workspace, 'sites');
  const all: Site[] = [];
  const directory = new Directory();
  const served: { readonly index: number; readonly row: (typeof rows)[number] }[] = [];
  for (const row of rows) {
    const code = row.required('site');
    const name = row.required('name');
    row.required('kind');
    const kind = row.choice('kind', siteKinds) ?? 'other';
    const site: Site = {
      code,
      name,
      kind,
      unit: row.text('unit'),
      tracked: row.flag('tracked', kind === 'depot'),
      signs: row.flag('signs', false),
      servedBy: row.text('served_by'),
      capacity: row.whole('capacity'),
      opened: row.day('opened'),
      closed: row.day('closed'),
      address: row.raw('address').trim(),
      at: row.place('site'),
      unitAt: row.place('unit'),
      sound: row.sound,
    };
    const twin = directory.code(code);
    if (code === '') {
      // Without a code nobody can name the row.
    } else if (twin !== undefined) {
      const related = [{ at: all[twin]!.at, tell: declaredHere }];
      row.report('id/duplicate', 'site', namingTellings.duplicateCode({ code: quoted(code) }), related);
    } else {
      const index = all.push(site) - 1;
      directory.addCode(code, index);
      directory.addName(name, index);
      if (site.servedBy !== '') served.push({ index, row });
    }
  }
  for (const { index, row } of served) {
    const text = all[index]!.servedBy;
    const found = directory.find(text);
    if (found.length === 1) continue;
    if (found.length === 0) {
      const tell = namingTellings.unknownSite({ text: quoted(text), nearest: directory.suggest(text) });
      row.report('ref/site', 'served_by', tell);
    } else {
      const candidates = found.map((one) => all[one]!.code);
      row.report('ref/ambiguous', 'served_by', namingTellings.ambiguous({ text: quoted(text), candidates }));
    }
  }
  for (const row of rows) findings.push(...row.findings);
  return { value: { all, directory, present, readable }, findings };
}

export function readParties(workspace: Workspace): { readonly value: Parties; readonly findings: Finding[] } {
  const { rows, findings, present, readable } = registerRows(workspace, 'parties');
  const all: Party[] = [];
  const directory = new Directory();
  for (const row of rows) {
    const code = row.required('party');
    const name = row.required('name');
    row.required('kind');
    const kind = row.choice('kind', partyKinds) ?? 'other';
    const twin = directory.code(code);
    if (twin !== undefined) {
      const related = [{ at: all[twin]!.at, tell: declaredHere }];
      row.report('id/duplicate', 'party', namingTellings.duplicateCode({ code: quoted(code) }), related);
    } else if (code !== '') {
      const index = all.push({ code, name, kind, at: row.place('party'), sound: row.sound }) - 1;
      directory.addCode(code, index);
      directory.addName(name, index);
    }
    findings.push(...row.findings);
  }
  return { value: { all, directory, present, readable }, findings };
}
