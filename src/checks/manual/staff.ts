// What is said about people: shifts, rest, and what may not be written about them.

import type { Slug } from '../../core/slugs.js';
import { lines } from './lines.js';
import type { CheckManual } from './manual.js';

export const staffManual: Readonly<Record<Extract<Slug, `staff/${string}`>, CheckManual>> = {
  'staff/inactive': {
    title: { zh: '人不在岗期内', en: 'A person outside their time of duty' },
    explanation: {
      zh:
        '排班或单据上的人，那一天还没到岗，或者已经离岗。不是人写错了、日期打错了，就是 staff.csv 没有更新；' +
        '真让离岗的人签了字，这张单就不作数。查清是谁经的手，改单据；人确实在岗，改 staff.csv 的到岗、离岗日' +
        '期。',
      en:
        'The person on this shift or slip had not started by that day, or had already left. Either the name ' +
        'or the date is wrong, or staff.csv is out of date; a slip signed by somebody who has left is worth ' +
        'nothing. Find out who did handle it and mend the row; if the person was on duty, mend from or until ' +
        'in staff.csv.',
    },
    wrong: lines(
      '日期,单号,类别,物资,数量,来源,去向,经办人,备注',
      '2022-01-12,CK20220112-001,出库,防护服,300,中心仓库,石柱中学隔离点,P052,P052 于 2022-01-10 离岗',
    ),
    right: lines(
      '日期,单号,类别,物资,数量,来源,去向,经办人,备注',
      '2022-01-12,CK20220112-001,出库,防护服,300,中心仓库,石柱中学隔离点,P050,',
    ),
  },
  'staff/double-booked': {
    title: { zh: '一个人同时排在两处', en: 'One person at two places at once' },
    explanation: {
      zh:
        '同一个人的两个班在时间上重叠，却排在两个点位。人只有一个，到时候必有一处空岗。找排班的人定下他在哪一' +
        '处，另一处换人；跨半夜的班，看看结束时间有没有写错。',
      en:
        'Two shifts of one person overlap in time and are at different sites. There is only one of them, so ' +
        'one place will be empty. Settle with whoever made the roster where the person is, and put somebody ' +
        'else at the other. For a shift past midnight, check its end.',
    },
    wrong: lines(
      '日期,开始,结束,人员,点位',
      '2022-01-12,08:00,16:00,P050,石柱中学隔离点',
      '2022-01-12,15:00,20:00,P050,城东小学隔离点',
    ),
    right: lines(
      '日期,开始,结束,人员,点位',
      '2022-01-12,08:00,16:00,P050,石柱中学隔离点',
      '2022-01-12,15:00,20:00,P051,城东小学隔离点',
    ),
  },
  'staff/rest': {
    title: { zh: '两个班之间休息不够', en: 'Too little rest between shifts' },
    explanation: {
      zh:
        '这个人上一班下来，不到 8 小时（小时数由 rest-hours 定）又接下一班。连轴转的人最容易穿错防护服、数错' +
        '箱子。把后一班往后挪，或者换一个人；实在排不开，至少把夜班换掉。',
      en:
        'Between these two shifts the person has less than 8 hours (rest-hours sets how many). People ' +
        'without sleep put suits on wrongly and miscount cartons. Move the later shift or give it to ' +
        'somebody else; if there is no way round it, relieve them of the night shift at least.',
    },
    wrong: lines(
      '日期,开始,结束,人员,点位',
      '2022-01-11,20:00,04:00,P050,石柱中学隔离点',
      '2022-01-12,08:00,16:00,P050,石柱中学隔离点',
    ),
    right: lines(
      '日期,开始,结束,人员,点位',
      '2022-01-11,20:00,04:00,P050,石柱中学隔离点',
      '2022-01-12,12:00,20:00,P050,石柱中学隔离点',
    ),
  },
  'staff/personal-data': {
    title: { zh: '账里写了身份证号', en: 'A national identity number in a ledger' },
    explanation: {
      zh:
        '这一格里有一个身份证号。账本进了 git 就人人可看、永远留底，事后删不干净，居民的信息等于泄露了。马上' +
        '换成人员代码（如 R-017），对照表另外锁好。已经提交过的，报告负责人，按泄露处理。',
      en:
        'This cell contains a national identity number. What is in the book is in git: everybody with the ' +
        'book can read it, for good, and it cannot be quite removed afterwards. Replace it at once by a code ' +
        '(R-017), and keep the list of codes under lock elsewhere. If it has been committed already, tell ' +
        'whoever is in charge and treat it as a leak.',
    },
    wrong: lines(
      '时间,编号,事项,点位,对象,备注',
      '2022-01-12 09:20,XQ-001,提出,石柱中学隔离点,R-017,身份证110101190001010014',
    ),
    right: lines('时间,编号,事项,点位,对象,备注', '2022-01-12 09:20,XQ-001,提出,石柱中学隔离点,R-017,要婴儿奶粉'),
  },
};
