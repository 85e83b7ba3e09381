// The words on slips: delivery note, goods received note, count sheet and their kin, as they are printed and signed.

import type { Words } from '../lang.js';

export const slipTitles = {
  opening: { zh: '期初单', en: 'Opening balance' },
  receipt: { zh: '入库单', en: 'Goods received note' },
  issue: { zh: '出货单', en: 'Delivery note' },
  transfer: { zh: '调拨单', en: 'Transfer note' },
  return: { zh: '退库单', en: 'Return note' },
  disposal: { zh: '报损单', en: 'Disposal note' },
  gain: { zh: '盘盈单', en: 'Gain found in a count' },
  loss: { zh: '盘亏单', en: 'Loss found in a count' },
  reversal: { zh: '冲销单（红字）', en: 'Reversal' },
  request: { zh: '领用申请单', en: 'Requisition' },
  count: { zh: '盘点表', en: 'Count sheet' },
} as const satisfies Record<string, Words>;

export const slipWords = {
  number: { zh: '单号', en: 'No.' },
  date: { zh: '日期', en: 'Date' },
  from: { zh: '发出', en: 'From' },
  to: { zh: '收货', en: 'To' },
  ref: { zh: '关联单号', en: 'Refers to' },
  site: { zh: '点位', en: 'Site' },
  line: { zh: '序号', en: '#' },
  code: { zh: '编码', en: 'Code' },
  item: { zh: '品名', en: 'Item' },
  spec: { zh: '规格', en: 'Specification' },
  lot: { zh: '批号', en: 'Lot' },
  expiry: { zh: '效期', en: 'Expiry' },
  qty: { zh: '数量', en: 'Quantity' },
  unit: { zh: '单位', en: 'Unit' },
  received: { zh: '实收', en: 'Received' },
  damaged: { zh: '破损', en: 'Damaged' },
  counted: { zh: '实盘', en: 'Counted' },
  note: { zh: '备注', en: 'Note' },
  blind: {
    zh: '盲盘：不印账面数。照货架上的点，零也要写；每个批号一行，表上没有的写在空行。',
    en: 'Blind count: the book is not printed. Write what is on the shelf, zeros too; one line for each lot; what is not listed goes on the blank lines.',
  },
  incomplete: {
    zh: '这张单据有读不了的行，没有印在上面',
    en: 'rows of this document could not be read and are not on it',
  },
  unknown: (a: { doc: string }): Words => ({
    zh: `没有单据或点位“${a.doc}”`,
    en: `there is no document or site "${a.doc}"`,
  }),
  unknownHint: (a: { near: readonly string[] }): Words => ({
    zh:
      a.near.length > 0 ? `是不是 ${a.near.join('、')}？` : 'taizhang report movements 列出单号；写点位编码则印盘点表',
    en:
      a.near.length > 0
        ? `did you mean ${a.near.join(' or ')}?`
        : '"taizhang report movements" lists documents; a site gives a count sheet',
  }),
} as const;

export const signers = {
  sender: { zh: '发货人', en: 'Issued by' },
  driver: { zh: '运送人', en: 'Carried by' },
  receiver: { zh: '收货人', en: 'Received by' },
  keeper: { zh: '库管', en: 'Storekeeper' },
  checker: { zh: '复核', en: 'Checked by' },
  head: { zh: '负责人', en: 'In charge' },
  counter: { zh: '盘点人', en: 'Counted by' },
  recounter: { zh: '复盘人', en: 'Counted again by' },
  witness: { zh: '监盘人', en: 'Witness' },
} as const satisfies Record<string, Words>;
