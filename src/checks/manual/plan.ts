// What is said about tomorrow.

import type { Slug } from '../../core/slugs.js';
import { lines } from './lines.js';
import type { CheckManual } from './manual.js';

export const planManual: Readonly<Record<Extract<Slug, `plan/${string}`>, CheckManual>> = {
  'plan/shortage': {
    title: { zh: '明天的需求比库存多', en: 'Tomorrow’s demand exceeds the stock' },
    explanation: {
      zh:
        '按申请、人数和定额算，明天要的比各库能发的多，计划已经按轻重缓急分配，还是有点位分不够。明早装车时才' +
        '发现就晚了。今晚联系上级调拨或紧急采购，跟分不够的点位说清楚先用什么顶；数不对劲，先查申请的数量和单' +
        '位。',
      en:
        'By the requests, the head counts and the norms, tomorrow asks for more than the depots can send; ' +
        'the plan has allotted by urgency and some sites still get too little. To find out at the loading ' +
        'ramp is too late. Arrange tonight for a transfer or an emergency purchase, and tell those sites ' +
        'what to use meanwhile. If the figure looks odd, check the quantity and unit of the requests.',
    },
    wrong: lines(
      '日期,单号,点位,物资,数量,单位,需求日期,备注',
      '2022-01-12,SQ20220112-001,石柱中学隔离点,防护服,500,套,2022-01-13,中心仓库结存 300',
    ),
    right: lines(
      '日期,单号,点位,物资,数量,单位,需求日期,备注',
      '2022-01-12,SQ20220112-001,石柱中学隔离点,防护服,300,套,2022-01-13,中心仓库结存 300',
    ),
  },
  'plan/days-of-cover': {
    title: { zh: '库存撑不到保障天数', en: 'The stock does not last long enough' },
    explanation: {
      zh:
        '照近几天的日均发出算，这种物资的结存用不到保障天数（items.csv 的“保障天数”，没写就按 cover-days）。' +
        '今天够用，不等于补货到得来。看采购或下拨要几天到，今晚就下单；用量是一次性突增的，心里有数即可。',
      en:
        'At the average daily issue of the last days, stock of this item lasts for fewer days than it should ' +
        '(cover_days in items.csv, else cover-days in the settings). That today was enough does not mean ' +
        'that supplies arrive in time. See how many days an order takes and place it tonight; if the use was ' +
        'a single peak, it is enough to know.',
    },
    wrong: lines(
      '日期,单号,类别,物资,数量,去向,备注',
      '2022-01-12,QC20220112-001,期初,防护服,200,中心仓库,日均发出 100，保障 3 天要 300',
    ),
    right: lines(
      '日期,单号,类别,物资,数量,去向,备注',
      '2022-01-12,QC20220112-001,期初,防护服,300,中心仓库,日均发出 100，保障 3 天要 300',
    ),
  },
};
