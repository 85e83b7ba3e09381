// The org chart as org.yaml and the files it includes have it: what was written, each part with its place.

import type { Place } from '../../core/finding.js';
import type { SiteKind } from '../choices.js';

/** A word of the chart, as written, and where it stands. */
export interface Located<T> {
  readonly value: T;
  readonly at: Place;
}

/** How many people of a role: at least `min` and one for each `residentsEach` begun, at most `max`. */
export interface StaffingRule {
  readonly role: Located<string>;
  readonly min: number;
  readonly max: number | null;
  readonly residentsEach: number | null;
  /** Where the rule's bounds stand. */
  readonly at: Place;
}

export interface Level {
  readonly id: Located<string>;
  /** Its id where it has no name; so everywhere in the chart. */
  readonly name: string;
  /** 0 is the top. */
  readonly rank: number;
  /** How many units there should be. */
  readonly expect: Located<number> | null;
  /** Each open site of this kind has exactly one unit of the level. */
  readonly siteKind: Located<SiteKind> | null;
  readonly staffing: readonly StaffingRule[];
}

export interface Unit {
  readonly id: Located<string>;
  readonly name: string;
  /** The id of a level as written, known or not; null where there is none, which was a finding. */
  readonly level: Located<string> | null;
  readonly leader: Located<string> | null;
  readonly parent: Unit | null;
  /** 0 at the root. */
  readonly depth: number;
  /** In the order of the file. */
  readonly children: readonly Unit[];
}

/** A grid of the 1+X+N pattern: a head, members, volunteers. */
export interface Grid {
  readonly id: Located<string>;
  readonly name: string;
  readonly unit: Located<string> | null;
  readonly site: Located<string> | null;
  readonly head: Located<string> | null;
  readonly members: readonly Located<string>[];
  readonly volunteers: readonly Located<string>[];
}

export interface Team {
  readonly id: Located<string>;
  readonly name: string;
  readonly unit: Located<string> | null;
  readonly leader: Located<string> | null;
  readonly expect: Located<number> | null;
  readonly members: readonly Located<string>[];
}

export interface GridStaffing {
  readonly members: StaffingRule | null;
  readonly volunteers: StaffingRule | null;
}

export interface OrgChart {
  /** From the top down. */
  readonly levels: readonly Level[];
  /** All units, every one after its parent and before its parent's next child. */
  readonly units: readonly Unit[];
  /** By the matchable form of the id; of several with one id the first. */
  readonly unitById: ReadonlyMap<string, Unit>;
  readonly levelById: ReadonlyMap<string, Level>;
  readonly grids: readonly Grid[];
  readonly gridStaffing: GridStaffing;
  readonly teams: readonly Team[];
  /** org.yaml and what it includes, in the order in which they were read. */
  readonly files: readonly string[];
}
