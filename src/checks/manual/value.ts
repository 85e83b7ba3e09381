// What is said about a cell that does not hold what its column asks for.

import type { Slug } from '../../core/slugs.js';
import { lines } from './lines.js';
import type { CheckManual } from './manual.js';

export const valueManual: Readonly<Record<Extract<Slug, `value/${string}`>, CheckManual>> = {
  'value/required': {
    title: { zh: '必填的格子空着', en: 'A required cell is empty' },
    explanation: {
      zh:
        '这一格必须有内容；空着，就不知道是哪一天、哪张单、什么物资、多少数量，整行先不入账。盘点表尤其要紧：' +
        '盘下来一个没有，要写 0；空着等于没盘。看纸单或者问经办人，补上真实的内容，不要为了过关随手填一个。',
      en:
        'This cell must say something: without it nobody knows the day, the document, the item or the ' +
        'quantity, and the row is left out of the books. On a count sheet it matters most: write 0 where ' +
        'nothing was found, for a blank means that nobody counted. Look at the paper slip or ask whoever ' +
        'handled it, and do not put in a figure just to get past this.',
    },
    wrong: lines('日期,点位,物资,实盘数,盘点人', '2022-01-12,中心仓库,防护服,,陈明'),
    right: lines('日期,点位,物资,实盘数,盘点人', '2022-01-12,中心仓库,防护服,0,陈明'),
  },
  'value/date': {
    title: { zh: '日期或时间读不出来', en: 'Not a date or time' },
    explanation: {
      zh:
        '这一格不是日历上有的日子，或者写法程序不认。日期定不下来，就不知道这一行该算进哪一天，前前后后的结存' +
        '都受牵连，所以整行先不入账。写成 2022-01-12；2022/1/12、2022年1月12日、20220112 也认，时间写成 ' +
        '21:40。在 Excel 里变成了 44573 这样的数字，先把单元格格式改成日期再存。',
      en:
        'This is not a day of the calendar, or not written in a way that can be read. Without its date the ' +
        'row belongs to no day and throws doubt on all of them, so it is left out of the books. Write ' +
        '2022-01-12; 2022/1/12, 2022年1月12日 and 20220112 are read too, and a time is 21:40. If Excel has ' +
        'turned the date into a number such as 44573, format the cell as a date and save again.',
    },
    wrong: lines('日期,单号,类别,物资,数量,去向', '2022-02-30,QC20220230-001,期初,防护服,1200,中心仓库'),
    right: lines('日期,单号,类别,物资,数量,去向', '2022-02-28,QC20220228-001,期初,防护服,1200,中心仓库'),
  },
  'value/quantity': {
    title: { zh: '数量读不出来', en: 'Not a quantity' },
    explanation: {
      zh:
        '看不准这一格是多少：有不认识的字、不该有的正负号、放错位置的千分位逗号，或者写了 0。数量读错一位，账' +
        '就差十倍，所以程序宁可不入账也不猜。只写数，或者数后面带这种物资的单位（3箱、3.6万只）；“3大箱1小箱”' +
        '先折成一种单位。发错了用冲销，不写负数。',
      en:
        'It is not certain how much this is: it has words that are not known, a sign that does not belong, a ' +
        'thousands comma in the wrong place, or it is 0. One digit misread is a factor of ten in the books, ' +
        'so the row is left out rather than guessed at. Write the figure alone, or followed by a unit of the ' +
        'item (3箱, 3.6万只); turn “3 big boxes and 1 small” into one unit first. What was booked wrongly is ' +
        'reversed, not written as a negative.',
    },
    wrong: lines(
      '日期,单号,类别,物资,数量,来源,去向',
      '2022-01-12,CK20220112-001,出库,防护服,3大箱1小箱,中心仓库,石柱中学隔离点',
    ),
    right: lines(
      '日期,单号,类别,物资,数量,来源,去向',
      '2022-01-12,CK20220112-001,出库,防护服,65套,中心仓库,石柱中学隔离点',
    ),
  },
  'value/choice': {
    title: { zh: '不是规定的词', en: 'Not one of the words allowed' },
    explanation: {
      zh:
        '这一格只能从固定的几个词里选，现在写的这个不在里面。拿单据类别来说，它决定库存是加是减，猜错了就是反' +
        '方向的账，所以整行先不入账。照提示改成认得的词；单据类别有期初、入库、出库、调拨、退库、报损、盘盈、' +
        '盘亏、冲销。',
      en:
        'This cell takes one of a few fixed words, and this is none of them. The kind of a document, for ' +
        'instance, decides whether stock goes up or down, and a wrong guess would book it backwards; so the ' +
        'row is left out. Take a word that the hint names. The kinds are opening, receipt, issue, transfer, ' +
        'return, disposal, gain, loss and reversal.',
    },
    wrong: lines(
      '日期,单号,类别,物资,数量,来源,去向',
      '2022-01-12,CK20220112-001,借用,防护服,300,中心仓库,石柱中学隔离点',
    ),
    right: lines(
      '日期,单号,类别,物资,数量,来源,去向',
      '2022-01-12,CK20220112-001,出库,防护服,300,中心仓库,石柱中学隔离点',
    ),
  },
  'value/unit': {
    title: { zh: '这种物资没有这个单位的换算', en: 'No conversion for this unit' },
    explanation: {
      zh:
        '这个单位不是该物资的基本单位，“包装”里也没写一个折多少，数量折算不出来，整行先不入账。“件”最要当心：' +
        '有人指一套，有人指一箱，差几十倍。问清楚一件是多少，写进 items.csv 的“包装”（如 箱=20），或者这一行' +
        '直接改用基本单位。',
      en:
        'This is not the base unit of the item, and its packs do not say how many base units it holds, so ' +
        'the quantity cannot be converted and the row is left out. Beware of 件 above all: one person means ' +
        'a suit, another a carton, and they differ by a factor of dozens. Find out how much it is and write ' +
        'it into packs in items.csv (箱=20), or give this row in the base unit.',
    },
    wrong: lines(
      '日期,单号,类别,物资,数量,单位,来源,去向',
      '2022-01-12,CK20220112-001,出库,防护服,15,件,中心仓库,石柱中学隔离点',
    ),
    right: lines(
      '日期,单号,类别,物资,数量,单位,来源,去向',
      '2022-01-12,CK20220112-001,出库,防护服,300,套,中心仓库,石柱中学隔离点',
    ),
  },
};
