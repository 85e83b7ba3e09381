// The daily report in words: the headline figure as bulletins write it, headings, and the sentences of each section.

import type { Day } from '../day.js';
import type { Words } from '../lang.js';
import { formatGrouped, ONE } from '../quantity.js';
import { periodWords, shortDayWords } from './report-titles.js';

const word = (zh: string, en: string): Words => ({ zh, en });

/** What was delivered of a category, in millionths of its base units. */
export interface HeadlineFigure {
  readonly name: Words;
  /** The unit that all its items share, null where they do not. */
  readonly unit: string | null;
  readonly total: number;
  readonly incomplete: boolean;
}

const WAN = 10_000 * ONE;

/**
 * 「3.6万件（36,000件）」: rounded to a tenth of 万 from there on, always with the exact figure, and 「约」 unless the two
 * are equal; below it the exact figure stands alone.
 */
export function amountInWan(value: number, unit: string, incomplete = false): string {
  const exact = `${formatGrouped(value)}${unit}`;
  const doubt = incomplete ? '不完整' : '';
  const size = Math.abs(value);
  if (size < WAN) return doubt === '' ? exact : `${exact}（${doubt}）`;
  const step = WAN / 10;
  const rest = size % step;
  const tenths = (size - rest) / step + (rest * 2 >= step ? 1 : 0);
  const wan = formatGrouped((tenths / 10) * ONE);
  const about = rest === 0 ? '' : '约';
  const inBrackets = doubt === '' ? exact : `${exact}，${doubt}`;
  return `${about}${value < 0 ? '-' : ''}${wan}万${unit}（${inBrackets}）`;
}

function english({ name, total, incomplete }: HeadlineFigure): string {
  return `${formatGrouped(total)} ${name.en}${incomplete ? ' (incomplete)' : ''}`;
}

function listed(parts: readonly string[]): string {
  const last = parts[parts.length - 1] ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

/** How many categories the headline itself names; goods of other kinds (meals) are stated apart. */
const FIRST = 3;

/** 「截至1月12日24时，累计配送防护物资3.6万件（36,000件）、…；另供应餐食1,200份。」 */
export function headlineWords(day: Day, figures: readonly HeadlineFigure[]): Words {
  const main = figures.slice(0, FIRST);
  const others = figures.slice(FIRST).filter(({ total, incomplete }) => total !== 0 || incomplete);
  const { zh, en } = shortDayWords(day);
  const zhMain = main.map((one) => `${one.name.zh}${amountInWan(one.total, '件', one.incomplete)}`).join('、');
  const zhOthers = others.map((one) => `${one.name.zh}${amountInWan(one.total, one.unit ?? '件', one.incomplete)}`);
  return {
    zh: `截至${zh}24时，累计配送${zhMain}${zhOthers.length === 0 ? '' : `；另供应${zhOthers.join('、')}`}。`,
    en:
      `As of ${en}: ${listed(main.map(english))} delivered.` +
      (others.length === 0 ? '' : ` Also supplied: ${listed(others.map(english))}.`),
  };
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** 「一、总体」 “1. Overview” */
export function sectionWords(number: number, title: Words): Words {
  return { zh: `${numerals[number - 1] ?? String(number)}、${title.zh}`, en: `${number}. ${title.en}` };
}

export const dailyHeadings = {
  overview: word('总体', 'Overview'),
  balances: word('收发存', 'Stock in, out and on hand'),
  deliveries: word('在途与签收差异', 'Deliveries outstanding'),
  variances: word('账实差异', 'Differences between book and shelf'),
  requests: word('未发齐的申请', 'Requests open'),
  needs: word('需求办结', 'Residents’ needs'),
  staff: word('人员在岗', 'People on duty'),
  attention: word('需要处理的问题', 'What needs attention'),
} as const;

export const dailyEmpty = {
  balances: word('没有库存，今日也无收发。', 'Nothing in stock and nothing moved today.'),
  deliveries: word(
    '没有在途物资，签收与发货相符。',
    'Nothing is on its way, and what was signed for is what was sent.',
  ),
  variances: word('今日盘点与账面相符。', 'What was counted today agrees with the book.'),
  uncounted: word('今日没有盘点。', 'Nothing was counted today.'),
  requests: word('没有未发齐的申请。', 'No request is open.'),
  attention: word('没有错误和警告。', 'No errors and no warnings.'),
} as const;

export const signatureWords = { prepared: word('填报', 'Prepared by'), checked: word('审核', 'Checked by') } as const;

/** What residents asked for and what became of it, as counts. */
export interface NeedFigures {
  readonly raised: number;
  readonly resolved: number;
  readonly open: number;
  readonly raisedTotal: number;
  readonly resolvedTotal: number;
  readonly overdue: number;
}

const whole = (n: number): string => formatGrouped(n * ONE);

/** Rounded down, so that 100% means all of them. */
function share(part: number, all: number): string {
  return formatGrouped(Math.floor((part * 1000) / all) * (ONE / 10));
}

/** 「今日新增需求46条，办结44条，未办结2条；累计2,987条，办结率99.9%。」; on a page of the day after with the date. */
export function needWords(a: NeedFigures, period: { readonly from: Day; readonly to: Day } | null): Words {
  const when = period === null ? word('今日', 'today') : periodWords(period);
  const rate = a.raisedTotal === 0 ? null : share(a.resolvedTotal, a.raisedTotal);
  return {
    zh:
      `${when.zh}新增需求${whole(a.raised)}条，办结${whole(a.resolved)}条，未办结${whole(a.open)}条` +
      `${a.overdue > 0 ? `（其中超时${whole(a.overdue)}条）` : ''}；累计${whole(a.raisedTotal)}条` +
      `${rate === null ? '' : `，办结率${rate}%`}。`,
    en:
      `${whole(a.raised)} needs raised ${when.en}, ${whole(a.resolved)} resolved, ${whole(a.open)} open` +
      `${a.overdue > 0 ? ` (${whole(a.overdue)} of them overdue)` : ''}; ${whole(a.raisedTotal)} in all` +
      `${rate === null ? '' : `, ${rate}% resolved`}.`,
  };
}

/** People on duty, the sites that are to be covered, and those without a unit or with nobody on shift. */
export interface StaffFigures {
  readonly onDuty: number;
  readonly sites: number;
  readonly uncovered: number;
}

export function staffWords(a: StaffFigures): Words {
  const zhGap = a.uncovered === 0 ? '均有人值守' : `其中${whole(a.uncovered)}个无人值守`;
  const enGap = a.uncovered === 0 ? 'all of them covered' : `${whole(a.uncovered)} of them uncovered`;
  return {
    zh: `在岗${whole(a.onDuty)}人；点位${whole(a.sites)}个，${zhGap}。`,
    en: `${whole(a.onDuty)} on duty; ${whole(a.sites)} ${a.sites === 1 ? 'site' : 'sites'}, ${enGap}.`,
  };
}
