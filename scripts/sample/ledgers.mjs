// Turns goods into the rows of the ledgers, with the column names and the turns of phrase of a Chinese stock clerk.
import { item, PARTIES } from './catalogue.mjs';

export const STOCK_HEADER = [
  '日期',
  '时间',
  '单号',
  '类别',
  '品名',
  '规格',
  '批号',
  '效期',
  '数量',
  '单位',
  '来源',
  '去向',
  '经办人',
  '复核人',
  '关联单号',
  '备注',
];
export const DELIVERY_HEADER = [
  '日期',
  '时间',
  '单号',
  '品名',
  '规格',
  '批号',
  '实收',
  '破损',
  '单位',
  '签收点位',
  '签收人',
  '签收日期',
  '备注',
];
export const COUNT_HEADER = [
  '日期',
  '时点',
  '仓库',
  '品名',
  '规格',
  '批号',
  '实盘',
  '单位',
  '盘点人',
  '复盘人',
  '备注',
];

/** An amount in the largest pack that divides it, else in the base unit; urgent rows have the unit beside the number. */
function amount(it, qty, together) {
  const pack = it.packs.find((p) => qty % p.size === 0);
  const [n, unit] = pack === undefined ? [qty, it.unit] : [qty / pack.size, pack.name];
  return together ? [`${n}${unit}`, ''] : [n, unit];
}

const partyNames = new Map(PARTIES.map(([code, name]) => [code, name]));
/** Parties and sites by name, as clerks write them; the depot by its code; what is no place as it stands. */
const place = (p) => (typeof p === 'string' ? (partyNames.get(p) ?? p) : p.kind === 'depot' ? p.code : p.name);

export const stockRows = (doc) =>
  doc.lines.map((l) => [
    doc.date,
    doc.time,
    doc.doc,
    doc.kind,
    l.item.name,
    l.item.spec,
    l.lot,
    l.expiry,
    ...amount(l.item, l.qty, doc.urgent === '特急'),
    place(doc.from),
    place(doc.to),
    doc.by,
    doc.checked,
    doc.ref,
    l.note || doc.note,
  ]);

export const deliveryRows = (d) =>
  d.doc.lines.map((l) => {
    const short = l.item.code === 'PPE-SUIT' ? (d.doc.shortBy ?? 0) : 0;
    return [
      d.date,
      d.time,
      d.doc.doc,
      l.item.name,
      l.item.spec,
      l.lot,
      l.qty - short,
      0,
      l.item.unit,
      d.doc.to.name,
      d.by,
      d.signedOn,
      short > 0 ? d.note : '',
    ];
  });

export const countRows = (c) => {
  const it = item(c.code);
  return [[c.date, '日终', 'D1', it.name, it.spec, c.lot, c.counted, it.unit, c.by, c.checked, c.note]];
};
