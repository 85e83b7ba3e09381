// Checks of residents’ needs: steps that are not possible, clocks that have run out, escalations to the wrong door.

import { N, needEventNames, priorityNames } from '../book/ledger/needs.js';
import { MINUTES_A_DAY } from '../core/day.js';
import type { Finding } from '../core/finding.js';
import { needTellings } from '../core/messages/people-needs.js';
import { priorityWords } from '../core/messages/report.js';
import { quoted } from '../core/text.js';
import { leaderName } from '../people/chart.js';
import { possible } from '../people/needstate.js';
import { overdueNeeds } from '../people/openneeds.js';
import type { CheckInput, Family } from './check.js';
import { unitTitle } from './people-words.js';

function transition({ book, people: { needs: lives } }: CheckInput): Finding[] {
  const { needs } = book;
  return (lives?.transitionFaults ?? []).map(({ row, state }) => ({
    code: 'need/transition',
    at: needs.cellPlace(row, N.event),
    tell: needTellings.transition({
      need: quoted(needs.needs.text(needs.need.data[row]!)),
      event: needEventNames[needs.event.data[row]!]!,
      state,
      possible: possible(state),
      recorded: true,
    }),
    related: [],
  }));
}

function overdue({ book, people: { needs: lives, day, chart } }: CheckInput): Finding[] {
  if (lives === null || day === null) return [];
  const { needs, settings } = book;
  return overdueNeeds(book, lives, day).map((need) => {
    const priority = priorityNames[lives.priority[need]!] ?? 'routine';
    const holder = lives.holder[need]!;
    return {
      code: 'need/overdue',
      at: needs.cellPlace(lives.openedRow[need]!, N.need),
      tell: needTellings.overdue({
        need: quoted(needs.needs.text(need)),
        age: (day + 1) * MINUTES_A_DAY - lives.opened[need]!,
        hours: settings.policy.needHours[priority],
        priority: priorityWords[priority],
        unit: quoted(book.units.name(holder)),
        leader: chart === null || holder < 0 ? '' : quoted(leaderName(book, chart, holder)),
      }),
      related: [],
    };
  });
}

function escalation({ book, people: { needs: lives, chart } }: CheckInput): Finding[] {
  if (lives === null || chart === null) return [];
  const { needs } = book;
  return lives.escalationFaults.map(({ row, holder }) => {
    const to = needs.unit.data[row]!;
    const above = chart.parentOf[holder]!;
    return {
      code: 'need/escalation',
      at: needs.cellPlace(row, to < 0 ? N.event : N.unit),
      tell: needTellings.escalation({
        need: quoted(needs.needs.text(needs.need.data[row]!)),
        holder: unitTitle(chart, holder),
        to: to < 0 ? '' : unitTitle(chart, to),
        above: above < 0 ? '' : unitTitle(chart, above),
      }),
      related: [],
    };
  });
}

export const needChecks: Family = {
  'need/transition': transition,
  'need/overdue': overdue,
  'need/escalation': escalation,
};
