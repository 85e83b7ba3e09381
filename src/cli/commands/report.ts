// taizhang report NAME: one report, for people or for programs.

import { nearest } from '../../core/nearest.js';
import { partsOf } from '../../render/json/envelope.js';
import { briefData, briefDocument } from '../../report/brief.js';
import { cardData, cardDocument, stockCard } from '../../report/card.js';
import { dailyData, dailyDocument } from '../../report/daily.js';
import { deliveriesData, deliveriesDocument } from '../../report/deliveries.js';
import { movementData, movementRows, movementsData, movementsDocument } from '../../report/movements.js';
import { needsData, needsDocument } from '../../report/needs.js';
import { peopleExtras } from '../../report/people.js';
import { requestsData, requestsDocument } from '../../report/requests.js';
import { staffData, staffDocument } from '../../report/staff.js';
import { stockData, stockDocument } from '../../report/stock.js';
import { oneDay, type Period } from '../../stock/period.js';
import { type Answer, printReport } from '../answer.js';
import type { CommandModule } from '../command.js';
import { UsageError } from '../exit.js';
import { filterOf, filterOptions } from '../filters.js';
import { dayOption, type RawOptions } from '../options.js';
import { note } from '../output.js';
import { Session } from '../session.js';

type Maker = (session: Session, options: RawOptions) => Answer;

const makers: Readonly<Record<string, Maker>> = {
  daily(session, options) {
    const { book } = session;
    const { checked, figures } = session.figures(dayOf(session, options));
    const extras = peopleExtras(book, checked.people, figures.period);
    return {
      command: 'report daily',
      checked,
      document: dailyDocument(book, figures, checked.diagnostics, extras),
      parts: () => partsOf(dailyData(book, figures, extras)),
    };
  },
  stock(session, options) {
    const { book } = session;
    const { checked, figures } = session.figures(dayOf(session, options));
    const filter = filterOf(book, options);
    const data = () => stockData(book, figures, filter);
    return {
      command: 'report stock',
      checked,
      document: stockDocument(book, figures, filter),
      parts: () => partsOf(data()),
    };
  },
  card(session, options) {
    const { book } = session;
    const period = periodOf(session, options);
    const { checked, figures } = session.figures(period === null ? null : { from: period.to, to: period.to });
    const { item, site } = filterOf(book, options);
    if (item === null) {
      throw new UsageError(
        { zh: '台账卡要指明一种物资', en: 'a stock card is of one item' },
        { zh: '例：taizhang report card --item 防护服', en: 'for example: taizhang report card --item PPE-SUIT' },
      );
    }
    const card = stockCard(book, figures, item, site, dayOption(options, 'from'));
    const data = cardData(book, card);
    return {
      command: 'report card',
      checked,
      document: cardDocument(book, figures, card),
      parts: () => partsOf(data),
      rows: () => data.rows,
    };
  },
  deliveries(session, options) {
    const { book } = session;
    const { checked, figures } = session.figures(periodOf(session, options));
    const filter = filterOf(book, options);
    return {
      command: 'report deliveries',
      checked,
      document: deliveriesDocument(book, figures, filter),
      parts: () => partsOf(deliveriesData(book, figures, filter)),
      rows: () => deliveriesData(book, figures, filter).deliveries,
    };
  },
  movements(session, options) {
    const { book } = session;
    const { checked, figures } = session.figures(periodOf(session, options));
    const filter = filterOf(book, options);
    return {
      command: 'report movements',
      checked,
      document: movementsDocument(book, figures, filter),
      parts: () => partsOf(movementsData(book, figures, filter)),
      *rows() {
        for (const row of movementRows(book, figures, filter)) yield movementData(book, row);
      },
    };
  },
  requests(session, options) {
    const { book } = session;
    const { checked, figures } = session.figures(dayOf(session, options));
    const filter = filterOf(book, options);
    return {
      command: 'report requests',
      checked,
      document: requestsDocument(book, figures, filter),
      parts: () => partsOf(requestsData(book, figures, filter)),
      rows: () => requestsData(book, figures, filter).requests,
    };
  },
  needs(session, options) {
    const { book } = session;
    const { checked, figures } = session.figures(periodOf(session, options));
    const data = () => needsData(book, checked.people, figures);
    return {
      command: 'report needs',
      checked,
      document: needsDocument(book, checked.people, figures),
      parts: () => partsOf(data()),
      rows: () => data().open,
    };
  },
  staff(session, options) {
    const { book } = session;
    const { checked, figures } = session.figures(dayOf(session, options));
    const data = () => staffData(book, checked.people);
    return {
      command: 'report staff',
      checked,
      document: staffDocument(book, checked.people, figures),
      parts: () => partsOf(data()),
      rows: () => data().coverage,
    };
  },
  brief(session, options) {
    const { book } = session;
    const { checked, figures } = session.figures(periodOf(session, options));
    const { people, diagnostics } = checked;
    return {
      command: 'report brief',
      checked,
      document: briefDocument(book, people, figures, diagnostics),
      parts: () => partsOf(briefData(book, people, figures, diagnostics)),
    };
  },
};

/** --from and --to; each may stand alone. Null where neither is given. */
function periodOf(session: Session, options: RawOptions): Period | null {
  const from = dayOption(options, 'from');
  const to = dayOption(options, 'to') ?? session.common.date;
  if (from === null && to === null) return null;
  const last = to ?? session.book.lastDay;
  if (last === null) return null;
  const first = from ?? last;
  if (first > last) {
    throw new UsageError(
      { zh: '--from 晚于 --to', en: '--from is after --to' },
      { zh: '把两个日期对调', en: 'exchange the two days' },
    );
  }
  return { from: first, to: last };
}

/** The day of a report that is of one day: --to, else --date. A --from is told that it says nothing here. */
function dayOf(session: Session, options: RawOptions): Period | null {
  const from = dayOption(options, 'from');
  const day = dayOption(options, 'to') ?? session.common.date;
  if (from !== null && from !== (day ?? session.book.lastDay) && !session.common.quiet) {
    note(
      session.say({
        zh: '提示：这份报表只说一天，--from 不起作用；一段时间的收发看 report movements',
        en: 'note: this report is of one day, --from says nothing here; see report movements',
      }),
    );
  }
  return day === null ? null : oneDay(day);
}

const command: CommandModule = {
  configure(self, say) {
    const names = Object.keys(makers);
    self
      .argument('<name>', say({ zh: `报表：${names.join('、')}`, en: `the report: ${names.join(', ')}` }))
      .option('--from <date>', say({ zh: '从哪一天起', en: 'from this day' }))
      .option('--to <date>', say({ zh: '到哪一天止', en: 'through this day' }));
    filterOptions(self, say, true);
  },
  run(args, options) {
    const [name = ''] = args;
    const make = Object.hasOwn(makers, name) ? makers[name] : undefined;
    if (make === undefined) {
      const names = Object.keys(makers);
      const near = nearest(name, names);
      const list = near.length > 0 ? near : names;
      throw new UsageError(
        { zh: `没有“${name}”这种报表`, en: `there is no report "${name}"` },
        { zh: `可用：${list.join('、')}`, en: `use ${list.join(', ')}` },
      );
    }
    const session = new Session(options);
    return printReport(session, make(session, options));
  },
};

export const { configure, run } = command;
