// What the prompts ask.

import type { Words } from '../lang.js';

export const promptWords = {
  night: { zh: '记在哪一天？', en: 'Which night is this for?' },
  from: { zh: '从哪里来', en: 'From' },
  to: { zh: '到哪里去', en: 'To' },
  by: { zh: '经办人', en: 'Done by' },
  checkedBy: { zh: '复核人（可以没有）', en: 'Checked by (may be nobody)' },
  counter: { zh: '盘点人', en: 'Counted by' },
  nobody: { zh: '（没有）', en: '(nobody)' },
  ref: { zh: '关联单号（可不填）', en: 'Document it refers to (may be blank)' },
  refNeeded: { zh: '从哪张单据的在途货物退回', en: 'Which dispatch does it come back from' },
  item: { zh: '物资（编码、名称、别名或拼音首字母）', en: 'Item (code, name, alias or pinyin initials)' },
  spec: { zh: '规格', en: 'Specification' },
  lot: { zh: '批号', en: 'Lot' },
  newLot: { zh: '批号（照外包装抄）', en: 'Lot, as printed on the carton' },
  expiry: { zh: '效期（如 2024-01-31，可不填）', en: 'Expiry (such as 2024-01-31, may be blank)' },
  fefo: { zh: '自动：先到期的先出', en: 'choose for me: first expired, first out' },
  lotLeft: (a: { lot: string; expiry: string; left: string }): Words => ({
    zh: `${a.lot}  ${a.expiry === '' ? '无效期' : `${a.expiry} 到期`}  余 ${a.left}`,
    en: `${a.lot}  ${a.expiry === '' ? 'no expiry' : `expires ${a.expiry}`}  ${a.left} left`,
  }),
  unit: { zh: '单位', en: 'Unit' },
  qty: { zh: '数量', en: 'Quantity' },
  counted: { zh: '实盘数（0 也算；回车跳过，q 先停）', en: 'Counted (0 is a count; Enter skips, q stops for now)' },
  badQty: { zh: '要写一个大于零的数', en: 'a number above zero, please' },
  badCount: { zh: '要写零或更大的数', en: 'zero or more, please' },
  badDay: { zh: '写成 2024-01-31', en: 'write 2024-01-31' },
  needed: { zh: '这一项要填', en: 'this is needed' },
  note: { zh: '备注（可不填）', en: 'Note (may be blank)' },
  more: { zh: '还有别的物资吗？', en: 'Another line?' },
  document: { zh: '签收哪张单（单号或点位）', en: 'Which document (number or site)' },
  received: { zh: '完好实收', en: 'received in good order' },
  damaged: { zh: '破损', en: 'damaged' },
  neededBy: { zh: '哪天要用（如 2022-01-31，可不填）', en: 'Needed by (such as 2022-01-31, may be blank)' },
  site: { zh: '哪个点位', en: 'Which site' },
  reason: { zh: '原因', en: 'Reason' },
  bookIt: (a: { item: string; what: string; qty: string }): Words => ({
    zh: `${a.item}：记${a.what} ${a.qty}？`,
    en: `${a.item}: book a ${a.what} of ${a.qty}?`,
  }),
} as const;
