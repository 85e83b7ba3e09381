// What is said about head counts.

import type { Slug } from '../../core/slugs.js';
import { lines } from './lines.js';
import type { CheckManual } from './manual.js';

export const censusManual: Readonly<Record<Extract<Slug, `census/${string}`>, CheckManual>> = {
  'census/missing': {
    title: { zh: '隔离点没报当日人数', en: 'No head count from an isolation site' },
    explanation: {
      zh:
        '有个开着的隔离点今天没有报人数。明天多少份餐、多少套防护服、要几个医护，都按人数算；没报，就只能按旧' +
        '数猜。打电话问一声，补一行，没人也要报 0；点位已经停用，在 sites.csv 填上停用日期。',
      en:
        'An open isolation site has no head count for this day. Tomorrow’s meals, suits and medical staff ' +
        'are worked out from it; without it they rest on an old figure. Telephone, and add the row, with 0 ' +
        'if nobody is there. If the site has closed, enter the date in sites.csv.',
    },
    wrong: lines('日期,点位,隔离人数,工作人员数,备注', '2022-01-12,石柱中学隔离点,86,15,城东小学隔离点没报'),
    right: lines(
      '日期,点位,隔离人数,工作人员数,备注',
      '2022-01-12,石柱中学隔离点,86,15,',
      '2022-01-12,城东小学隔离点,0,4,',
    ),
  },
};
