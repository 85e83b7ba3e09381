// What the sites ask for: requests that the issues of the next day (or, where urgent, the same day) fill exactly.
import { line } from './issues.mjs';
import { chance, compact, DAYS, dayAfter, groupBy, LAST, pad } from './lib.mjs';
import { ISOLATION, SITES, TESTING, ZONES } from './places.mjs';
import { nameOf } from './staff.mjs';

const order = new Map(SITES.map((s, i) => [s.code, i]));
const request = (date, to, lines, needed, priority, note = '') => ({ date, site: to, lines, needed, priority, note });

/** What is still open on the last night, for the plan of the day after. */
function forTomorrow() {
  const next = dayAfter(LAST);
  return [
    request(LAST, TESTING[0], [line('PPE-SUIT', 50), line('NAT-TUBE10', 150), line('NAT-SWAB', 300)], next, '常规'),
    request(LAST, TESTING[6], [line('PPE-N95', 60), line('PPE-SHIELD', 20)], next, '常规'),
    request(LAST, ISOLATION[1], [line('PPE-SUIT', 25), line('PPE-GOWN', 20), line('LIV-HYG', 15)], next, '常规'),
    request(LAST, ISOLATION[4], [line('PPE-SUIT', 30), line('PPE-GOGGLE', 10)], next, '紧急', '明早转入人员较多'),
    request(LAST, ZONES[3], [line('LIV-RICE', 100), line('LIV-MILK', 64), line('PPE-MASK', 200)], next, '常规'),
  ];
}

/** Gives issues their requests and returns all requests, numbered by day. */
export function requests(docs) {
  const random = chance('requests');
  const all = [];
  for (const doc of docs) {
    if (doc.kind !== '出库' || doc.sameRequest || doc.noRequest || doc.to.kind === 'party') continue;
    if (doc.lines[0].item.category === 'meals') continue;
    if (doc.urgent === undefined && !random.yes(0.6)) continue;
    const urgent = doc.urgent ?? (random.yes(0.12) ? '紧急' : undefined);
    const first = doc.date === DAYS[0];
    const date = urgent === undefined && !first ? dayAfter(doc.date, -1) : doc.date;
    const asked = doc.lines.map((l) => line(l.item.code, doc.asked ?? l.qty));
    const made = request(date, doc.to, asked, doc.date, urgent ?? '常规');
    doc.request = made;
    all.push(made);
  }
  for (const doc of docs) if (doc.sameRequest) doc.request = doc.sameRequest.request;
  all.push(...forTomorrow());
  for (const [date, group] of groupBy(all, (r) => r.date)) {
    group.sort((a, b) => order.get(a.site.code) - order.get(b.site.code));
    group.forEach((r, i) => {
      r.doc = `SQ${compact(date)}-${pad(i + 1, 3)}`;
    });
  }
  return all.sort((a, b) => (a.doc < b.doc ? -1 : 1));
}

export const REQUEST_HEADER = [
  '日期',
  '单号',
  '申请单位',
  '品名',
  '规格',
  '数量',
  '单位',
  '需求日期',
  '紧急程度',
  '申请人',
  '撤销',
  '备注',
];
export const requestRows = (r) =>
  r.lines.map((l) => [
    r.date,
    r.doc,
    r.site.name,
    l.item.name,
    l.item.spec,
    l.qty,
    l.item.unit,
    r.needed,
    r.priority,
    nameOf(r.site.contact),
    '',
    r.note,
  ]);
