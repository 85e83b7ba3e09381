// Titles, headings and the sentences of reports; the daily report's own stand in report-daily.ts.

import { civil, type Day, formatDay } from '../day.js';
import type { Words } from '../lang.js';

const word = (zh: string, en: string): Words => ({ zh, en });

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** 「2022年1月12日」 “12 January 2022” */
export function dayWords(day: Day): Words {
  const [year, month, date] = civil(day);
  return { zh: `${year}年${month}月${date}日`, en: `${date} ${months[month - 1]} ${year}` };
}

/** The same without the year in Chinese, as bulletins write it. */
export function shortDayWords(day: Day): Words {
  const [, month, date] = civil(day);
  return { zh: `${month}月${date}日`, en: dayWords(day).en };
}

/** 「1月12日」「1月10日至1月12日」; in English with “on” or “from”, as a sentence has it. */
export function periodWords(a: { readonly from: Day; readonly to: Day }): Words {
  const { from, to } = a;
  const last = shortDayWords(to);
  if (from === to) return { zh: last.zh, en: `on ${last.en}` };
  const first = shortDayWords(from);
  return { zh: `${first.zh}至${last.zh}`, en: `from ${first.en} to ${last.en}` };
}

/** What a page covers: the book, and a day or days from 00:00 to 24:00. */
export function coverWords(a: { readonly book: string | null; readonly from: Day; readonly to: Day }): Words {
  const one = a.from === a.to;
  const zh = one ? `${dayWords(a.to).zh} 0—24时` : `${dayWords(a.from).zh}0时至${dayWords(a.to).zh}24时`;
  const en = one ? `${formatDay(a.to)}, 00:00–24:00` : `${formatDay(a.from)} 00:00 to ${formatDay(a.to)} 24:00`;
  const name = a.book === null || a.book === '' ? '' : ` · ${a.book}`;
  return { zh: `${zh}${name}`, en: `${en}${name}` };
}

/** A page that tells how things stand at the end of a day. */
export function asOfWords(a: { readonly book: string | null; readonly day: Day }): Words {
  const name = a.book === null || a.book === '' ? '' : ` · ${a.book}`;
  return { zh: `截至${dayWords(a.day).zh}24时${name}`, en: `as of ${formatDay(a.day)} 24:00${name}` };
}

export const titleWords = {
  daily: word('物资收发存日报', 'Daily supply report'),
  stock: word('库存表', 'Stock on hand'),
  card: word('台账卡', 'Stock card'),
  deliveries: word('配送签收表', 'Deliveries'),
  movements: word('收发明细', 'Movements'),
  requests: word('需求申请表', 'Requests'),
  reconcile: word('对账单', 'Reconciliation'),
} as const;

export const headingWords = {
  balances: word('账面与实盘', 'Book and shelf'),
  itemCounts: word('不分批号的盘点', 'Counts of all lots together'),
  deliveries: word('发货与签收', 'Sent and signed for'),
  totals: word('合计', 'Totals'),
  rows: word('明细', 'Rows'),
  lots: word('各点位各批号', 'By site and lot'),
  items: word('各物资合计', 'By item'),
} as const;

export const emptyWords = {
  balances: word('没有符合条件的结存。', 'No balance fits.'),
  deliveries: word('没有符合条件的配送。', 'No delivery fits.'),
  stock: word('没有库存。', 'Nothing in stock.'),
  card: word('这段时间没有收发记录。', 'Nothing moved in these days.'),
  movements: word('这段时间没有收发记录。', 'Nothing moved in these days.'),
  requests: word('没有符合条件的申请。', 'No request fits.'),
} as const;

export const cardWords = {
  /** 「医用防护服（175） PPE-SUIT，单位：套」 */
  item: (a: { item: string; code: string; unit: string; site: string | null }): Words => ({
    zh: `${a.item}　${a.code}　单位：${a.unit}　点位：${a.site ?? '全部'}`,
    en: `${a.item}, ${a.code}, in ${a.unit}, ${a.site === null ? 'all sites' : `site ${a.site}`}`,
  }),
  broughtForward: word('承前结存', 'Brought forward'),
} as const;

/** The last line of a night: does the day balance? */
export function verdictWords(a: {
  readonly day: Day;
  /** Was anything counted that day? Without, nobody knows whether the shelf agrees. */
  readonly counted: boolean;
  readonly errors: number;
  readonly incomplete: boolean;
  /** Balances below zero: the book with itself; no count is needed to see them. */
  readonly negative: number;
  /** Counts that differ from the book. */
  readonly variances: number;
  readonly outstanding: number;
}): Words {
  const { zh, en } = dayWords(a.day);
  if (a.incomplete) {
    return {
      zh: `${zh}：有行无法计入，账是否相符还不能定`,
      en: `${en}: rows could not be counted, so whether the day balances cannot be told`,
    };
  }
  const zhWhy: string[] = [];
  const enWhy: string[] = [];
  if (a.negative > 0) {
    zhWhy.push(`${a.negative} 项结存为负`);
    enWhy.push(`${a.negative} ${a.negative === 1 ? 'balance is' : 'balances are'} negative`);
  }
  if (a.variances > 0) {
    zhWhy.push(`${a.variances} 项账实不符`);
    enWhy.push(`${a.variances} ${a.variances === 1 ? 'count differs' : 'counts differ'} from the book`);
  }
  if (a.outstanding > 0) {
    zhWhy.push(`${a.outstanding} 项配送与签收不符`);
    enWhy.push(`${a.outstanding} ${a.outstanding === 1 ? 'delivery does' : 'deliveries do'} not agree`);
  }
  if (a.errors === 0) {
    // What was accepted at a close, or what the settings allow, is no error, and is there all the same.
    const good = a.counted
      ? { zh: '账账相符，账实相符', en: '' }
      : { zh: '账账相符；当日没有盘点，账实未核对', en: '; nothing was counted that day' };
    return zhWhy.length === 0
      ? { zh: `${zh}：${good.zh}`, en: `${en}: the day balances${good.en}` }
      : {
          zh: `${zh}：除 ${zhWhy.join('、')}（已附理由接受，或设置允许）外，${good.zh}`,
          en: `${en}: the day balances, except that ${enWhy.join(', ')} (accepted with a reason, or allowed by the settings)${good.en}`,
        };
  }
  const errors = { zh: `${a.errors} 个错误`, en: `${a.errors} ${a.errors === 1 ? 'error' : 'errors'}` };
  return {
    zh: `${zh}：不平，${[errors.zh, ...zhWhy].join('，')}`,
    en: `${en}: the day does not balance: ${[errors.en, ...enWhy].join(', ')}`,
  };
}
