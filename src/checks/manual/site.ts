// What is said about a site as a place.

import type { Slug } from '../../core/slugs.js';
import { lines } from './lines.js';
import type { CheckManual } from './manual.js';

export const siteManual: Readonly<Record<Extract<Slug, `site/${string}`>, CheckManual>> = {
  'site/over-capacity': {
    title: { zh: '隔离人数超过容量', en: 'More people than the site holds' },
    explanation: {
      zh:
        '报上来的隔离人数超过了 sites.csv 登记的容量。人挤在一起，隔离就白隔离，餐食和防护品也会按多的人数不' +
        '够发。先核对人数有没有多打一位；人数属实，今晚就联系转点，并把明天的餐食、物资加上；改建扩容了，就更' +
        '新容量。',
      en:
        'The head count is above the capacity in sites.csv. Crowded together people are not isolated at all, ' +
        'and meals and protection will not go round. See first that the figure has no digit too many. If it ' +
        'is right, arrange tonight for some to be moved and raise tomorrow’s meals and supplies; if the site ' +
        'was enlarged, update its capacity.',
    },
    wrong: lines('日期,点位,隔离人数,工作人员数,备注', '2022-01-12,石柱中学隔离点,126,18,容量 120'),
    right: lines('日期,点位,隔离人数,工作人员数,备注', '2022-01-12,石柱中学隔离点,120,18,容量 120'),
  },
};
