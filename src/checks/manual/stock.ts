// What is said about movements of goods: documents, balances, reversals.

import type { Slug } from '../../core/slugs.js';
import { lines } from './lines.js';
import type { CheckManual } from './manual.js';
import type { LotSlug } from './stock-lots.js';

export const stockManual: Readonly<Record<Exclude<Extract<Slug, `stock/${string}`>, LotSlug>, CheckManual>> = {
  'stock/direction': {
    title: { zh: '来源、去向与单据类别不配', en: 'From and to do not fit the kind' },
    explanation: {
      zh:
        '每一类单据从哪里来、到哪里去是定死的：入库从单位到点位，出库从点位到点位或单位，调拨从点位到点位，报' +
        '损和盘亏只写来源，期初和盘盈只写去向。现在该填的空着，该空的填了，或者两头写反了，货的去处说不清，整' +
        '行先不入账。对着纸单改来源和去向；类别选错了就改类别。',
      en:
        'Every kind of document has its ends: a receipt goes from a party to a site, an issue from a site to ' +
        'a site or party, a transfer from site to site; disposals and losses have only a from, openings and ' +
        'gains only a to. Here an end is blank that should not be, or filled in that should not be, or the ' +
        'two are swapped. Where the goods went cannot be told, and the row is left out. Mend from and to by ' +
        'the paper slip, or the kind if that is what is wrong.',
    },
    wrong: lines(
      '日期,单号,类别,物资,数量,来源,去向',
      '2022-01-12,BS20220112-001,报损,防护服,5,中心仓库,石柱中学隔离点',
    ),
    right: lines('日期,单号,类别,物资,数量,来源,去向', '2022-01-12,BS20220112-001,报损,防护服,5,中心仓库,'),
  },
  'stock/negative': {
    title: { zh: '结存成了负数', en: 'The balance goes below zero' },
    explanation: {
      zh:
        '到这天结束，这个点位发出去的比有过的还多。货架上不会有负数，所以一定是账错了：多半是入库漏记、数量或' +
        '单位打错，或者记到了别的点位、别的批号。所指的是把结存带到零以下的那一行。先找有没有漏记的入库，再查' +
        '这一行的数量和单位，再查点位；不要随手加一笔盘盈把它抹平。',
      en:
        'By the end of this day more has left the site than it ever had. No shelf holds less than nothing, ' +
        'so the books are wrong: most likely a receipt was not booked, a quantity or unit is mistyped, or ' +
        'the wrong site or lot was named. The row shown is the one that takes the balance below zero. Look ' +
        'for the missing receipt first, then at the quantity and unit of this row, then at the site; do not ' +
        'smooth it over with a gain.',
    },
    wrong: lines(
      '日期,单号,类别,物资,数量,来源,去向',
      '2022-01-12,QC20220112-001,期初,防护服,100,,中心仓库',
      '2022-01-12,CK20220112-001,出库,防护服,120,中心仓库,石柱中学隔离点',
    ),
    right: lines(
      '日期,单号,类别,物资,数量,来源,去向',
      '2022-01-12,QC20220112-001,期初,防护服,100,,中心仓库',
      '2022-01-12,RK20220112-001,入库,防护服,20,县红十字会,中心仓库',
      '2022-01-12,CK20220112-001,出库,防护服,120,中心仓库,石柱中学隔离点',
    ),
  },
  'stock/duplicate-row': {
    title: { zh: '同一行记了两遍', en: 'The same row twice' },
    explanation: {
      zh:
        '这一行与前面一行的日期、单号、类别、物资、批号、数量、来源、去向全都一样，多半是粘贴了两次，或者两个' +
        '人各录了一遍。眼下两行都算数，库存就多加或多减了一份。纸单上只有一行，就删掉一行；真有两份一样的（比' +
        '如两笔相同的捐赠），给后一份另编单号。',
      en:
        'This row equals an earlier one in date, document, kind, item, lot, quantity, from and to. Most ' +
        'likely it was pasted twice, or two people typed in the same slip. As they stand both count, and the ' +
        'stock is wrong by one of them. If the paper has one line, delete one; if there really were two ' +
        'alike (two equal gifts, say), give the second a number of its own.',
    },
    wrong: lines(
      '日期,单号,类别,物资,数量,来源,去向',
      '2022-01-12,RK20220112-001,入库,防护服,300,县红十字会,中心仓库',
      '2022-01-12,RK20220112-001,入库,防护服,300,县红十字会,中心仓库',
    ),
    right: lines(
      '日期,单号,类别,物资,数量,来源,去向',
      '2022-01-12,RK20220112-001,入库,防护服,300,县红十字会,中心仓库',
      '2022-01-12,RK20220112-002,入库,防护服,300,县红十字会,中心仓库',
    ),
  },
  'stock/document-reused': {
    title: { zh: '一个单号用了两回', en: 'One number for two documents' },
    explanation: {
      zh:
        '同一个单号下，日期、类别、来源或去向对不上。一个单号就是一张单：一天、一类、一个来源、一个去向；两张' +
        '混成一张，签收和冲销就不知道对的是哪张。看纸单：是另一张，就编下一个号；是同一张，就把打错的那一格改' +
        '过来。两行眼下都照常入账。',
      en:
        'Under one number the date, kind, from or to do not agree. A document is one day, one kind, one from ' +
        'and one to; when two share a number, a signature or a reversal cannot tell which of them it is for. ' +
        'Look at the paper: if it is another slip, give it the next number; if it is the same one, mend the ' +
        'cell that is mistyped. Until then both rows count as they stand.',
    },
    wrong: lines(
      '日期,单号,类别,物资,数量,来源,去向',
      '2022-01-12,CK20220112-001,出库,防护服,300,中心仓库,石柱中学隔离点',
      '2022-01-12,CK20220112-001,出库,防护服,200,中心仓库,城东小学隔离点',
    ),
    right: lines(
      '日期,单号,类别,物资,数量,来源,去向',
      '2022-01-12,CK20220112-001,出库,防护服,300,中心仓库,石柱中学隔离点',
      '2022-01-12,CK20220112-002,出库,防护服,200,中心仓库,城东小学隔离点',
    ),
  },
  'stock/date-jump': {
    title: { zh: '日期一下跳出很远', en: 'The date jumps far ahead' },
    explanation: {
      zh:
        '账上最后一天，比它前面一个有账的日子晚了 31 天以上，多半是月份或年份打错了。不改的话，日报和计划会默' +
        '认跑到那一天去，今晚的货反倒看不见。打错了就改日期；中间确实停了一个多月，这条警告不用管。',
      en:
        'The last day in the ledger is more than 31 days after the day before it; most likely a month or ' +
        'year is mistyped. Left as it is, reports and plans go by that day, and tonight’s goods are not in ' +
        'sight. Mend the date. If nothing really moved for over a month, there is nothing to do.',
    },
    wrong: lines(
      '日期,单号,类别,物资,数量,来源,去向',
      '2022-01-12,CK20220112-001,出库,防护服,300,中心仓库,石柱中学隔离点',
      '2022-12-13,CK20220113-001,出库,防护服,200,中心仓库,石柱中学隔离点',
    ),
    right: lines(
      '日期,单号,类别,物资,数量,来源,去向',
      '2022-01-12,CK20220112-001,出库,防护服,300,中心仓库,石柱中学隔离点',
      '2022-01-13,CK20220113-001,出库,防护服,200,中心仓库,石柱中学隔离点',
    ),
  },
  'stock/number-gap': {
    title: { zh: '单号断号', en: 'A gap in the numbers' },
    explanation: {
      zh:
        '这一串单号中间少了号，比如 -001 后面直接是 -003。也许是作废了一张；也许是有一张发了货却没入账，那就' +
        '是账外物资，审计头一个查的就是它。把缺号的纸单找出来：漏记的补上，作废的在纸单上写明“作废”并留存。',
      en:
        'A number is missing in this series: after -001 comes -003. Perhaps a slip was spoilt; perhaps goods ' +
        'went out on one that was never booked, which is the first thing an auditor looks for. Find the ' +
        'paper with the missing number: book it if it was forgotten, mark it void and keep it if it was ' +
        'spoilt.',
    },
    wrong: lines(
      '日期,单号,类别,物资,数量,来源,去向',
      '2022-01-12,CK20220112-001,出库,防护服,300,中心仓库,石柱中学隔离点',
      '2022-01-12,CK20220112-003,出库,防护服,200,中心仓库,城东小学隔离点',
    ),
    right: lines(
      '日期,单号,类别,物资,数量,来源,去向',
      '2022-01-12,CK20220112-001,出库,防护服,300,中心仓库,石柱中学隔离点',
      '2022-01-12,CK20220112-002,出库,防护服,200,中心仓库,城东小学隔离点',
    ),
  },
  'stock/site-closed': {
    title: { zh: '点位没启用或已停用', en: 'A movement at a site that was not open' },
    explanation: {
      zh:
        '这一行的货进出了一个还没启用或者已经停用的点位。货送到没人的地方就没人签收，最后对不上账。先看是不是' +
        '点位写错、日期打错。点位确实还在用，去 sites.csv 改启用、停用日期；真的停了，余货在停用那天之前就该' +
        '退库。',
      en:
        'Goods moved at a site that was not yet open or already closed. Sent to a place where nobody is, ' +
        'they are never signed for and cannot be accounted for. See first whether the site or the date is ' +
        'mistyped. If the site is in use after all, mend opened or closed in sites.csv; if it has closed, ' +
        'what was left there should have come back by its last day.',
    },
    wrong: lines(
      '日期,单号,类别,物资,数量,来源,去向,备注',
      '2022-01-12,CK20220112-001,出库,防护服,300,中心仓库,城东小学隔离点,该点 2022-01-11 停用',
    ),
    right: lines(
      '日期,单号,类别,物资,数量,来源,去向,备注',
      '2022-01-12,CK20220112-001,出库,防护服,300,中心仓库,石柱中学隔离点,',
    ),
  },
  'stock/reversal-unmatched': {
    title: { zh: '冲销找不到原单', en: 'A reversal of nothing' },
    explanation: {
      zh:
        '红字冲销要写明冲哪一张单，而且物资、批号、来源、去向都跟原单一样。这一行照“关联单号”去找，找不到对得' +
        '上的原行，所以先不入账。翻出原单，照抄它的物资、来源和去向（不要两头对调），单号填进“关联单号”；冲销' +
        '单本身不能再冲，重新记一笔就是。',
      en:
        'A reversal names the document that it undoes and repeats its item, lot, from and to. No such line ' +
        'was found under this ref, so the row is left out of the books. Take the original slip, copy its ' +
        'item, from and to (do not swap them) and put its number into ref. A reversal is not itself ' +
        'reversed: book what is right afresh.',
    },
    wrong: lines(
      '日期,单号,类别,物资,数量,来源,去向,关联单号',
      '2022-01-11,CK20220111-001,出库,防护服,300,中心仓库,城东卫生服务点,',
      '2022-01-12,CX20220112-001,冲销,防护服,300,中心仓库,城东卫生服务点,CK20220111-010',
    ),
    right: lines(
      '日期,单号,类别,物资,数量,来源,去向,关联单号',
      '2022-01-11,CK20220111-001,出库,防护服,300,中心仓库,城东卫生服务点,',
      '2022-01-12,CX20220112-001,冲销,防护服,300,中心仓库,城东卫生服务点,CK20220111-001',
    ),
  },
  'stock/reversal-exceeds': {
    title: { zh: '冲销的数量超过了原单', en: 'A reversal of more than is left' },
    explanation: {
      zh:
        '冲销的数量，比原单扣掉已经冲销、退回的部分之后剩下的还多；冲过了头，账上就多出货来，所以先不入账。要' +
        '签收的点位，只能冲还在途的，对方已经签收的要办退库。看看是不是数量打错、单位不一样，或者这张单已经冲' +
        '过一回。',
      en:
        'This undoes more than the original has left after earlier reversals and returns; it would put goods ' +
        'on the books that do not exist, so the row is left out. Of a dispatch to a site that signs only ' +
        'what is still in transit can be reversed: what was signed for comes back by a return. See whether ' +
        'the quantity or unit is mistyped, or whether the slip has been reversed already.',
    },
    wrong: lines(
      '日期,单号,类别,物资,数量,来源,去向,关联单号',
      '2022-01-11,CK20220111-001,出库,防护服,300,中心仓库,城东卫生服务点,',
      '2022-01-12,CX20220112-001,冲销,防护服,350,中心仓库,城东卫生服务点,CK20220111-001',
    ),
    right: lines(
      '日期,单号,类别,物资,数量,来源,去向,关联单号',
      '2022-01-11,CK20220111-001,出库,防护服,300,中心仓库,城东卫生服务点,',
      '2022-01-12,CX20220112-001,冲销,防护服,300,中心仓库,城东卫生服务点,CK20220111-001',
    ),
  },
  'stock/self-check': {
    title: { zh: '自己复核了自己', en: 'Checked by the one who did it' },
    explanation: {
      zh:
        '经办人和复核人是同一个人。管货的不管账、一人经手一人复核，为的是一个人看走眼时还有第二双眼睛；自己复' +
        '核自己，等于没复核。请另一个人点一遍数再签，把名字填进“复核人”；实在没有第二个人，宁可空着，天亮补' +
        '上。',
      en:
        'The one who handled the goods and the one who checked them are the same person. Four eyes are there ' +
        'for the night when one pair is tired; to check oneself is not to check at all. Ask somebody else to ' +
        'count and sign, and enter that name. If there is truly nobody, leave the cell blank and have it ' +
        'done in the morning.',
    },
    wrong: lines(
      '日期,单号,类别,物资,数量,来源,去向,经办人,复核人',
      '2022-01-12,CK20220112-001,出库,防护服,300,中心仓库,石柱中学隔离点,陈明,陈明',
    ),
    right: lines(
      '日期,单号,类别,物资,数量,来源,去向,经办人,复核人',
      '2022-01-12,CK20220112-001,出库,防护服,300,中心仓库,石柱中学隔离点,陈明,李静',
    ),
  },
};
