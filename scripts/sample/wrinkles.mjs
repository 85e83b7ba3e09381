// What goes wrong in an honest week and how it is put right: a wrong booking, goods that come back, losses found by count.
import { line, newDoc } from './issues.mjs';
import { clock } from './lib.mjs';
import { DEPOT, TESTING } from './places.mjs';
import { LOGISTICS, nameOf } from './staff.mjs';

const at = (minutes, by, checked) => ({
  minutes,
  time: clock(minutes),
  by: nameOf(LOGISTICS[by]),
  checked: nameOf(LOGISTICS[checked]),
});
const countRef = (date) => `count:${date}:${DEPOT.code}`;

/** 200 shields booked where 20 were asked for, taken back by a reversal, and booked rightly. */
export function wrongBooking() {
  const date = '2022-01-08';
  const to = TESTING[4];
  const wrong = newDoc({ date, to, ...at(610, 1, 2), urgent: '紧急', asked: 20, lines: [line('PPE-SHIELD', 200)] });
  wrong.note = '数量误录，已冲销';
  const undo = {
    ...newDoc({ date, to, ...at(655, 2, 1), lines: [line('PPE-SHIELD', 200)] }),
    kind: '冲销',
    refDoc: wrong,
  };
  undo.note = '冲销误录出库，实发20只';
  const right = newDoc({ date, to, ...at(657, 1, 2), sameRequest: wrong, lines: [line('PPE-SHIELD', 20)] });
  return [wrong, undo, right];
}

/** 30 shields that a testing point had too many, on the day after they went there; the dispatch fills no request. */
export function comesBack(docs) {
  const sent = docs.find(
    (d) => d.date === '2022-01-10' && d.to === TESTING[2] && d.lines.some((l) => l.item.code === 'PPE-SHIELD'),
  );
  sent.noRequest = true;
  const shields = sent.lines.find((l) => l.item.code === 'PPE-SHIELD');
  if (shields.qty < 30) throw new Error('fewer shields went there than come back');
  const back = newDoc({
    date: '2022-01-11',
    from: sent.to,
    to: DEPOT,
    ...at(935, 6, 7),
    lines: [line('PPE-SHIELD', 30)],
  });
  return [{ ...back, kind: '退库', refDoc: sent, note: '采样台撤并，未拆封退回' }];
}

/** Two suits missing on arrival at S001, booked as lost on the road once the driver's list had been looked through. */
export function shortArrival(docs) {
  const sent = docs.find(
    (d) => d.date === '2022-01-09' && d.to.signs && d.lines.some((l) => l.item.code === 'PPE-SUIT' && l.qty >= 10),
  );
  Object.assign(sent, { ...at(985, 5, 8), shortBy: 2 });
  const lost = {
    ...newDoc({ date: '2022-01-10', to: '', ...at(590, 3, 0), lines: [line('PPE-SUIT', 2)] }),
    from: '在途',
  };
  return [{ ...lost, kind: '盘亏', refDoc: sent, note: '签收少2套，装卸时外箱破损遗失，经核实列为在途损失' }];
}

/** Small differences found on the shelf, explained the same night; and a crushed carton written off. */
export function shelf() {
  const gloves = newDoc({ date: '2022-01-07', to: '', ...at(1245, 5, 6), lines: [line('PPE-GLOVE-M', 3)] });
  const goggles = newDoc({ date: '2022-01-09', to: DEPOT, ...at(1250, 7, 8), lines: [line('PPE-GOGGLE', 2)] });
  const crushed = newDoc({ date: '2022-01-10', to: '', ...at(925, 6, 9), lines: [line('PPE-SHIELD', 4)] });
  return [
    { ...gloves, kind: '盘亏', ref: countRef(gloves.date), note: '拆箱时破损未登记' },
    { ...goggles, kind: '盘盈', from: '', ref: countRef(goggles.date), note: '开箱实数比标示多2只' },
    { ...crushed, kind: '报损', note: '外箱受压，面罩变形' },
  ];
}

export const TONIGHT = {
  '2022-01-07': ['PPE-GLOVE-M', '盘点时少3双，查明后当晚列盘亏'],
  '2022-01-09': ['PPE-GOGGLE', '盘点时多2只，当晚列盘盈'],
};
