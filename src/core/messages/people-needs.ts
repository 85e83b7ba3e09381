// What is said about residents’ needs: steps that are not possible, clocks that have run out, doors that are wrong.

import type { Words } from '../lang.js';
import { telling } from './telling.js';

const word = (zh: string, en: string): Words => ({ zh, en });

export const needEventWords = {
  raise: word('提出', 'raise'),
  assign: word('交办', 'assign'),
  escalate: word('上报', 'escalate'),
  resolve: word('办结', 'resolve'),
  reopen: word('重开', 'reopen'),
  cancel: word('撤销', 'cancel'),
} as const;

export const needStateWords = {
  none: word('还没有提出', 'not yet raised'),
  open: word('未办结', 'open'),
  resolved: word('已办结', 'resolved'),
  cancelled: word('已撤销', 'cancelled'),
} as const;

/** 「不能办结」 “cannot be resolved” */
const done = {
  raise: 'raised',
  assign: 'assigned',
  escalate: 'escalated',
  resolve: 'resolved',
  reopen: 'reopened',
  cancel: 'cancelled',
} as const;

type EventName = keyof typeof needEventWords;

const listZh = (events: readonly EventName[]): string => events.map((event) => needEventWords[event].zh).join('、');
const listEn = (events: readonly EventName[]): string => events.map((event) => needEventWords[event].en).join(', ');

function hours(minutes: number): string {
  return String(Math.floor(minutes / 6) / 10);
}

export const needTellings = {
  transition: (a: {
    need: string;
    event: EventName;
    state: keyof typeof needStateWords;
    possible: readonly EventName[];
    /** False where the row was refused before it was written. */
    recorded: boolean;
  }) =>
    telling({
      zh: () => [
        `需求 ${a.need} ${needStateWords[a.state].zh}，这时不能${needEventWords[a.event].zh}；${a.recorded ? '这一行没有起作用' : '没有写入'}`,
        a.state === 'none'
          ? '补上前面漏记的“提出”，或核对编号和时间'
          : `这时可以：${listZh(a.possible)}。核对编号和时间，或补上漏记的一步`,
      ],
      en: () => [
        `need ${a.need} is ${needStateWords[a.state].en}, so it cannot be ${done[a.event]} now; ${a.recorded ? 'this row has no effect' : 'nothing was written'}`,
        a.state === 'none'
          ? 'add the missing raise before it, or check the number and the time'
          : `possible now: ${listEn(a.possible)}; check the number and the time, or add the step that is missing`,
      ],
    }),
  overdue: (a: { need: string; age: number; hours: number; priority: Words; unit: string; leader: string }) =>
    telling({
      zh: () => [
        `需求 ${a.need}（${a.priority.zh}）已 ${hours(a.age)} 小时没有办结，限 ${a.hours} 小时`,
        `${
          a.unit === '' ? '给承办的人打电话' : `给${a.unit}${a.leader === '' ? '' : `的${a.leader}`}打电话`
        }：办了就补记办结，办不了现在就上报，不要了就记撤销`,
      ],
      en: () => [
        `need ${a.need} (${a.priority.en}) has been open for ${hours(a.age)} hours; ${a.hours} are allowed`,
        `telephone ${
          a.unit === '' ? 'whoever has it' : `${a.leader === '' ? '' : `${a.leader} of `}${a.unit}`
        }: enter resolve if it is done, escalate it now if it cannot be, cancel it if it is no longer wanted`,
      ],
    }),
  escalation: (a: { need: string; holder: string; to: string; above: string }) =>
    telling({
      zh: () => [
        a.to === ''
          ? `需求 ${a.need} 由${a.holder}承办，上面没有可上报的组织`
          : `需求 ${a.need} 由${a.holder}承办，${a.to}不是它的上级`,
        a.above === ''
          ? '它上面没有组织了：只是换一家来办，事项写“交办”'
          : `它的上级是${a.above}，把“承办组织”改过来；只是换一家来办，事项写“交办”`,
      ],
      en: () => [
        a.to === ''
          ? `need ${a.need} is with ${a.holder}, and nobody stands above it`
          : `need ${a.need} is with ${a.holder}, and ${a.to} is not above it`,
        a.above === ''
          ? 'nobody stands above it: if it is only handed to somebody else, the event is assign'
          : `above it stands ${a.above}: mend the unit; if it is only handed to somebody else, the event is assign`,
      ],
    }),
} as const;
