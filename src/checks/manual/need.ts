// What is said about the life of a resident’s need.

import type { Slug } from '../../core/slugs.js';
import { lines } from './lines.js';
import type { CheckManual } from './manual.js';

export const needManual: Readonly<Record<Extract<Slug, `need/${string}`>, CheckManual>> = {
  'need/transition': {
    title: { zh: '这一步在现在的状态下不能做', en: 'A step that is not possible now' },
    explanation: {
      zh:
        '这条需求走不到这一步：还没提出就办结，办结了又交办，撤销了还上报。按时间排下来说不通，多半是编号写' +
        '错、时间写错，或者漏记了前面一步。对着登记本查一遍，补上漏的那一步，或者把编号、时间改对；办完又冒出' +
        '来的，先记“重开”。',
      en:
        'In its present state the need cannot take this step: resolved before it was raised, assigned after ' +
        'it was resolved, escalated after it was cancelled. In order of time the story makes no sense; most ' +
        'likely the number or the time is mistyped, or a step was not entered. Go by the register: add the ' +
        'missing step, or mend the number or time. What comes up again after it was resolved is reopened ' +
        'first.',
    },
    wrong: lines('时间,编号,事项,点位,备注', '2022-01-12 10:05,XQ-001,办结,石柱中学隔离点,没有提出的记录'),
    right: lines(
      '时间,编号,事项,点位,备注',
      '2022-01-12 09:20,XQ-001,提出,石柱中学隔离点,要婴儿奶粉',
      '2022-01-12 10:05,XQ-001,办结,石柱中学隔离点,已送到',
    ),
  },
  'need/overdue': {
    title: { zh: '需求超时没有办结', en: 'A need is open for too long' },
    explanation: {
      zh:
        '这条需求从提出到现在，超过了它的紧急程度允许的时间（特急 4 小时、紧急 12 小时、常规 24 小时，由 ' +
        'need-hours 定）。那头有人在等药、等奶粉。先给承办的人打电话：办了，补记办结；办不了，现在就上报；居' +
        '民不要了，记撤销。',
      en:
        'This need has been open for longer than its priority allows (critical 4 hours, urgent 12, routine ' +
        '24; need-hours sets them). Somebody is waiting for medicine or for milk powder. Telephone whoever ' +
        'has it: if it is done, enter resolve; if it cannot be done, escalate it now; if it is no longer ' +
        'wanted, cancel it.',
    },
    wrong: lines(
      '时间,编号,事项,点位,紧急程度,备注',
      '2022-01-12 09:20,XQ-001,提出,石柱中学隔离点,特急,到当天 24 时没有办结',
    ),
    right: lines(
      '时间,编号,事项,点位,紧急程度,备注',
      '2022-01-12 09:20,XQ-001,提出,石柱中学隔离点,特急,要降压药',
      '2022-01-12 11:45,XQ-001,办结,石柱中学隔离点,,已送到',
    ),
  },
  'need/escalation': {
    title: { zh: '上报的对象不是上级', en: 'Escalated to a unit that is not above' },
    explanation: {
      zh:
        '上报只能报给现在承办这件事的组织的上级，这里报给了平级、下级或别的线上的组织。报错了门，没人有权拍' +
        '板，事情就搁在那里。看 org.yaml 里它的上级是谁，把“承办组织”改过来；只是换一家来办，事项写“交办”。',
      en:
        'A need is escalated to a unit above the one that has it now; here it went to one beside or below ' +
        'it, or on another branch. At the wrong door nobody may decide, and the matter lies there. Look up ' +
        'in org.yaml who stands above, and mend the unit; if it is only handed to somebody else, the event ' +
        'is assign.',
    },
    wrong: lines(
      '时间,编号,事项,点位,承办组织',
      '2022-01-12 09:20,XQ-001,提出,石柱中学隔离点,',
      '2022-01-12 09:30,XQ-001,交办,石柱中学隔离点,磐安专班临时党支部',
      '2022-01-12 11:00,XQ-001,上报,石柱中学隔离点,石柱中学临时党小组',
    ),
    right: lines(
      '时间,编号,事项,点位,承办组织',
      '2022-01-12 09:20,XQ-001,提出,石柱中学隔离点,',
      '2022-01-12 09:30,XQ-001,交办,石柱中学隔离点,石柱中学临时党小组',
      '2022-01-12 11:00,XQ-001,上报,石柱中学隔离点,磐安专班临时党支部',
    ),
  },
};
