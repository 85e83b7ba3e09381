// What is said about goods on the road and what the receiving site signed.

import type { Slug } from '../../core/slugs.js';
import { lines } from './lines.js';
import type { CheckManual } from './manual.js';

export const deliveryManual: Readonly<Record<Extract<Slug, `delivery/${string}`>, CheckManual>> = {
  'delivery/short': {
    title: { zh: '签收少于发出', en: 'Less was signed for than was sent' },
    explanation: {
      zh:
        '点位已经签收，可收到的加上破损的，比出库单上发的少，差的那些还挂在在途。货在路上少了，今晚不问，明天' +
        '就没人说得清。先打电话：是分两车、后一车还没到，就等签收后补一行；是退回来了，记退库；真丢了，记盘' +
        '亏，来源写“在途”，关联单号写原出库单。',
      en:
        'The site has signed, but what it received and what was damaged come to less than was sent, and the ' +
        'rest still hangs in transit. What goes missing on the road can be cleared up tonight and hardly ' +
        'tomorrow. Telephone first. If a second load is still coming, add a row when it is signed for; if ' +
        'the rest came back, book a return; if it is lost, book a loss from transit with the number of the ' +
        'dispatch as ref.',
    },
    wrong: lines(
      '日期,单号,物资,实收,签收点位,签收人,备注',
      '2022-01-12,CK20220112-001,防护服,298,石柱中学隔离点,王芳,出库单上是 300',
    ),
    right: lines(
      '日期,单号,物资,实收,签收点位,签收人,备注',
      '2022-01-12,CK20220112-001,防护服,298,石柱中学隔离点,王芳,出库单上是 300',
      '2022-01-12,CK20220112-001,防护服,2,石柱中学隔离点,王芳,第二车补到',
    ),
  },
  'delivery/over': {
    title: { zh: '签收多于发出', en: 'More was signed for than was sent' },
    explanation: {
      zh:
        '点位签收的比出库单上发的还多，在途成了负数。要么仓库多装了没记账，要么签收数写错、写到了别人的单号' +
        '上，要么单位不一样（箱当成了套）。先跟点位核对实物：签收写错，补一行负数更正；真的多发了，按多出来的' +
        '数补一张出库单。',
      en:
        'The site signed for more than the document sent, and the balance in transit is below zero. Either ' +
        'the depot loaded more than it booked, or the figure is wrong or stands under somebody else’s ' +
        'number, or the units differ (cartons for suits). Check the goods with the site. If the signature is ' +
        'wrong, correct it by a row with a negative figure; if more did leave, book another issue for what ' +
        'was over.',
    },
    wrong: lines(
      '日期,单号,物资,实收,签收点位,签收人,备注',
      '2022-01-12,CK20220112-001,防护服,310,石柱中学隔离点,王芳,出库单上是 300',
    ),
    right: lines(
      '日期,单号,物资,实收,签收点位,签收人,备注',
      '2022-01-12,CK20220112-001,防护服,310,石柱中学隔离点,王芳,出库单上是 300',
      '2022-01-12,CK20220112-001,防护服,-10,石柱中学隔离点,王芳,更正：多写了 10',
    ),
  },
  'delivery/damaged': {
    title: { zh: '到货有破损', en: 'Goods arrived damaged' },
    explanation: {
      zh:
        '签收时有一部分是坏的。这些已经交代清楚，不算少收，但点位能用的少了，同样的破法明天可能还有。问清是装' +
        '车、路上还是包装的问题，留下照片；点位够不够用，不够就补发。签收人若是填错了格，把数挪回“实收”。',
      en:
        'Part of what arrived is damaged. It is accounted for and does not count as short, but the site has ' +
        'less to use, and tomorrow’s load may break in the same way. Find out whether it was the loading, ' +
        'the road or the packing, and keep a photograph. Ask whether the site has enough, and send more if ' +
        'it has not. If the figure only slipped into the wrong cell, move it back to received.',
    },
    wrong: lines(
      '日期,单号,物资,实收,破损,签收点位,签收人',
      '2022-01-12,CK20220112-001,防护服,298,2,石柱中学隔离点,王芳',
    ),
    right: lines(
      '日期,单号,物资,实收,破损,签收点位,签收人',
      '2022-01-12,CK20220112-001,防护服,300,0,石柱中学隔离点,王芳',
    ),
  },
  'delivery/overdue': {
    title: { zh: '发出很久没有签收', en: 'Not signed for in time' },
    explanation: {
      zh:
        '这批货发给了要签收的点位，过了 24 小时（小时数由 delivery-hours 定）还没人签收，账上一直挂在途。可能' +
        '是收了没签，也可能根本没送到。先给司机和点位打电话：收到了，补签收；没收到，问货在哪里；拉回来了，记' +
        '退库。',
      en:
        'These goods went to a site that signs, and after more than 24 hours (delivery-hours sets how many) ' +
        'nobody has; on the books they are still in transit. They may have arrived without a signature, or ' +
        'never have arrived. Telephone the driver and the site. If they are there, enter the signature; if ' +
        'not, ask where they are; if they came back, book a return.',
    },
    wrong: lines(
      '日期,时间,单号,类别,物资,数量,来源,去向,备注',
      '2022-01-10,09:30,CK20220110-001,出库,防护服,300,中心仓库,石柱中学隔离点,到 1 月 12 日 24 时没有签收',
    ),
    right: lines('日期,单号,物资,实收,签收点位,签收人', '2022-01-10,CK20220110-001,防护服,300,石柱中学隔离点,王芳'),
  },
  'delivery/unmatched': {
    title: { zh: '签收的货没有发出记录', en: 'Signed for, but never sent' },
    explanation: {
      zh:
        '照签收写的单号和物资，账上找不到往要签收的点位发的货，或者签收日期比发货还早。货到了而账上没发，就是' +
        '账外物资，仓库那头一定也对不上。先核单号和物资有没有抄错；仓库漏记了出库，就补记。不用签收的点位，这' +
        '一行可以删掉。',
      en:
        'No dispatch to a site that signs has this number and item, or the signature is dated before the ' +
        'dispatch. Goods that arrived without having left are off the books, and the depot’s stock cannot be ' +
        'right either. See first whether the number or item is miscopied; if the depot forgot its issue, ' +
        'book that. For a site that does not sign, the row can go.',
    },
    wrong: lines(
      '日期,单号,物资,实收,签收点位,签收人,备注',
      '2022-01-12,CK20220112-010,防护服,300,石柱中学隔离点,王芳,出库单是 CK20220112-001',
    ),
    right: lines('日期,单号,物资,实收,签收点位,签收人', '2022-01-12,CK20220112-001,防护服,300,石柱中学隔离点,王芳'),
  },
};
