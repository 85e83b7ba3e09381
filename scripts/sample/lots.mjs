// The shelf, replayed: what lies at the depot after each day, lot by lot, in the order that the rules of the book lay down.

const ADDS = new Set(['期初', '入库', '退库', '盘盈']);
const TAKES = new Set(['出库', '盘亏', '报损']);

export function newShelf() {
  return new Map(); // item code → Map of lot → { qty, expiry, first }
}

const lotsOf = (shelf, code) => {
  if (!shelf.has(code)) shelf.set(code, new Map());
  return shelf.get(code);
};
const entry = (shelf, code, lot) => {
  const lots = lotsOf(shelf, code);
  if (!lots.has(lot)) lots.set(lot, { lot, qty: 0, expiry: '', first: lots.size, moved: '' });
  return lots.get(lot);
};
const text = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** First expired, first out; then first received; then by the lot's own name. */
export const inOrder = (shelf, code) =>
  [...lotsOf(shelf, code).values()]
    .filter((l) => l.qty > 0)
    .sort((a, b) => text(a.expiry, b.expiry) || a.first - b.first || text(a.lot, b.lot));

/** Which lots an amount comes from; the caller takes them off. */
export function draw(shelf, code, qty) {
  const out = [];
  let left = qty;
  for (const lot of inOrder(shelf, code)) {
    if (left === 0) break;
    const part = Math.min(left, lot.qty);
    out.push({ lot: lot.lot, qty: part });
    left -= part;
  }
  if (left > 0) throw new Error(`${code}: ${left} more than there is`);
  return out;
}

function take(shelf, row) {
  const { item: it, lot, qty } = row.line;
  const parts = it.lots === 'auto' && lot === '' ? draw(shelf, it.code, qty) : [{ lot, qty }];
  for (const part of parts) {
    const e = entry(shelf, it.code, part.lot);
    e.qty -= part.qty;
    e.moved = row.date;
    if (e.qty < 0) throw new Error(`${it.code} ${part.lot}: below zero on ${row.date}`);
  }
}

function add(shelf, row) {
  const { item: it, lot, qty, expiry } = row.line;
  const e = entry(shelf, it.code, lot);
  e.qty += qty;
  e.moved = row.date;
  if (expiry !== '') e.expiry = expiry;
}

const rowsOf = (docs) =>
  docs.flatMap((d) => d.lines.map((l) => ({ date: d.date, doc: d.doc, kind: d.kind, from: d.from, line: l })));
const byDocument = (a, b) =>
  text(a.doc, b.doc) ||
  text(a.line.item.code, b.line.item.code) ||
  text(a.line.lot, b.line.lot) ||
  a.line.qty - b.line.qty;

/** Posts a day's documents: what adds, what takes from a named lot, what takes, and reversals last. */
export function postDay(shelf, docs) {
  const rows = rowsOf(docs).sort(byDocument);
  for (const row of rows) if (ADDS.has(row.kind)) add(shelf, row);
  const takes = rows.filter((r) => TAKES.has(r.kind) && r.from !== '在途');
  for (const named of [true, false]) for (const row of takes) if ((row.line.lot !== '') === named) take(shelf, row);
  for (const row of rows) if (row.kind === '冲销') add(shelf, row); // only items without lots are reversed here
}

/** Names the lots of items that must name them, in the order of documents, splitting a line where a lot runs out. */
export function nameLots(shelf, docs) {
  const day = new Map();
  for (const [code, lots] of shelf) day.set(code, new Map([...lots].map(([k, v]) => [k, { ...v }])));
  const rows = rowsOf(docs).sort(byDocument);
  for (const row of rows) if (ADDS.has(row.kind)) add(day, row);
  for (const doc of docs.filter((d) => d.kind === '出库')) {
    doc.lines = doc.lines.flatMap((l) => {
      if (l.item.lots !== 'required') return [l];
      const parts = draw(day, l.item.code, l.qty).map((p) => ({ ...l, ...p }));
      for (const part of parts) take(day, { date: doc.date, line: part });
      return parts;
    });
  }
}
