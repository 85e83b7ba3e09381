// need raise|assign|escalate|resolve|reopen|cancel: one event in the life of a need, refused where it is not possible.

import { type NeedEvent, type Priority, priorities, wordsOf } from '../../book/choices.js';
import { formatDay, formatMinute, parseMinute } from '../../core/day.js';
import type { Tell } from '../../core/finding.js';
import { needTellings } from '../../core/messages/people-needs.js';
import { matchable, quoted } from '../../core/text.js';
import type { ChartPeople } from '../../people/chart.js';
import { isAbove, peopleOfChart } from '../../people/chart.js';
import { type NeedLives, replayNeeds } from '../../people/needs.js';
import { needStates, nextState, possible } from '../../people/needstate.js';
import type { Row } from '../../record/append.js';
import { Exit, UsageError } from '../exit.js';
import { siteNamed } from '../filters.js';
import { type RawOptions, textOption } from '../options.js';
import { note } from '../output.js';
import type { Session } from '../session.js';
import { unitNamed } from '../units.js';
import { missing, now } from './common.js';
import { record } from './write.js';

/** What stands before the event: the state of the need, and who has it. */
interface Before {
  readonly chart: ChartPeople | null;
  readonly lives: NeedLives;
  readonly need: number;
}

export async function needEvent(
  session: Session,
  event: NeedEvent,
  number: string | undefined,
  options: RawOptions,
): Promise<number> {
  const { book, common } = session;
  const site = textOption(options, 'site');
  const raise = event === 'raise';
  if (!raise && number === undefined) {
    const line = `taizhang need ${event} ${someNeed(session)}`;
    throw new UsageError(
      { zh: '缺少需求编号，没有写入', en: 'the number of the need is missing; nothing was written' },
      {
        zh: `例：${line}；taizhang need list 列出未办结的`,
        en: `for example: ${line}; "taizhang need list" lists those open`,
      },
    );
  }
  if (raise && site === null) throw missing([['--site', book.sites.all.at(-1)?.code ?? 'S001']]);
  const chart = peopleOfChart(book, null);
  const lives = replayNeeds(book, chart, null);
  const need = number === undefined ? -1 : book.needs.needs.of(matchable(number));
  const before: Before = { chart, lives, need };
  const unit = unitFor(session, event, before, textOption(options, 'unit'));
  const refused = refusal(session, event, before, unit);
  if (refused !== null) {
    const { message, hint } = refused(session.lang);
    note(`taizhang: ${message}`);
    note(`${session.lang === 'zh' ? '提示：' : 'hint: '}${hint}`);
    return Exit.findings;
  }
  const { day, minute } = now(book);
  const time = textOption(options, 'time');
  if (time !== null && parseMinute(matchable(time)) === null) {
    throw new UsageError(
      { zh: `--time “${quoted(time)}”不是时间`, en: `--time "${quoted(time)}" is not a time of day` },
      { zh: '写成 09:20', en: 'write 09:20' },
    );
  }
  if (time === null && common.date !== null && common.date !== day) throw missing([['--time', '09:20']]);
  const on = common.date ?? day;
  const row: Row = {
    time: `${formatDay(on)} ${time === null ? formatMinute(minute) : matchable(time).padStart(5, '0')}`,
    ...(number === undefined ? {} : { need: matchable(number) }),
    event,
    ...(site === null ? {} : { site: book.sites.all[siteNamed(book, site)]!.code }),
    ...(unit < 0 ? {} : { unit: book.units.id(unit) }),
    ...given(options),
  };
  const series = raise && number === undefined ? { series: 'XQ' } : {};
  return await record(session, `need ${event}`, [
    { ledger: 'needs', day: on, rows: [written(session, row)], ...series },
  ]);
}

/** In a Chinese book events and priorities are written in its words. */
function written({ lang }: Session, row: Row): Row {
  if (lang !== 'zh') return row;
  const { event = '', priority = '' } = row;
  const events = { raise: '提出', assign: '交办', escalate: '上报', resolve: '办结', reopen: '重开', cancel: '撤销' };
  const found = Object.entries(events).find(([name]) => name === event);
  const urgency = wordsOf(priorities).get(priority);
  return {
    ...row,
    event: found?.[1] ?? event,
    ...(urgency === undefined ? {} : { priority: priorities[urgency][0] }),
  };
}

function given(options: RawOptions): Row {
  const row: Record<string, string> = {};
  for (const column of ['person', 'category', 'by', 'note'] as const) {
    const text = textOption(options, column);
    if (text !== null) row[column] = text;
  }
  const priority = textOption(options, 'priority');
  if (priority === null) return row;
  const found: Priority | undefined = wordsOf(priorities).get(matchable(priority).toLowerCase());
  if (found === undefined) {
    throw new UsageError(
      { zh: `没有“${quoted(priority)}”这种紧急程度`, en: `there is no priority "${quoted(priority)}"` },
      { zh: '可用：常规、紧急、特急', en: 'use routine, urgent or critical' },
    );
  }
  return { ...row, priority: found };
}

/** Where nobody says: given out to the unit of the site, escalated to the unit above. */
function unitFor(session: Session, event: NeedEvent, { chart, lives, need }: Before, text: string | null): number {
  if (text !== null) return session.book.org === null ? session.book.units.find(text) : unitNamed(session, text);
  const holder = need < 0 ? -1 : (lives.holder[need] ?? -1);
  if (chart === null || holder < 0) return -1;
  if (event === 'escalate') return chart.parentOf[holder]!;
  return event === 'assign' ? holder : -1;
}

/** An event that makes no sense is not written: what is wrong, and what can be done. */
function refusal({ book }: Session, event: NeedEvent, { chart, lives, need }: Before, unit: number): Tell | null {
  const state = needStates[need < 0 ? 0 : (lives.state[need] ?? 0)] ?? 'none';
  const name = need < 0 ? '' : quoted(book.needs.needs.text(need));
  if (nextState(state, event) === null) {
    return needTellings.transition({ need: name, event, state, possible: possible(state), recorded: false });
  }
  const holder = need < 0 ? -1 : (lives.holder[need] ?? -1);
  if (event !== 'escalate' || chart === null || holder < 0) return null;
  if (unit >= 0 && isAbove(chart, unit, holder)) return null;
  const above = chart.parentOf[holder]!;
  return needTellings.escalation({
    need: name,
    holder: quoted(book.units.name(holder)),
    to: unit < 0 ? '' : quoted(book.units.name(unit)),
    above: above < 0 ? '' : quoted(book.units.name(above)),
  });
}

function someNeed({ book: { needs } }: Session): string {
  return needs.length === 0 ? 'XQ20220112-001' : needs.needs.text(needs.need.data[needs.length - 1]!);
}
