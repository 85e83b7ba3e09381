// What is said about physical counts.

import type { Slug } from '../../core/slugs.js';
import { lines } from './lines.js';
import type { CheckManual } from './manual.js';

export const countManual: Readonly<Record<Extract<Slug, `count/${string}`>, CheckManual>> = {
  'count/variance': {
    title: { zh: '账实不符', en: 'The count differs from the book' },
    explanation: {
      zh:
        '实盘数与账面结存不一样，差额超过了容许的范围，又没有盘盈、盘亏来说明。先别改账：换一个人复盘一遍，再' +
        '查当天的单子有没有漏记、重记、单位写错、货还压在门口。查清是单子的错就改单子；确实多了或少了，记一笔' +
        '盘盈或盘亏，关联单号写 count:日期:点位，并写明原因。',
      en:
        'The count is not what the book says, by more than is tolerated, and no gain or loss explains it. ' +
        'Leave the book alone at first: have somebody else count again, then look for a slip of the day that ' +
        'is missing, booked twice or in the wrong unit, and for goods still standing at the gate. If a slip ' +
        'is wrong, mend the slip. If goods really are over or short, book a gain or loss with ref ' +
        'count:DATE:SITE, and say why.',
    },
    wrong: lines('日期,点位,物资,实盘数,盘点人,备注', '2022-01-12,中心仓库,防护服,1158,陈明,账面 1160'),
    right: lines('日期,点位,物资,实盘数,盘点人,备注', '2022-01-12,中心仓库,防护服,1160,李静,复盘：货架后面还有 2 套'),
  },
  'count/duplicate': {
    title: { zh: '同一处盘出了两个数', en: 'Two different counts of one thing' },
    explanation: {
      zh:
        '同一天、同一时点、同一个点位、同一种物资（同一批号），盘了两次，数不一样；拿哪一个跟账面比，差异都说' +
        '不清。让两个盘点人一起再点一遍，只留对的那一行。要是一次在早上、一次在晚上，把“时点”写清楚：日初、日' +
        '终。',
      en:
        'One thing was counted twice at the same point of the same day, at the same site and in the same ' +
        'lot, with different results; whichever is held against the book, the difference means nothing. Let ' +
        'both people count again together, and keep the row that is right. If one was in the morning and one ' +
        'at night, say so in the column when: open, close.',
    },
    wrong: lines(
      '日期,点位,物资,实盘数,盘点人',
      '2022-01-12,中心仓库,防护服,1160,陈明',
      '2022-01-12,中心仓库,防护服,1150,李静',
    ),
    right: lines(
      '日期,时点,点位,物资,实盘数,盘点人',
      '2022-01-12,日初,中心仓库,防护服,1160,陈明',
      '2022-01-12,日终,中心仓库,防护服,1150,李静',
    ),
  },
  'count/stale': {
    title: { zh: '很久没有盘点', en: 'Not counted for a long time' },
    explanation: {
      zh:
        '这种物资账上有结存，可已经超过 7 天（天数由 count-every-days 定）没有盘过。账再平，也只是账；少了、' +
        '坏了、拿错了，只有盘了才知道。明天把它排进盘点表，先盘值钱的、进出多的。',
      en:
        'The book shows stock of this item, but for more than 7 days (count-every-days sets how many) nobody ' +
        'has counted it. A book that balances is still only a book: what is short, spoilt or taken in error ' +
        'shows in a count alone. Put it on tomorrow’s count sheet, beginning with what is costly and what ' +
        'moves most.',
    },
    wrong: lines('日期,点位,物资,实盘数,盘点人,备注', '2022-01-04,中心仓库,防护服,1200,陈明,到 1 月 12 日已有 8 天'),
    right: lines(
      '日期,点位,物资,实盘数,盘点人,备注',
      '2022-01-04,中心仓库,防护服,1200,陈明,',
      '2022-01-11,中心仓库,防护服,1160,李静,',
    ),
  },
  'count/self-check': {
    title: { zh: '自己复盘了自己', en: 'Recounted by the one who counted' },
    explanation: {
      zh:
        '盘点人和复盘人是同一个人。复盘就是要另一个人不看前一次的数再点一遍；同一个人点两遍，错的地方多半还是' +
        '错。另找一个人盲盘一次，把名字填进“复盘人”；没有人，就空着。',
      en:
        'The one who counted and the one who recounted are the same person. A recount is worth something ' +
        'because somebody else does it without seeing the first figure; the same eyes pass over the same ' +
        'mistake. Let another person count blind and enter that name; if there is nobody, leave the cell ' +
        'blank.',
    },
    wrong: lines('日期,点位,物资,实盘数,盘点人,复盘人', '2022-01-12,中心仓库,防护服,1160,陈明,陈明'),
    right: lines('日期,点位,物资,实盘数,盘点人,复盘人', '2022-01-12,中心仓库,防护服,1160,陈明,李静'),
  },
};
