// Checks of the org chart: levels, leaders, strength, grids, teams, and the sites that units answer for.

import { AMBIGUOUS, UNKNOWN } from '../book/vocabulary.js';
import type { Finding } from '../core/finding.js';
import { orgTellings } from '../core/messages/people-org.js';
import { saying } from '../core/messages/telling.js';
import { matchable, quoted } from '../core/text.js';
import { gridGaps, isOff, teamSize } from '../people/strength.js';
import type { CheckInput, Family } from './check.js';
import { siteTitle, unitTitle } from './people-words.js';

function level({ people }: CheckInput): Finding[] {
  const chart = people.chart;
  if (chart === null) return [];
  const { levels, units } = chart.chart;
  const found: Finding[] = [];
  for (const [index, unit] of units.entries()) {
    if (unit.level === null) continue;
    const of = chart.levelOf[index]!;
    const parent = chart.parentOf[index]!;
    const above = parent < 0 ? -1 : chart.levelOf[parent]!;
    const at = unit.level.at;
    if (of < 0) {
      const known = levels.map(({ id }) => quoted(id.value));
      const tell = orgTellings.unknownLevel({ level: quoted(unit.level.value), known });
      found.push({ code: 'org/level', at, tell, related: [] });
    } else if (above >= of) {
      const tell = orgTellings.level({
        unit: unitTitle(chart, index),
        level: quoted(levels[of]!.name),
        parent: unitTitle(chart, parent),
        parentLevel: quoted(levels[above]!.name),
      });
      found.push({ code: 'org/level', at, tell, related: [] });
    }
  }
  return found;
}

function leader({ book, people: { chart } }: CheckInput): Finding[] {
  if (chart === null || !book.staff.present || !book.staff.readable) return [];
  const found: Finding[] = [];
  for (const [index, unit] of chart.chart.units.entries()) {
    if (unit.leader === null) continue;
    const { value, at } = unit.leader;
    const member = chart.leaderOf[index]!;
    if (member === UNKNOWN) {
      const nearest = book.staff.directory.suggest(matchable(value));
      const tell = orgTellings.leaderUnknown({ unit: unitTitle(chart, index), leader: quoted(value), nearest });
      found.push({ code: 'org/leader', at, tell, related: [] });
    } else if (member >= 0) {
      const { name, unit: registered, unitAt } = book.staff.all[member]!;
      const of = registered === '' ? index : book.units.find(registered);
      // A unit that is not in the chart is reported where it is written.
      if (of === index || of === UNKNOWN || of === AMBIGUOUS) continue;
      const tell = orgTellings.leaderElsewhere({
        unit: unitTitle(chart, index),
        leader: quoted(name),
        registered: unitTitle(chart, of),
      });
      const there = saying({ zh: () => '登记在这里', en: () => 'registered here' });
      found.push({ code: 'org/leader', at, tell, related: [{ at: unitAt, tell: there }] });
    }
  }
  return found;
}

function staffing({ people: { chart, strength } }: CheckInput): Finding[] {
  if (chart === null) return [];
  return strength.filter(isOff).map((line) => ({
    code: 'org/staffing',
    at: chart.chart.units[line.unit]!.id.at,
    tell: orgTellings.staffing({
      unit: unitTitle(chart, line.unit),
      role: quoted(line.rule.role.value),
      have: line.have,
      required: line.required,
      max: line.rule.max,
      residents: line.residents,
    }),
    related: [{ at: line.rule.at, tell: saying({ zh: () => '这一层的要求', en: () => 'what the level asks for' }) }],
  }));
}

function expected({ people: { chart } }: CheckInput): Finding[] {
  return (chart?.chart.levels ?? []).flatMap(({ name, expect }, index): Finding[] => {
    const have = chart === null ? 0 : chart.levelOf.reduce((sum, of) => sum + (of === index ? 1 : 0), 0);
    if (expect === null || have === expect.value) return [];
    const tell = orgTellings.expected({ level: quoted(name), have, expect: expect.value });
    return [{ code: 'org/expected', at: expect.at, tell, related: [] }];
  });
}

function grid({ book: { org } }: CheckInput): Finding[] {
  if (org === null) return [];
  return gridGaps(org.grids, org.gridStaffing).map(({ grid, part, have, rule }) => ({
    code: 'org/grid',
    at: grid.id.at,
    tell: orgTellings.grid({ grid: quoted(grid.name), part, have, min: rule?.min ?? 1, max: rule?.max ?? null }),
    related: [],
  }));
}

function team({ book: { org } }: CheckInput): Finding[] {
  return (org?.teams ?? []).flatMap((one): Finding[] => {
    const have = teamSize(one);
    if (one.expect === null || have === one.expect.value) return [];
    const tell = orgTellings.team({ team: quoted(one.name), have, expect: one.expect.value });
    return [{ code: 'org/team', at: one.expect.at, tell, related: [] }];
  });
}

function siteUncovered({ book, people: { chart, siteGaps } }: CheckInput): Finding[] {
  if (chart === null || siteGaps === null) return [];
  const { levels, units } = chart.chart;
  const bare = siteGaps.bare.map(({ site, level }): Finding => {
    const unit = chart.unitOfSite[site]!;
    const tell = orgTellings.siteBare({
      site: siteTitle(book, site),
      level: quoted(levels[level]!.name),
      unit: unit < 0 ? '' : unitTitle(chart, unit),
    });
    return { code: 'org/site-uncovered', at: book.sites.all[site]!.unitAt, tell, related: [] };
  });
  const idle = siteGaps.idle.map(({ unit, level }): Finding => {
    const tell = orgTellings.unitIdle({ unit: unitTitle(chart, unit), level: quoted(levels[level]!.name) });
    return { code: 'org/site-uncovered', at: units[unit]!.id.at, tell, related: [] };
  });
  return [...bare, ...idle];
}

function siteShared({ book, people: { chart, siteGaps } }: CheckInput): Finding[] {
  if (chart === null || siteGaps === null) return [];
  const earlier = saying({ zh: () => '先写这个组织的点位', en: () => 'the site that names it first' });
  return siteGaps.shared.map(({ site, first, unit }) => ({
    code: 'org/site-shared',
    at: book.sites.all[site]!.unitAt,
    tell: orgTellings.siteShared({
      site: siteTitle(book, site),
      first: siteTitle(book, first),
      unit: unitTitle(chart, unit),
    }),
    related: [{ at: book.sites.all[first]!.unitAt, tell: earlier }],
  }));
}

export const orgChecks: Family = {
  'org/level': level,
  'org/leader': leader,
  'org/staffing': staffing,
  'org/expected': expected,
  'org/grid': grid,
  'org/team': team,
  'org/site-uncovered': siteUncovered,
  'org/site-shared': siteShared,
};
