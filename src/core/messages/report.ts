// Words that stand in every report: statuses, kinds, what is counted, and what is said of figures that are incomplete.

import type { Words } from '../lang.js';

const word = (zh: string, en: string): Words => ({ zh, en });

function counted(n: number, zh: string, one: string, many: string): Words {
  return { zh: `${n} ${zh}`, en: `${n} ${n === 1 ? one : many}` };
}

function joined(parts: readonly Words[], zh: string, en: string): Words {
  return { zh: parts.map((part) => part.zh).join(zh), en: parts.map((part) => part.en).join(en) };
}

/** 「1 个错误，2 个警告；3 行未计入」 */
export function summaryWords(a: {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  readonly quarantined: number;
}): Words {
  const parts: Words[] = [];
  if (a.errors > 0) parts.push(counted(a.errors, '个错误', 'error', 'errors'));
  if (a.warnings > 0) parts.push(counted(a.warnings, '个警告', 'warning', 'warnings'));
  if (a.notes > 0) parts.push(counted(a.notes, '个提示', 'note', 'notes'));
  const found = parts.length === 0 ? word('没有发现问题', 'no problems found') : joined(parts, '，', ', ');
  if (a.quarantined === 0) return found;
  return {
    zh: `${found.zh}；${a.quarantined} 行未计入`,
    en: `${found.en}; ${a.quarantined} ${a.quarantined === 1 ? 'row was' : 'rows were'} left out of every figure`,
  };
}

/** The line that stands on every page while rows are left out. */
export function quarantineWords(rows: number): Words {
  return {
    zh: `数字不完整：有 ${rows} 行无法计入（带 * 的数字可能因此有误），运行 taizhang check 查看`,
    en:
      `Figures are incomplete: ${rows} ${rows === 1 ? 'row' : 'rows'} could not be counted ` +
      '(a figure marked * may be wrong for it); "taizhang check" shows them',
  };
}

export const severityWords = {
  error: word('错误', 'error'),
  warning: word('警告', 'warning'),
  note: word('提示', 'note'),
} as const;

export const balanceStatusWords = {
  incomplete: word('不完整', 'incomplete'),
  negative: word('负库存', 'negative'),
  short: word('短少', 'short'),
  surplus: word('多出', 'surplus'),
  balanced: word('相符', 'balanced'),
  uncounted: word('未盘', 'uncounted'),
} as const;

export const deliveryStatusWords = {
  received: word('已签收', 'received'),
  short: word('少收', 'short'),
  over: word('多收', 'over'),
  'in-transit': word('在途', 'in transit'),
  overdue: word('逾时未签', 'overdue'),
  settled: word('已了结', 'settled'),
  unmatched: word('无发货单', 'unmatched'),
  incomplete: word('不完整', 'incomplete'),
} as const;

export const requestStatusWords = {
  open: word('未发', 'open'),
  'part-filled': word('部分已发', 'part-filled'),
  filled: word('已发齐', 'filled'),
  cancelled: word('已撤销', 'cancelled'),
  incomplete: word('不完整', 'incomplete'),
} as const;

export const priorityWords = {
  routine: word('常规', 'routine'),
  urgent: word('紧急', 'urgent'),
  critical: word('特急', 'critical'),
} as const;

/** The kinds of movement, and what a signature does to the stock of the site that signs. */
export const kindWords = {
  opening: word('期初', 'opening'),
  receipt: word('入库', 'receipt'),
  issue: word('出库', 'issue'),
  transfer: word('调拨', 'transfer'),
  return: word('退库', 'return'),
  disposal: word('报损', 'disposal'),
  gain: word('盘盈', 'gain'),
  loss: word('盘亏', 'loss'),
  reversal: word('冲销', 'reversal'),
  delivery: word('签收', 'signed for'),
} as const;

export const commonWords = {
  yes: word('是', 'yes'),
  transit: word('在途', 'in transit'),
  incompleteColumn: word('不完整', 'Incomplete'),
  /** The note below a table whose marked figures are not explained above it. */
  incompleteNote: word('* 有行无法计入，此数可能有误', '* rows could not be counted: this figure may be wrong'),
} as const;

/** What a movement was, and with whom: 「出库，往东街便民服务点」. */
export function movementWords(a: { readonly kind: Words; readonly from: Words; readonly to: Words }): Words {
  const zh = [a.kind.zh, a.from.zh === '' ? '' : `自${a.from.zh}`, a.to.zh === '' ? '' : `往${a.to.zh}`];
  const en = [a.kind.en, a.from.en === '' ? '' : `from ${a.from.en}`, a.to.en === '' ? '' : `to ${a.to.en}`];
  return { zh: zh.filter((part) => part !== '').join(' '), en: en.filter((part) => part !== '').join(' ') };
}
