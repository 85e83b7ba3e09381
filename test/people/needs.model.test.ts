// Random lives of needs, held to a naive model that keeps one object a need and reads the events in order.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choicesOf, type NeedEvent, needEvents } from '../../src/book/choices.js';
import { addDays, type Day, formatDay, formatMinute, parseDay } from '../../src/core/day.js';
import { needStates } from '../../src/people/needstate.js';
import { countNeeds, openNeeds } from '../../src/people/openneeds.js';
import { checkedBook, found } from './book.js';

const first = parseDay('2022-01-10') ?? (0 as Day);
const units = ['', 'HQ', 'B1', 'B2', 'G1', 'G2'];
const parents: Readonly<Record<string, string>> = { B1: 'HQ', B2: 'HQ', G1: 'B1', G2: 'B2' };
const unitOfSite: Readonly<Record<string, string>> = { S1: 'G1', S2: 'G2', S3: '' };
const hours: Readonly<Record<string, number>> = { routine: 24, urgent: 12, critical: 4 };

interface Row {
  readonly minute: number;
  readonly need: string;
  readonly event: NeedEvent;
  readonly site: string;
  readonly priority: string;
  readonly unit: string;
}

const row: fc.Arbitrary<Omit<Row, 'minute'>> = fc.record({
  need: fc.constantFrom('X1', 'X2', 'X3'),
  event: fc.constantFrom(...choicesOf(needEvents)),
  site: fc.constantFrom('', 'S1', 'S2', 'S3'),
  priority: fc.constantFrom('', 'routine', 'urgent', 'critical'),
  unit: fc.constantFrom(...units),
});

/** Every event in a minute of its own: which of one minute comes first is another matter. */
const rows: fc.Arbitrary<Row[]> = fc
  .uniqueArray(fc.nat(4 * 1440 - 1), { maxLength: 25 })
  .chain((minutes) => fc.tuple(...minutes.map((minute) => row.map((one) => ({ ...one, minute })))));

interface Life {
  state: string;
  opened: number;
  priority: string;
  site: string;
  holder: string;
}

function above(unit: string): string[] {
  const parent = parents[unit];
  return parent === undefined ? [] : [parent, ...above(parent)];
}

/** The rules as they are written, one after the other. */
function model(events: readonly Row[], until: number) {
  const lives = new Map<string, Life>();
  let transitions = 0;
  let escalations = 0;
  for (const one of [...events].sort((a, b) => a.minute - b.minute)) {
    if (one.minute >= until) continue;
    const life = lives.get(one.need) ?? { state: 'none', opened: -1, priority: 'routine', site: '', holder: '' };
    lives.set(one.need, life);
    const may =
      one.event === 'raise'
        ? life.state === 'none'
        : one.event === 'reopen'
          ? life.state === 'resolved' || life.state === 'cancelled'
          : life.state === 'open';
    if (!may) {
      transitions++;
      continue;
    }
    if (one.site !== '') life.site = one.site;
    if (one.priority !== '') life.priority = one.priority;
    if (one.event === 'raise' || one.event === 'reopen') {
      life.state = 'open';
      life.opened = one.minute;
    }
    if (one.event === 'resolve') life.state = 'resolved';
    if (one.event === 'cancel') life.state = 'cancelled';
    if (one.event === 'escalate') {
      const to = one.unit !== '' ? one.unit : life.holder === '' ? '' : (parents[life.holder] ?? '');
      if (life.holder !== '' && !above(life.holder).includes(to)) escalations++;
      if (to !== '') life.holder = to;
    } else if (one.unit !== '') life.holder = one.unit;
    if (life.holder === '' && life.site !== '') life.holder = unitOfSite[life.site] ?? '';
  }
  return { lives, transitions, escalations };
}

function csv(events: readonly Row[]): string[] {
  return [
    'time,need,event,site,priority,unit',
    ...events.map(({ minute, need, event, site, priority, unit }) => {
      const at = `${formatDay(addDays(first, Math.floor(minute / 1440)))} ${formatMinute(minute % 1440)}`;
      return [at, need, event, site, priority, unit].join(',');
    }),
  ];
}

const chart = {
  'org.yaml': [
    'levels: [{level: hq}, {level: branch}, {level: group}]',
    'units:',
    '  - id: HQ',
    '    level: hq',
    '    units:',
    '      - {id: B1, level: branch, units: [{id: G1, level: group}]}',
    '      - {id: B2, level: branch, units: [{id: G2, level: group}]}',
  ],
  'sites.csv': ['site,name,kind,unit', 'S1,one,other,G1', 'S2,two,other,G2', 'S3,three,other,'],
};

test('replay is the model, whatever the order and the files of the rows', () => {
  fc.assert(
    fc.property(rows, fc.nat(3), fc.infiniteStream(fc.nat(1_000)), fc.nat(25), (events, day, keys, cut) => {
      const shuffled = events
        .map((event) => ({ event, key: keys.next().value ?? 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ event }) => event);
      const date = formatDay(addDays(first, day));
      const checked = checkedBook(
        {
          ...chart,
          'needs/a.csv': csv(shuffled.slice(0, cut)),
          'needs/b.csv': csv(shuffled.slice(cut)),
        },
        date,
      );
      const until = (day + 1) * 1440;
      const expected = model(events, until);
      const { people, book } = checked;
      const lives = people.needs;
      if (lives === null || checked.day === null) throw new Error('no needs');
      for (const [need, life] of expected.lives) {
        const id = book.needs.needs.of(need);
        expect(needStates[lives.state[id]!]).toBe(life.state);
        if (life.state === 'none') continue;
        expect(book.units.id(lives.holder[id]!)).toBe(life.holder);
      }
      const open = [...expected.lives.values()].filter(({ state }) => state === 'open');
      const late = open.filter(({ opened, priority }) => until - opened > (hours[priority] ?? 0) * 60);
      const counts = countNeeds(book, lives, checked.day, checked.day);
      expect(counts.open).toBe(open.length);
      expect(counts.overdue).toBe(late.length);
      expect(openNeeds(book, lives, people.chart, checked.day)).toHaveLength(open.length);
      const codes = found(checked).map((line) => line.split(' ')[1]);
      const number = (code: string) => codes.filter((one) => one === code).length;
      expect(number('need/transition')).toBe(expected.transitions);
      expect(number('need/escalation')).toBe(expected.escalations);
      expect(number('need/overdue')).toBe(late.length);
    }),
    { numRuns: 150 },
  );
});

test('in one minute too, the order of rows decides nothing', () => {
  const crowded = fc.array(
    row.chain((one) => fc.nat(2).map((minute) => ({ ...one, minute }))),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(crowded, (events) => {
      const tell = (list: readonly Row[]) => {
        const checked = checkedBook({ ...chart, 'needs/a.csv': csv(list) }, '2022-01-10');
        const { people, book } = checked;
        const states = ['X1', 'X2', 'X3'].map((need) => people.needs?.state[book.needs.needs.of(need)] ?? 0);
        return { states, faults: people.needs?.transitionFaults.length };
      };
      expect(tell([...events].reverse())).toEqual(tell(events));
    }),
    { numRuns: 100 },
  );
});
