// What is said about goods: balances, counts, deliveries, requests. Quantities come in as text with their unit.

import { telling } from './telling.js';

const runs = (missing: readonly (readonly [number, number])[], width: number, comma: string): string => {
  const shown = missing.slice(0, 5).map(([from, to]) => {
    const pad = (n: number) => String(n).padStart(width, '0');
    return from === to ? pad(from) : `${pad(from)}–${pad(to)}`;
  });
  return shown.join(comma) + (missing.length > 5 ? '…' : '');
};

export const figureTellings = {
  negative: (a: { site: string; item: string; lot: string; day: string; closing: string }) =>
    telling({
      zh: () => [
        `${a.site} 的${a.item}${a.lot === '' ? '' : `（批号 ${a.lot}）`}在 ${a.day} 日终结存 ${a.closing}，低于零`,
        '核对本行数量、单位和来源；多半是入库或期初漏记，补记漏掉的单据',
      ],
      en: () => [
        `${a.item}${a.lot === '' ? '' : `, lot ${a.lot},`} at ${a.site} closes ${a.day} with ${a.closing}, below zero`,
        'check quantity, unit and from of this row; most often a receipt or the opening was not booked: book it',
      ],
    }),
  duplicateRow: (a: { doc: string }) =>
    telling({
      zh: () => [
        `与前面一行完全相同（单号 ${a.doc}），两行都计入了`,
        '确是重复就删去一行（已日结的用冲销）；确有两笔，请用不同单号',
      ],
      en: () => [
        `the same row as before (document ${a.doc}); both count`,
        'delete one if it was entered twice (in a closed day reverse it); two real ones need documents of their own',
      ],
    }),
  documentReused: (a: { doc: string; differs: 'date' | 'kind' | 'from' | 'to' }) =>
    telling({
      zh: () => [
        `单号 ${a.doc} 前后${{ date: '日期', kind: '类别', from: '来源', to: '去向' }[a.differs]}不一致`,
        '一张单据只有一个日期、类别、来源和去向；另起一个单号，或改正不一致的一格',
      ],
      en: () => [
        `document ${a.doc} has two different values of ${a.differs}`,
        'one document has one date, kind, from and to: give this one a number of its own, or correct the cell',
      ],
    }),
  dateJump: (a: { days: number; before: string }) =>
    telling({
      zh: () => [`这一天比上一个有记录的日子（${a.before}）晚 ${a.days} 天`, '多半是日期打错；无误可不理会'],
      en: () => [
        `this day is ${a.days} days after the one before it (${a.before})`,
        'probably a typing error in the date; if it is right, nothing needs doing',
      ],
    }),
  numberGap: (a: { prefix: string; missing: readonly (readonly [number, number])[]; width: number }) =>
    telling({
      zh: () => [
        `单号 ${a.prefix} 有缺号：${runs(a.missing, a.width, '、')}`,
        '查一查缺的单据是作废还是漏记；漏记的补上',
      ],
      en: () => [
        `the series ${a.prefix} lacks ${runs(a.missing, a.width, ', ')}`,
        'find out whether those documents were cancelled or not booked, and book what is missing',
      ],
    }),
  lotExpiry: (a: { item: string; lot: string; expiry: string; kept: string }) =>
    telling({
      zh: () => [
        `${a.item}批号 ${a.lot} 的效期 ${a.expiry} 与先前的 ${a.kept} 不一致`,
        '看外包装核对；一个批号只有一个效期，现按先前的计算',
      ],
      en: () => [
        `lot ${a.lot} of ${a.item} expires ${a.expiry} here and ${a.kept} before`,
        'look at the carton: a lot has one expiry; the earlier row is used until one is corrected',
      ],
    }),
  expiredIssued: (a: { item: string; lot: string; expiry: string }) =>
    telling({
      zh: () => [
        `发出了已过期的${a.item}（批号 ${a.lot}，效期 ${a.expiry}）`,
        '立即联系接收点位停用并退回；其余同批做报损',
      ],
      en: () => [
        `an expired lot was issued: ${a.item}, lot ${a.lot}, expired ${a.expiry}`,
        'have the receiving site set it aside and return it, and dispose of what is left of the lot',
      ],
    }),
  fefo: (a: { item: string; lot: string; earlier: string; expiry: string }) =>
    telling({
      zh: () => [
        `发了批号 ${a.lot}，而更早到期的 ${a.earlier}（${a.expiry}）还有库存`,
        '近效期先出：下次先发更早的一批，或不写批号由系统按效期扣',
      ],
      en: () => [
        `lot ${a.lot} of ${a.item} went out while ${a.earlier}, which expires earlier (${a.expiry}), was in stock`,
        'first expired, first out: send the earlier lot first, or leave the lot blank and it is chosen for you',
      ],
    }),
  expiring: (a: { site: string; item: string; lot: string; closing: string; expiry: string; days: number }) =>
    telling({
      zh: () => [
        a.days < 0
          ? `${a.site} 的${a.item}批号 ${a.lot} 已于 ${a.expiry} 过期，尚存 ${a.closing}`
          : `${a.site} 的${a.item}批号 ${a.lot} 还有 ${a.days} 天到期（${a.expiry}），尚存 ${a.closing}`,
        a.days < 0 ? '不得再发：做报损，并与新批次分开存放' : '优先发出，或调给用得快的点位',
      ],
      en: () => [
        a.days < 0
          ? `${a.closing} of ${a.item}, lot ${a.lot}, at ${a.site} expired on ${a.expiry}`
          : `${a.closing} of ${a.item}, lot ${a.lot}, at ${a.site} expire in ${a.days} days (${a.expiry})`,
        a.days < 0
          ? 'do not issue it: book a disposal and keep it apart'
          : 'issue it first, or transfer it to where it is used faster',
      ],
    }),
  belowMin: (a: { item: string; closing: string; min: string }) =>
    telling({
      zh: () => [`${a.item}结存 ${a.closing}，低于最低库存 ${a.min}`, '今晚上报补货，或从别处调拨'],
      en: () => [
        `${a.closing} of ${a.item} in stock, below the minimum of ${a.min}`,
        'order more tonight, or transfer some in',
      ],
    }),
  aboveMax: (a: { item: string; closing: string; max: string }) =>
    telling({
      zh: () => [`${a.item}结存 ${a.closing}，超过最高库存 ${a.max}`, '暂缓进货，或调给紧缺的点位'],
      en: () => [
        `${a.closing} of ${a.item} in stock, above the maximum of ${a.max}`,
        'hold further orders, or transfer some out',
      ],
    }),
  siteClosed: (a: { site: string; opened: string | null; closed: string | null; before: boolean }) =>
    telling({
      zh: () => [
        a.before
          ? `${a.site} 在 ${a.opened} 才启用，这笔记在启用之前`
          : `${a.site} 已于 ${a.closed} 停用，这笔记在停用之后`,
        '核对日期和点位；或更正 sites.csv 的启用、停用日期',
      ],
      en: () => [
        a.before
          ? `${a.site} opened on ${a.opened}, after this movement`
          : `${a.site} closed on ${a.closed}, before this movement`,
        'check date and site, or correct opened and closed in sites.csv',
      ],
    }),
  reversalUnmatched: (a: { ref: string }) =>
    telling({
      zh: () => [
        `冲销的单据 ${a.ref} 没有这种物资、来源和去向的行`,
        '照原单抄写物资、批号、来源和去向（不对调）；原单日期不能晚于冲销',
      ],
      en: () => [
        `document ${a.ref} has no line with this item, lot, from and to to reverse`,
        'copy item, lot, from and to from the original (not swapped); it may not be dated after the reversal',
      ],
    }),
  reversalExceeds: (a: { ref: string; qty: string; left: string }) =>
    telling({
      zh: () => [`冲销 ${a.qty}，而单据 ${a.ref} 只剩 ${a.left} 可冲`, '减少冲销数量；货已到点位的，用退库记回来'],
      en: () => [
        `reverses ${a.qty} where only ${a.left} of document ${a.ref} is left to undo`,
        'reverse less; goods that have arrived come back by a return',
      ],
    }),
  stockSelfCheck: (a: { name: string }) =>
    telling({
      zh: () => [`经办人和复核人都是 ${a.name}`, '复核要换一个人：请另一位同事核对后签上名字'],
      en: () => [
        `${a.name} checked their own work`,
        'a second person has to check: have a colleague do so and enter their name',
      ],
    }),
  countSelfCheck: (a: { name: string }) =>
    telling({
      zh: () => [`盘点人和复盘人都是 ${a.name}`, '复盘要换一个人'],
      en: () => [`${a.name} counted and checked the count`, 'have a second person count again'],
    }),
  variance: (a: { site: string; item: string; book: string; counted: string; variance: string; short: boolean }) =>
    telling({
      zh: () => [
        `${a.site} 的${a.item}账面 ${a.book}，实盘 ${a.counted}，${a.short ? '短少' : '多出'} ${a.variance}`,
        `先查原因（漏记、单位、串货），再复盘；查不出的记${a.short ? '盘亏' : '盘盈'}，关联单号写这次盘点`,
      ],
      en: () => [
        `${a.item} at ${a.site}: book ${a.book}, counted ${a.counted}, ${a.variance} ${a.short ? 'short' : 'over'}`,
        `look for the cause first (a row not booked, a unit, mixed goods) and count again; what stays is booked as a ${a.short ? 'loss' : 'gain'} whose ref names this count`,
      ],
    }),
  countDuplicate: (a: { site: string; item: string; first: string; second: string }) =>
    telling({
      zh: () => [
        `${a.site} 的${a.item}同一时点盘了两次，结果不同：${a.first} 和 ${a.second}`,
        '再盘一次，只留正确的一行',
      ],
      en: () => [
        `${a.item} at ${a.site} was counted twice at one point of the day, as ${a.first} and as ${a.second}`,
        'count once more and keep the row that is right',
      ],
    }),
  stale: (a: { site: string; item: string; closing: string; days: number; counted: boolean }) =>
    telling({
      zh: () => [
        a.counted
          ? `${a.site} 的${a.item}（结存 ${a.closing}）已 ${a.days} 天没有盘点`
          : `${a.site} 的${a.item}（结存 ${a.closing}）入账 ${a.days} 天从未盘点`,
        '今晚盘点时加上这一项',
      ],
      en: () => [
        a.counted
          ? `${a.item} at ${a.site} (${a.closing}) has not been counted for ${a.days} days`
          : `${a.item} at ${a.site} (${a.closing}) has never been counted in ${a.days} days`,
        "add it to tonight's count",
      ],
    }),
  short: (a: { doc: string; item: string; dispatched: string; received: string; missing: string; site: string }) =>
    telling({
      zh: () => [
        `${a.doc} 发 ${a.site} 的${a.item}${a.dispatched}，实收 ${a.received}，还差 ${a.missing}`,
        '联系司机和点位查找；找回的补签，退回的记退库（来源写在途），丢失的记盘亏（来源写在途）',
      ],
      en: () => [
        `${a.doc}: ${a.dispatched} of ${a.item} sent to ${a.site}, ${a.received} received, ${a.missing} missing`,
        'ask the driver and the site; what turns up is signed for, what comes back is a return and what is gone a loss, both from transit',
      ],
    }),
  over: (a: { doc: string; item: string; dispatched: string; received: string; extra: string; site: string }) =>
    telling({
      zh: () => [
        `${a.doc} 发 ${a.site} 的${a.item}${a.dispatched}，却签收 ${a.received}，多出 ${a.extra}`,
        '核对单位和数量；签错的用负数行更正，确实多发的补记一张出库',
      ],
      en: () => [
        `${a.doc}: ${a.dispatched} of ${a.item} sent to ${a.site} but ${a.received} accounted for, ${a.extra} too many`,
        'check unit and quantity; correct a wrong signature with a negative row, or book what was sent on top',
      ],
    }),
  damaged: (a: { doc: string; item: string; damaged: string; site: string }) =>
    telling({
      zh: () => [`${a.doc} 到 ${a.site} 的${a.item}破损 ${a.damaged}`, '拍照留存，需要的补发；已计入破损，不算短少'],
      en: () => [
        `${a.doc}: ${a.damaged} of ${a.item} arrived damaged at ${a.site}`,
        'keep a photo and send replacements if they are needed; damage is accounted for and is not a shortage',
      ],
    }),
  overdue: (a: { doc: string; item: string; inTransit: string; site: string; hours: number }) =>
    telling({
      zh: () => [
        `${a.doc} 发 ${a.site} 的${a.item}${a.inTransit} 已 ${a.hours} 小时未签收`,
        '催点位签收；没送到的查车辆，退回的记退库',
      ],
      en: () => [
        `${a.doc}: ${a.inTransit} of ${a.item} for ${a.site} unsigned for ${a.hours} hours`,
        'have the site sign; if nothing arrived, find the vehicle, or book the return',
      ],
    }),
  unmatched: (a: { doc: string; item: string }) =>
    telling({
      zh: () => [
        `签收的${a.item}在单号 ${a.doc} 下没有发往签收点位的在途货物`,
        '核对单号、物资和日期：单据要先发出再签收，且点位在 sites.csv 里“签收”为是',
      ],
      en: () => [
        `signed for ${a.item} on ${a.doc}, but nothing of it was on its way to a site that signs`,
        'check document, item and date: goods are dispatched first, to a site with signs = yes',
      ],
    }),
  overIssued: (a: { doc: string; item: string; asked: string; sent: string }) =>
    telling({
      zh: () => [`申请 ${a.doc} 要${a.item}${a.asked}，已发 ${a.sent}`, '确认是否多发；多发的退回，或让点位补一张申请'],
      en: () => [
        `request ${a.doc} asked for ${a.asked} of ${a.item} and was sent ${a.sent}`,
        'see whether it was meant; have the surplus returned, or the site ask for it',
      ],
    }),
  requestOverdue: (a: { doc: string; item: string; open: string; site: string; neededBy: string }) =>
    telling({
      zh: () => [
        `${a.site} 的申请 ${a.doc}：${a.item}还差 ${a.open}，应于 ${a.neededBy} 前送到`,
        '今天优先发出，或与点位商定新的日期；不再需要的请撤销',
      ],
      en: () => [
        `request ${a.doc} of ${a.site}: ${a.open} of ${a.item} still open, needed by ${a.neededBy}`,
        'send it first today, agree on another day, or have the request cancelled',
      ],
    }),
} as const;
