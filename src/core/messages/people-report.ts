// Titles, headings and sentences of the reports about people: chart, coverage, roster, roll-call, needs, the morning brief.

import { type Day, dayFromColumn, formatDay, formatMinute, MINUTES_A_DAY } from '../day.js';
import type { Words } from '../lang.js';
import { dayWords, periodWords } from './report-titles.js';

const word = (zh: string, en: string): Words => ({ zh, en });

export const peopleTitles = {
  org: word('组织架构', 'Org chart'),
  coverage: word('点位值守表', 'Coverage of sites'),
  roster: word('排班表', 'Roster'),
  rollcall: word('摸排进度', 'Roll-calls'),
  needs: word('需求办理表', 'Residents’ needs'),
  staff: word('人员在岗表', 'People on duty'),
  brief: word('晨会简报', 'Morning brief'),
} as const;

export const peopleHeadings = {
  levels: word('各层级', 'Levels'),
  units: word('组织', 'Units'),
  grids: word('网格', 'Grids'),
  gridGaps: word('没配齐的网格', 'Grids not staffed'),
  teams: word('队伍', 'Teams'),
  members: word('人员', 'People'),
  strength: word('应配与实有', 'Required and present'),
  sites: word('点位', 'Sites'),
  open: word('未办结', 'Open'),
  byCategory: word('分类', 'By category'),
  events: word('经过', 'What happened'),
  left: word('还没联系上', 'Still to be reached'),
  shifts: word('班次', 'Shifts'),
  uncovered: word('无人值守', 'Uncovered'),
  problems: word('需要处理的问题', 'What needs attention'),
  tomorrow: word('次日安排', 'The day ahead'),
} as const;

export const peopleColumns = {
  id: word('编码', 'Code'),
  name: word('名称', 'Name'),
  level: word('层级', 'Level'),
  expect: word('应有', 'Expected'),
  have: word('实有', 'Present'),
  leader: word('负责人', 'Leader'),
  phone: word('电话', 'Phone'),
  people: word('人数', 'People'),
  strength: word('应配与实有', 'Required and present'),
  missing: word('缺', 'Missing'),
  site: word('点位', 'Site'),
  unit: word('组织', 'Unit'),
  above: word('上级', 'Above'),
  today: word('今日在岗', 'On shift'),
  tonight: word('24时在岗', 'At midnight'),
  alone: word('无人时长', 'Gap'),
  residents: word('隔离人数', 'Residents'),
  state: word('状态', 'Status'),
  role: word('职务', 'Roles'),
  required: word('应配', 'Required'),
  person: word('人员', 'Person'),
  resident: word('对象', 'Resident'),
  staff: word('工号', 'Code'),
  start: word('开始', 'Start'),
  end: word('结束', 'End'),
  task: word('任务', 'Task'),
  list: word('名单', 'List'),
  total: word('总数', 'In all'),
  reached: word('已联系', 'Reached'),
  moved: word('已转出', 'Moved'),
  left: word('还剩', 'Left'),
  last: word('最近一次', 'Last call'),
  by: word('联系人', 'By'),
  actor: word('经办人', 'By'),
  tries: word('次数', 'Calls'),
  need: word('编号', 'Need'),
  category: word('类别', 'Category'),
  priority: word('紧急程度', 'Priority'),
  raised: word('提出', 'Raised'),
  resolved: word('办结', 'Resolved'),
  open: word('未办结', 'Open'),
  due: word('时限', 'Due'),
  holder: word('承办', 'With'),
  act: word('该谁办', 'Who must act'),
  action: word('该做什么', 'What now'),
  time: word('时间', 'Time'),
  event: word('事项', 'Event'),
  head: word('网格长', 'Head'),
  members: word('专职', 'Members'),
  volunteers: word('志愿者', 'Volunteers'),
} as const;

export const actionWords = {
  assign: word('交办', 'assign it'),
  resolve: word('办理', 'see to it'),
  escalate: word('接手（已超时）', 'take it over (overdue)'),
} as const;

export const coverageWords = {
  good: word('有人', 'covered'),
  unit: word('没有组织', 'no unit'),
  shift: word('没有排班', 'nobody on shift'),
  gap: word('有空档', 'with gaps'),
} as const;

export const peopleEmpty = {
  chart: word('没有 org.yaml，或它还没有写组织。', 'There is no org.yaml, or no unit in it yet.'),
  coverage: word('没有需要值守的点位。', 'No site asks to be covered.'),
  roster: word('这一天没有排班。', 'Nobody is on the roster that day.'),
  rollcall: word('没有摸排名单。', 'There is no roll-call.'),
  left: word('全部联系到。', 'Everybody has been reached.'),
  needs: word('没有未办结的需求。', 'No need is open.'),
  members: word('没有登记人员。', 'Nobody is registered.'),
  problems: word('没有错误和警告。', 'No errors and no warnings.'),
} as const;

/** `2022-01-12 09:20` from minutes since 1970. */
export function momentText(moment: number): string {
  const day = Math.floor(moment / MINUTES_A_DAY);
  return `${formatDay(dayFromColumn(day))} ${formatMinute(moment - day * MINUTES_A_DAY)}`;
}

export function durationWords(minutes: number): Words {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return {
    zh: rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分`,
    en: rest === 0 ? `${hours} h` : `${hours} h ${rest} min`,
  };
}

/** 「应到 230 人，已联系 230 人，最后一人 2022-01-06 04:43」 */
export function rollcallWords(a: {
  list: string;
  total: number;
  reached: number;
  moved: number;
  left: number;
  last: number;
}): Words {
  const moved = a.moved === 0 ? word('', '') : word(`，转出 ${a.moved} 人`, `, ${a.moved} moved away`);
  const at = momentText(a.last);
  return {
    zh:
      `${a.list}：${a.total} 人，已联系 ${a.reached} 人${moved.zh}，` +
      (a.left === 0 ? `全部完成于 ${at}。` : `还剩 ${a.left} 人（最近一次 ${at}）。`),
    en:
      `${a.list}: ${a.reached} of ${a.total} reached${moved.en}, ` +
      (a.left === 0 ? `complete at ${at}.` : `${a.left} left (last call ${at}).`),
  };
}

/** 「1月12日情况」 “What happened on 12 January 2022” */
export function happenedWords(period: { readonly from: Day; readonly to: Day }): Words {
  const { zh, en } = periodWords(period);
  return { zh: `${zh}情况`, en: `What happened ${en}` };
}

/** 「1月13日：已排班 245 人，61 个点位中 0 个没有排班。」 */
export function aheadWords(day: Day, a: { onDuty: number; sites: number; uncovered: number }): Words {
  const { zh, en } = dayWords(day);
  return {
    zh: `${zh}：已排班 ${a.onDuty} 人；${a.sites} 个点位${a.uncovered === 0 ? '都有人' : `中有 ${a.uncovered} 个没有排班`}。`,
    en: `${en}: ${a.onDuty} on the roster; ${a.uncovered === 0 ? `all ${a.sites} sites have somebody` : `${a.uncovered} of ${a.sites} sites have nobody`}.`,
  };
}

/** The same as in the daily report, over several days. */
export function needPeriodWords(a: {
  raised: number;
  resolved: number;
  open: number;
  raisedTotal: number;
  overdue: number;
}): Words {
  return {
    zh: `这段时间新增需求 ${a.raised} 条，办结 ${a.resolved} 条；现未办结 ${a.open} 条${a.overdue > 0 ? `（其中超时 ${a.overdue} 条）` : ''}，累计 ${a.raisedTotal} 条。`,
    en: `${a.raised} needs raised in these days, ${a.resolved} resolved; ${a.open} open now${a.overdue > 0 ? ` (${a.overdue} of them overdue)` : ''}, ${a.raisedTotal} in all.`,
  };
}

export const noRosterAhead = word('还没有排班：今天就把班排出来。', 'There is no roster for it yet: make it today.');
