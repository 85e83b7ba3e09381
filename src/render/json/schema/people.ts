// The JSON Schemas of the answers about people: chart, coverage, roster, roll-call, needs, the morning brief.

import { choicesOf, needEvents, priorities } from '../../../book/choices.js';
import { needStates } from '../../../people/needstate.js';
import { count, day, flag, type JsonSchema, listOf, objectOf, oneOf, orNull, text, time, whole } from './parts.js';

const moment: JsonSchema = { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-2][0-9]:[0-5][0-9]$' };

export const needFigures = objectOf({
  raised: count,
  resolved: count,
  open: count,
  raisedTotal: count,
  resolvedTotal: count,
  overdue: count,
});

const figures = { onDuty: count, sites: count, uncovered: count };
export const staffFigures = objectOf(figures);

const openKeys = {
  need: text,
  site: orNull(text),
  category: text,
  priority: oneOf(...choicesOf(priorities)),
  raised: moment,
  due: moment,
  overdue: flag,
  unit: orNull(text),
  escalations: count,
  act: objectOf({ action: oneOf('assign', 'resolve', 'escalate'), unit: orNull(text), leader: orNull(text) }),
};
const openNeed = objectOf(openKeys);

const coverage = objectOf({
  site: text,
  chain: listOf(objectOf({ unit: text, leader: orNull(text) })),
  residents: orNull(count),
  onShift: count,
  tonight: listOf(text),
  alone: orNull({ type: 'string', pattern: '^[0-2][0-9]:[0-5][0-9]$' }),
  status: oneOf('covered', 'gap', 'no-unit', 'no-shift'),
});

const staffAnswer = {
  staff: orNull(staffFigures),
  coverage: listOf(coverage),
  gridGaps: listOf(
    objectOf({ grid: text, part: oneOf('head', 'members', 'volunteers'), have: count, required: count }),
  ),
};

const unit = objectOf({
  id: text,
  name: text,
  level: orNull(text),
  parent: orNull(text),
  depth: count,
  leader: orNull(text),
  people: count,
  sites: listOf(text),
  strength: listOf(objectOf({ role: text, have: count, required: count, max: orNull(whole), ok: flag })),
});

export const peopleParts = {
  'report needs': {
    needs: orNull(needFigures),
    categories: listOf(objectOf({ category: text, raised: count, resolved: count, open: count })),
    open: listOf(openNeed),
  },
  'report staff': staffAnswer,
  'report brief': {
    needs: orNull(needFigures),
    open: listOf(openNeed),
    staff: orNull(staffFigures),
    problems: listOf(objectOf({ code: text, severity: oneOf('error', 'warning'), count })),
    ahead: orNull(objectOf({ date: day, ...figures })),
  },
  org: {
    levels: listOf(objectOf({ level: text, name: text, expect: orNull(count), have: count })),
    units: listOf(unit),
    grids: listOf(
      objectOf({
        id: text,
        name: text,
        unit: orNull(text),
        site: orNull(text),
        head: orNull(text),
        members: count,
        volunteers: count,
      }),
    ),
    teams: listOf(objectOf({ id: text, name: text, leader: orNull(text), expect: orNull(count), have: count })),
  },
  'org show': {
    unit,
    above: listOf(text),
    members: listOf(objectOf({ staff: text, name: text, roles: listOf(text), phone: orNull(text), leads: flag })),
  },
  'org coverage': staffAnswer,
  roster: {
    staff: orNull(staffFigures),
    roster: listOf(objectOf({ site: text, start: time, end: time, staff: text, name: text, task: text })),
    uncovered: listOf(text),
  },
  rollcall: {
    lists: listOf(
      objectOf({
        list: text,
        total: count,
        reached: count,
        moved: count,
        left: listOf(objectOf({ person: text, last: moment, by: orNull(text), calls: count })),
        first: moment,
        last: moment,
      }),
    ),
  },
  'need list': { needs: listOf(objectOf({ ...openKeys, person: orNull(text) })) },
  'need show': {
    need: text,
    state: oneOf(...needStates),
    site: orNull(text),
    person: orNull(text),
    category: text,
    unit: orNull(text),
    open: orNull(openNeed),
    events: listOf(
      objectOf({ time: moment, event: oneOf(...choicesOf(needEvents)), unit: orNull(text), by: orNull(text) }),
    ),
  },
} satisfies Readonly<Record<string, Readonly<Record<string, JsonSchema>>>>;
