// Holds the sample book to the published figures and to the rules, from its files alone: `node scripts/sample/verify.mjs`.
import { fileURLToPath } from 'node:url';
import { readBook } from './read.mjs';
import { verifyPeople } from './verify-people.mjs';

const book = readBook(process.argv[2] ?? fileURLToPath(new URL('../../data/shizhu', import.meta.url)));
const groupBy = (list, f) => {
  const groups = new Map();
  for (const x of list) groups.set(f(x), [...(groups.get(f(x)) ?? []), x]);
  return groups;
};
const faults = [];
const hold = (truth, what) => truth || faults.push(what);
const DAYS = [...new Set(book.stock.map((r) => r.日期))].sort();
const LAST = DAYS[DAYS.length - 1];

const siteBy = new Map(
  book.sites.flatMap((s) => [
    [s.点位编码, s],
    [s.名称, s],
  ]),
);
const partyBy = new Map(
  book.parties.flatMap((p) => [
    [p.编码, p],
    [p.名称, p],
  ]),
);
const staffNames = new Set(book.staff.map((p) => p.姓名));
hold(staffNames.size === book.staff.length, 'two people share a name');
const kindOf = (name) => siteBy.get(name)?.类型 ?? partyBy.get(name)?.类型 ?? (name === '在途' ? '在途' : '');
const tracked = (name) => siteBy.get(name)?.记库存 === '是';
const signs = (name) => siteBy.get(name)?.签收 === '是';
const sum = (list, f) => list.reduce((total, x) => total + f(x), 0);

// Names resolve; two people on every slip; documents are of one piece and numbered without gaps.
const docs = new Map();
for (const r of book.stock) {
  for (const end of [r.来源, r.去向]) hold(end === '' || kindOf(end) !== '', `unknown place ${end}`);
  hold(
    staffNames.has(r.经办人) && staffNames.has(r.复核人) && r.经办人 !== r.复核人,
    `${r.单号}: by ${r.经办人}/${r.复核人}`,
  );
  const head = [r.日期, r.时间, r.类别, r.来源, r.去向].join('|');
  hold((docs.get(r.单号) ?? head) === head, `${r.单号} is two documents`);
  docs.set(r.单号, head);
}
const series = groupBy([...docs.keys(), ...new Set(book.requests.map((r) => r.单号))], (d) => d.slice(0, 10));
for (const [name, list] of series) {
  list.sort().forEach((d, i) => {
    hold(d === `${name}-${String(i + 1).padStart(3, '0')}`, `a gap before ${d}`);
  });
}
for (const r of book.counts)
  hold(staffNames.has(r.盘点人) && staffNames.has(r.复盘人) && r.盘点人 !== r.复盘人, 'a count by one');

// Balances by item and lot, by the rules' own order; nothing below zero, earliest expiry first, nothing about to expire.
const shelf = new Map();
const lotOf = (code, lot) => {
  if (!shelf.has(code)) shelf.set(code, new Map());
  if (!shelf.get(code).has(lot)) shelf.get(code).set(lot, { lot, qty: 0, expiry: '9999' });
  return shelf.get(code).get(lot);
};
const fefo = (code) =>
  [...shelf.get(code).values()].filter((l) => l.qty > 0).sort((a, b) => (a.expiry + a.lot < b.expiry + b.lot ? -1 : 1));
const inTotal = (code) => sum([...(shelf.get(code)?.values() ?? [])], (l) => l.qty);
const outs = new Map();
const key = (r) => `${r.单号} ${r.item.物资编码} ${r.批号} ${String(r.qty).padStart(9, '0')}`;
for (const day of DAYS) {
  const rows = book.stock.filter((r) => r.日期 === day).sort((a, b) => (key(a) < key(b) ? -1 : 1));
  for (const r of rows.filter((x) => x.类别 !== '冲销' && tracked(x.去向))) {
    const lot = lotOf(r.item.物资编码, r.批号);
    lot.qty += r.qty;
    if (r.效期) lot.expiry = r.效期;
    hold(r.item.批次管理 === 'no' ? !r.批号 : r.批号 && r.效期, `${r.单号}: lot of ${r.品名}`);
  }
  const takes = rows.filter((r) => r.类别 !== '冲销' && tracked(r.来源));
  for (const r of takes.sort((a, b) => (b.批号 !== '') - (a.批号 !== '') || (key(a) < key(b) ? -1 : 1))) {
    const code = r.item.物资编码;
    outs.set(`${day} ${code}`, (outs.get(`${day} ${code}`) ?? 0) + r.qty);
    if (r.item.批次管理 !== 'auto' || r.批号) {
      if (r.item.批次管理 === 'required')
        hold(fefo(code)[0]?.lot === r.批号, `${r.单号} ${r.品名}: ${r.批号} before its turn`);
      lotOf(code, r.批号).qty -= r.qty;
      continue;
    }
    let left = r.qty;
    for (const lot of fefo(code)) {
      const part = Math.min(left, lot.qty);
      lot.qty -= part;
      left -= part;
    }
    hold(left === 0, `${r.单号} ${r.品名}: ${left} short`);
  }
  for (const r of rows.filter((x) => x.类别 === '冲销' && tracked(x.来源))) lotOf(r.item.物资编码, '').qty += r.qty;
  for (const it of book.items) {
    const code = it.物资编码;
    for (const lot of shelf.get(code)?.values() ?? []) {
      hold(lot.qty >= 0, `${code} ${lot.lot} below zero on ${day}`);
      hold(
        lot.qty === 0 || Date.parse(lot.expiry) > Date.parse(day) + 30 * 86_400_000 || lot.expiry === '9999',
        `${lot.lot} expires`,
      );
    }
    hold(inTotal(code) >= Number(it.最低库存), `${code} below its minimum on ${day}: ${inTotal(code)}`);
  }
  const counted = book.counts.filter((c) => c.日期 === day);
  for (const c of counted) {
    const has = lotOf(c.item.物资编码, c.批号).qty;
    hold(has === c.qty, `count of ${c.品名} ${c.批号} on ${day}: book ${has}, counted ${c.qty}`);
  }
  for (const code of ['PPE-SUIT', 'PPE-SHIELD', 'PPE-MASK', 'PPE-N95', 'PPE-GLOVE-M', 'PPE-GLOVE-L']) {
    const rowsOf = counted.filter((c) => c.item.物资编码 === code);
    hold(sum(rowsOf, (c) => c.qty) === inTotal(code), `${code} not wholly counted on ${day}`);
  }
  if (day === LAST)
    for (const it of book.items)
      hold(
        sum(
          counted.filter((c) => c.item === it),
          (c) => c.qty,
        ) === inTotal(it.物资编码),
        `${it.物资编码} not counted on the last night`,
      );
}
for (const it of book.items) {
  const week = sum(DAYS.slice(-7), (d) => outs.get(`${d} ${it.物资编码}`) ?? 0) / 7;
  const cover = inTotal(it.物资编码) / week;
  if (it.类别 !== 'meals') hold(cover >= Number(it.保障天数 || 3), `${it.物资编码}: ${cover.toFixed(2)} days of cover`);
}

// Goods in transit: what signing sites were sent is received or accounted for, on every night that matters.
const sent = book.stock.filter((r) => r.类别 === '出库' && signs(r.去向));
const transit = (r) =>
  r.qty -
  sum(
    book.deliveries.filter((d) => d.单号 === r.单号 && d.item === r.item && d.批号 === r.批号),
    (d) => d.qty,
  ) -
  sum(
    book.stock.filter((x) => x.来源 === '在途' && x.关联单号 === r.单号 && x.item === r.item),
    (x) => x.qty,
  );
for (const r of sent) hold(transit(r) === 0, `${r.单号} ${r.品名}: ${transit(r)} still on the road`);
const dispatched = new Map(sent.map((r) => [r.单号, r]));
for (const d of book.deliveries) {
  const from = dispatched.get(d.单号);
  hold(
    from && from.去向 === d.签收点位 && `${d.日期} ${d.时间}` > `${from.日期} ${from.时间}`,
    `${d.单号} signed for before it left`,
  );
  const hours = (Date.parse(`${d.日期}T${d.时间}Z`) - Date.parse(`${from.日期}T${from.时间}Z`)) / 3_600_000;
  hold(hours < 24 && (from.日期 !== LAST || d.日期 === LAST), `${d.单号} signed for after ${hours} hours`);
}

// Requests are filled exactly by the day they are needed, or are for tomorrow.
for (const q of book.requests) {
  const rows = book.stock.filter((r) => r.关联单号 === q.单号 && r.item === q.item && r.去向 === q.申请单位);
  const undone = (r) =>
    sum(
      book.stock.filter((x) => x.类别 === '冲销' && x.关联单号 === r.单号 && x.item === r.item),
      (x) => x.qty,
    );
  const filled = sum(rows, (r) => r.qty - undone(r));
  hold(
    filled === q.qty || (filled === 0 && q.需求日期 > LAST),
    `${q.单号} ${q.品名}: asked ${q.qty}, filled ${filled}`,
  );
  hold(
    rows.every((r) => r.日期 >= q.日期 && r.日期 <= q.需求日期) && staffNames.has(q.申请人),
    `${q.单号}: filled on another day`,
  );
}

// Delivered: from the depot to others, less what came back, net of reversals.
const delivered = Object.fromEntries(book.items.map((i) => [i.类别, 0]));
const outward = (r) => kindOf(r.来源) === '仓库' && !['仓库', '供应商', '捐赠方', ''].includes(kindOf(r.去向));
for (const r of book.stock) {
  const sign = r.类别 === '出库' && outward(r) ? 1 : r.类别 === '冲销' && outward(r) ? -1 : r.类别 === '退库' ? -1 : 0;
  delivered[r.item.类别] += sign * r.qty;
}
hold(delivered.protective === 36_000, `protective ${delivered.protective}`);
hold(delivered.testing === 32_000, `testing ${delivered.testing}`);
hold(delivered.living === 20_000, `living ${delivered.living}`);
const breakfasts = DAYS.map((d) =>
  sum(
    book.stock.filter((r) => r.日期 === d && r.类别 === '出库' && r.品名 === '早餐'),
    (r) => r.qty,
  ),
);
hold(
  breakfasts.every((n) => n >= 5000),
  `breakfasts ${breakfasts}`,
);
for (const r of book.stock)
  if (r.品名 === '早餐' && r.类别 === '出库') hold(r.时间 >= '06:00' && r.时间 <= '06:30', `breakfast at ${r.时间}`);
const evening = sum(
  book.stock.filter((r) => r.item.物资编码 === 'PPE-SUIT' && r.类别 === '出库' && r.时间 >= '19:00'),
  (r) => r.qty,
);
hold(evening > 3000, `suits in the evening: ${evening}`);

console.log({
  days: `${DAYS[0]}..${LAST}`,
  rows: book.stock.length,
  documents: docs.size,
  deliveries: book.deliveries.length,
  counts: book.counts.length,
  requests: book.requests.length,
  delivered,
  breakfasts,
  evening,
});
console.log(verifyPeople(book, hold, LAST));
for (const f of faults.slice(0, 50)) console.error(`fault: ${f}`);
console.log(faults.length === 0 ? 'the sample book holds' : `${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
