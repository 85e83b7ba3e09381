// What is said about people at work: shifts, rest, head counts. The org chart's own words stand in people-org.ts.

import { telling } from './telling.js';

const hoursZh = (minutes: number): string => {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return rest === 0 ? `${hours} 小时` : hours === 0 ? `${rest} 分钟` : `${hours} 小时 ${rest} 分钟`;
};

const hoursEn = (minutes: number): string => {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const words = [];
  if (hours > 0 || rest === 0) words.push(`${hours} ${hours === 1 ? 'hour' : 'hours'}`);
  if (rest > 0) words.push(`${rest} ${rest === 1 ? 'minute' : 'minutes'}`);
  return words.join(' ');
};

export const peopleTellings = {
  doubleBooked: (a: { name: string; site: string; span: string; other: string; otherSpan: string }) =>
    telling({
      zh: () => [
        `${a.name} ${a.span} 排在 ${a.site}，可 ${a.otherSpan} 已排在 ${a.other}，两个班重叠`,
        '问清人在哪一处，另一处换人；跨半夜的班看看结束时间有没有写错',
      ],
      en: () => [
        `${a.name} is at ${a.site} ${a.span} and at ${a.other} ${a.otherSpan}: the shifts overlap`,
        'settle where the person is and put somebody else at the other; for a shift past midnight check its end',
      ],
    }),
  rest: (a: { name: string; minutes: number; hours: number }) =>
    telling({
      zh: () => [
        `${a.name} 上一班下来只隔 ${hoursZh(a.minutes)}又上班，不足 ${a.hours} 小时`,
        '把这一班往后挪，或换一个人；确实排不开，至少换掉夜班',
      ],
      en: () => [
        `${a.name} has ${hoursEn(a.minutes)} between the last shift and this one, less than ${a.hours} hours`,
        'move this shift or give it to somebody else; at the least take the night shift off them',
      ],
    }),
  inactive: (a: { name: string; day: string; from: string | null; until: string | null; early: boolean }) =>
    telling({
      zh: () => [
        a.early
          ? `${a.name} 在 ${a.day} 还没到岗（${a.from} 到岗）`
          : `${a.name} 在 ${a.day} 已离岗（${a.until} 离岗）`,
        '查清是谁经的手，改这一格；人确实在岗，就改 staff.csv 的到岗或离岗日期',
      ],
      en: () => [
        a.early
          ? `${a.name} had not started on ${a.day} (from ${a.from})`
          : `${a.name} had left by ${a.day} (until ${a.until})`,
        'find out who it really was and mend this cell; if the person was there, mend from or until in staff.csv',
      ],
    }),
  overCapacity: (a: { site: string; residents: number; capacity: number }) =>
    telling({
      zh: () => [
        `${a.site} 有 ${a.residents} 人，超过容量 ${a.capacity} 人，多 ${a.residents - a.capacity} 人`,
        '先核对有没有多打一位；属实就今晚联系转点，并把明天的餐食、物资加上；扩容了就改 sites.csv 的容量',
      ],
      en: () => [
        `${a.site} holds ${a.residents} people, ${a.residents - a.capacity} above its capacity of ${a.capacity}`,
        'see that no digit is too many; if it is right, have some moved tonight and raise tomorrow’s meals and supplies; if the site was enlarged, mend its capacity in sites.csv',
      ],
    }),
  censusMissing: (a: { site: string; day: string; last: { day: string; residents: number } | null }) =>
    telling({
      zh: () => [
        `${a.site} 没有报 ${a.day} 的人数${a.last === null ? '' : `（上次 ${a.last.day}：${a.last.residents} 人）`}`,
        '打电话问一声，在 census/ 补一行，没人也报 0；点位停用了，在 sites.csv 填停用日期',
      ],
      en: () => [
        `${a.site} has no head count for ${a.day}${a.last === null ? '' : ` (last: ${a.last.residents} on ${a.last.day})`}`,
        'telephone and add a row to census/, with 0 if nobody is there; if the site has closed, enter the date in sites.csv',
      ],
    }),
} as const;
