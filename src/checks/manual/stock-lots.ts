// What is said about lots, their expiry, and how much is in stock.

import type { Slug } from '../../core/slugs.js';
import { lines } from './lines.js';
import type { CheckManual } from './manual.js';

/** The checks of stock that this file explains; stock.ts has the rest. */
export type LotSlug = Extract<
  Slug,
  | `stock/lot-${string}`
  | 'stock/expired-issued'
  | 'stock/fefo'
  | 'stock/expiring'
  | 'stock/below-min'
  | 'stock/above-max'
>;

export const stockLotsManual: Readonly<Record<LotSlug, CheckManual>> = {
  'stock/lot-required': {
    title: { zh: '没有写批号', en: 'The lot is missing' },
    explanation: {
      zh:
        '这种物资规定按批号管，每一行都要写批号；空着，就不知道动的是哪一批，效期和召回都追不下去，所以整行先' +
        '不入账。照外箱或入库单上的批号补上。要是这种物资其实用不着分批，去改 items.csv 的“批次管理”，不要在' +
        '这里空着。',
      en:
        'This item is kept by lot and every row must name one; without it nobody knows which lot moved, and ' +
        'neither expiry nor a recall can be followed up, so the row is left out of the books. Copy the lot ' +
        'from the carton or the goods received note. If the item need not be kept by lot at all, change lots ' +
        'in items.csv rather than leave the cell blank.',
    },
    wrong: lines(
      '日期,单号,类别,物资,批号,数量,来源,去向',
      '2022-01-12,CK20220112-001,出库,抗原试剂,,200,中心仓库,石柱中学隔离点',
    ),
    right: lines(
      '日期,单号,类别,物资,批号,数量,来源,去向',
      '2022-01-12,CK20220112-001,出库,抗原试剂,A2101,200,中心仓库,石柱中学隔离点',
    ),
  },
  'stock/lot-unexpected': {
    title: { zh: '不分批的物资写了批号', en: 'A lot on an item kept without lots' },
    explanation: {
      zh:
        '物资目录里这种物资不分批（“批次管理”是 no 或空着），这一行却写了批号：照着记，会凭空多出一批；不理' +
        '它，又把批号丢了。所以整行先不入账。只想留个记号，挪进“备注”；往后要按批次和效期管，把 items.csv 的“' +
        '批次管理”改成 auto 或 required。',
      en:
        'The register says that this item is kept without lots (lots is no or blank), yet the row names one: ' +
        'to follow it would make up a lot of its own, to ignore it would lose what was written. So the row ' +
        'is left out of the books. A mere remark belongs in the note; if the item is to be kept by lot and ' +
        'expiry from now on, set lots to auto or required in items.csv.',
    },
    wrong: lines('日期,单号,类别,物资,批号,数量,去向', '2022-01-12,QC20220112-001,期初,矿泉水,W0105,480,中心仓库'),
    right: lines(
      '日期,单号,类别,物资,批号,数量,去向,备注',
      '2022-01-12,QC20220112-001,期初,矿泉水,,480,中心仓库,外箱批号 W0105',
    ),
  },
  'stock/lot-expiry': {
    title: { zh: '一个批号写了两个效期', en: 'Two expiries for one lot' },
    explanation: {
      zh:
        '同一批货只有一个有效期，这里的效期与前面登记的不一样。效期错了，先发哪一批、过没过期全都会判错。拿外' +
        '箱来对，把错的那个改掉；如果真是两批货，批号就不该一样，把批号写完整。',
      en:
        'A lot has one expiry, and the one given here differs from the one booked before. With a wrong ' +
        'expiry the program misjudges which lot goes first and what is still good. Check with the carton and ' +
        'mend the wrong one. If they are two lots after all, their numbers cannot be the same: write them ' +
        'out in full.',
    },
    wrong: lines(
      '日期,单号,类别,物资,批号,有效期,数量,来源,去向',
      '2022-01-11,RK20220111-001,入库,抗原试剂,A2101,2023-01-31,500,市卫健委,中心仓库',
      '2022-01-12,RK20220112-001,入库,抗原试剂,A2101,2023-10-31,300,市卫健委,中心仓库',
    ),
    right: lines(
      '日期,单号,类别,物资,批号,有效期,数量,来源,去向',
      '2022-01-11,RK20220111-001,入库,抗原试剂,A2101,2023-01-31,500,市卫健委,中心仓库',
      '2022-01-12,RK20220112-001,入库,抗原试剂,A2101,2023-01-31,300,市卫健委,中心仓库',
    ),
  },
  'stock/expired-issued': {
    title: { zh: '发出了过期的物资', en: 'Expired goods were issued' },
    explanation: {
      zh:
        '发出去的这一批，当天已经过了有效期（有效期当天还能用）。过期的防护用品和试剂到了点上就会用到人身上，' +
        '先打电话叫对方停用，再办退库。如果只是效期录错了，照外包装改过来。仓库里剩下的同一批，单独存放，按报' +
        '损出账。',
      en:
        'The lot that went out had expired by that day (a lot may still be used on its expiry date). Expired ' +
        'protection and test kits end up on people: telephone the site to stop using them, then take them ' +
        'back. If only the expiry was booked wrongly, mend it by the package. Set apart what is left of the ' +
        'lot in the depot and write it off as a disposal.',
    },
    wrong: lines(
      '日期,单号,类别,物资,批号,有效期,数量,来源,去向',
      '2022-01-08,QC20220108-001,期初,抗原试剂,A2012,2022-01-11,200,,中心仓库',
      '2022-01-12,CK20220112-001,出库,抗原试剂,A2012,,200,中心仓库,石柱中学隔离点',
    ),
    right: lines(
      '日期,单号,类别,物资,批号,有效期,数量,来源,去向',
      '2022-01-08,QC20220108-001,期初,抗原试剂,A2012,2022-01-11,200,,中心仓库',
      '2022-01-12,BS20220112-001,报损,抗原试剂,A2012,,200,中心仓库,',
    ),
  },
  'stock/fefo': {
    title: { zh: '没有先发近效期的', en: 'A nearer expiry was left behind' },
    explanation: {
      zh:
        '这一行点名发了一个批次，可同一个仓库里还有效期更近的没发。近效期的一直压在后面，最后只能报损。货还没' +
        '出门，换成近效期的那一批；已经走了，下一单先发近的。确有原因（比如对方指定批号），在备注里写一句。',
      en:
        'The row names a lot while the same depot still holds one that expires sooner. What is passed over ' +
        'again and again ends as a disposal. If the goods have not left, send the nearer expiry instead; if ' +
        'they have, send it next. Where there is a reason (the site asked for this lot, say), put it in the ' +
        'note.',
    },
    wrong: lines(
      '日期,单号,类别,物资,批号,有效期,数量,来源,去向',
      '2022-01-10,QC20220110-001,期初,抗原试剂,A2101,2023-01-31,500,,中心仓库',
      '2022-01-10,QC20220110-002,期初,抗原试剂,A2106,2023-06-30,500,,中心仓库',
      '2022-01-12,CK20220112-001,出库,抗原试剂,A2106,,200,中心仓库,石柱中学隔离点',
    ),
    right: lines(
      '日期,单号,类别,物资,批号,有效期,数量,来源,去向',
      '2022-01-10,QC20220110-001,期初,抗原试剂,A2101,2023-01-31,500,,中心仓库',
      '2022-01-10,QC20220110-002,期初,抗原试剂,A2106,2023-06-30,500,,中心仓库',
      '2022-01-12,CK20220112-001,出库,抗原试剂,A2101,,200,中心仓库,石柱中学隔离点',
    ),
  },
  'stock/expiring': {
    title: { zh: '有批次快到效期', en: 'A lot in stock expires soon' },
    explanation: {
      zh:
        '这一批还有结存，30 天内就到效期（天数由 expiring-days 定）。现在安排还用得上，过了那天只能报损。先发' +
        '给用得快的点位，或者跟别的仓库调剂。已经过期的，单独存放、挂上标牌，按报损出账。',
      en:
        'Some of this lot is still in stock, and it expires within 30 days (expiring-days sets how many). It ' +
        'can still be used if that is arranged now; afterwards it can only be written off. Send it first to ' +
        'the sites that use it fastest, or offer it to another depot. What has expired is set apart, ' +
        'labelled, and booked as a disposal.',
    },
    wrong: lines(
      '日期,单号,类别,物资,批号,有效期,数量,来源,去向',
      '2022-01-12,QC20220112-001,期初,抗原试剂,A2102,2022-02-01,200,,中心仓库',
    ),
    right: lines(
      '日期,单号,类别,物资,批号,有效期,数量,来源,去向',
      '2022-01-12,QC20220112-001,期初,抗原试剂,A2102,2022-02-01,200,,中心仓库',
      '2022-01-12,CK20220112-001,出库,抗原试剂,A2102,,200,中心仓库,石柱中学隔离点',
    ),
  },
  'stock/below-min': {
    title: { zh: '结存低于最低库存', en: 'Stock is below the minimum' },
    explanation: {
      zh:
        '各库加在一起，这种物资的结存已经低于 items.csv 里的最低库存，再来一笔大的就要断货。先看在途和明天到' +
        '的货够不够补，不够就今晚报采购或向上级申请，同时把不急的出库压一压。最低库存定得不合适，就改 ' +
        'items.csv。',
      en:
        'Over all sites together, stock of this item is below its minimum in items.csv; one more large issue ' +
        'and it runs out. See whether what is in transit or arrives tomorrow makes up for it. If not, order ' +
        'or ask for more tonight and hold back what is not urgent. If the minimum itself is wrong, change it ' +
        'in items.csv.',
    },
    wrong: lines(
      '日期,单号,类别,物资,数量,来源,去向,备注',
      '2022-01-12,QC20220112-001,期初,防护服,80,,中心仓库,最低库存 100',
    ),
    right: lines(
      '日期,单号,类别,物资,数量,来源,去向,备注',
      '2022-01-12,QC20220112-001,期初,防护服,80,,中心仓库,最低库存 100',
      '2022-01-12,RK20220112-001,入库,防护服,20,县红十字会,中心仓库,',
    ),
  },
  'stock/above-max': {
    title: { zh: '结存高于最高库存', en: 'Stock is above the maximum' },
    explanation: {
      zh:
        '各库加在一起，这种物资的结存超过了 items.csv 里的最高库存：占地方、压资金，放久了还会过期。先查是不' +
        '是数量或单位录大了（把套当成箱，一下就多几十倍）。账没错，就停一停采购，或者调剂给缺的地方；上限该放' +
        '宽，就改 items.csv。',
      en:
        'Over all sites together, stock of this item is above its maximum in items.csv: it takes up room and ' +
        'money, and ages. Check first that no quantity or unit was booked too large (suits taken for cartons ' +
        'are dozens of times too many). If the books are right, stop ordering or pass it on to where it is ' +
        'short; if the limit is too tight, change it in items.csv.',
    },
    wrong: lines(
      '日期,单号,类别,物资,数量,单位,来源,去向,备注',
      '2022-01-12,RK20220112-001,入库,防护服,300,箱,县红十字会,中心仓库,每箱 20 套，最高库存 5000 套',
    ),
    right: lines(
      '日期,单号,类别,物资,数量,单位,来源,去向,备注',
      '2022-01-12,RK20220112-001,入库,防护服,300,套,县红十字会,中心仓库,每箱 20 套，最高库存 5000 套',
    ),
  },
};
