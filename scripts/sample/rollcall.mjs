// The night of 5 to 6 January: 230 workers looked for by telephone, some at the third or fourth call, all by five o'clock.
import { chance, moment, pad } from './lib.mjs';
import { nameOf } from './staff.mjs';

const PEOPLE = 230;
const HARD = 41; // not reached at the first call
const START = 21 * 60; // 21:00 on the first day
const END = 29 * 60 - 4; // 04:56 on the second

function calls() {
  const random = chance('rollcall');
  const callers = Array.from({ length: 8 }, (_, i) => nameOf(`P00${i + 2}`));
  const order = Array.from({ length: PEOPLE }, (_, i) => i);
  const hard = new Set([...order].sort((a, b) => ((a * 97 + 31) % PEOPLE) - ((b * 97 + 31) % PEOPLE)).slice(0, HARD));
  const rows = [];
  for (const i of order) {
    const row = (minutes, status) => ({
      minutes,
      ...moment(minutes),
      person: `WG-${pad(i + 1, 3)}`,
      status,
      by: callers[i % callers.length],
    });
    let at = START + Math.floor((i / PEOPLE) * 330) + random.between(0, 12);
    if (hard.has(i)) {
      for (let tries = random.between(1, 3); tries > 0 && at < END - 100; tries -= 1) {
        rows.push(row(at, '未联系上'));
        at += random.between(40, 95);
      }
    }
    rows.push(row(at, '已联系'));
  }
  return rows.sort((a, b) => a.minutes - b.minutes || (a.person < b.person ? -1 : 1));
}

export const ROLLCALL_HEADER = ['日期', '时间', '名单', '对象', '状态', '联系人'];
export const rollcall = calls();
export const rollcallRows = (c) => [[c.date, c.time, '务工人员摸排名单（示例）', c.person, c.status, c.by]];
