// What is said about what sites ask for.

import type { Slug } from '../../core/slugs.js';
import { lines } from './lines.js';
import type { CheckManual } from './manual.js';

export const requestManual: Readonly<Record<Extract<Slug, `request/${string}`>, CheckManual>> = {
  'request/over-issued': {
    title: { zh: '发的比申请的多', en: 'More was issued than asked for' },
    explanation: {
      zh:
        '照关联的申请单算，发给这个点位的已经超过它申请的数。多发的那些，别处可能正缺；也可能是两个人按同一张' +
        '申请各发了一遍。先看有没有重复发货；重复了，没出门的冲销，到了的退库。点位确实需要更多，让它补一张申' +
        '请。',
      en:
        'By the request it refers to, more of this item has gone to the site than it asked for. What went ' +
        'too much may be missing elsewhere; or two people filled the same request. See first whether it was ' +
        'filled twice: reverse what has not left, take back what has arrived. If the site does need more, ' +
        'let it ask for it.',
    },
    wrong: lines(
      '日期,单号,类别,物资,数量,来源,去向,关联单号,备注',
      '2022-01-12,CK20220112-001,出库,防护服,120,中心仓库,石柱中学隔离点,SQ20220112-001,申请 100',
    ),
    right: lines(
      '日期,单号,类别,物资,数量,来源,去向,关联单号,备注',
      '2022-01-12,CK20220112-001,出库,防护服,100,中心仓库,石柱中学隔离点,SQ20220112-001,申请 100',
    ),
  },
  'request/overdue': {
    title: { zh: '过了需求日期还没发齐', en: 'A request is past its date and open' },
    explanation: {
      zh:
        '需求日期已经过了，这条申请还没发齐，也没撤销。点位在等，急的时候一套防护服也等不得。有货，今晚就排进' +
        '明天第一车；没货，告诉对方什么时候有，先发一部分；对方不要了，记一笔撤销。',
      en:
        'The day it was needed by has passed, and the request is neither filled nor cancelled. Somebody is ' +
        'waiting. If there is stock, put it on tomorrow’s first load tonight; if there is not, tell the site ' +
        'when there will be, and send a part. If it is no longer wanted, enter a cancellation.',
    },
    wrong: lines(
      '日期,单号,点位,物资,数量,需求日期,紧急程度,备注',
      '2022-01-10,SQ20220110-001,石柱中学隔离点,防护服,100,2022-01-11,紧急,到 1 月 12 日只发了 60',
    ),
    right: lines(
      '日期,单号,点位,物资,数量,需求日期,紧急程度,撤销',
      '2022-01-10,SQ20220110-001,石柱中学隔离点,防护服,100,2022-01-11,紧急,',
      '2022-01-12,SQ20220110-001,石柱中学隔离点,防护服,,,,是',
    ),
  },
};
