// The words of the page that shows an import before it is written.

import type { Words } from '../lang.js';
import { groupedDigits } from '../quantity.js';
import { quoted } from '../text.js';
import { kindWords } from './report.js';

interface Assumed {
  readonly column: string;
  readonly value: string;
  readonly why: 'title' | 'depot' | 'kind' | 'only-item';
  readonly at: string;
}

interface Total {
  readonly cell: string;
  readonly stated: string;
  readonly sum: string;
  readonly unreadable: number;
}

const shown = (qty: string, unit: string, item: string): string => `${item} ${groupedDigits(qty)}${unit}`;

const kinds = new Map<string, Words>(Object.entries(kindWords));
const kindOf = (value: string): Words => kinds.get(value) ?? { zh: value, en: value };

export const importPreviewWords = {
  title: (source: string): Words => ({ zh: `导入 ${quoted(source)}`, en: `Import of ${quoted(source)}` }),
  subtitle: (table: string): Words => ({ zh: `记入 ${table}`, en: `into ${table}` }),
  what: { zh: '数据行', en: 'Lines' },
  lines: { zh: '行数', en: 'Number' },
  accepted: { zh: '可以导入', en: 'accepted' },
  rejected: { zh: '退回', en: 'rejected' },
  duplicates: { zh: '以前已导入', en: 'imported before' },
  footers: { zh: '合计、签名和说明（不是物资）', en: 'totals, signatures and remarks (no goods)' },
  sums: { zh: '可以导入的数量，按单位', en: 'Accepted amounts by unit' },
  unit: { zh: '单位', en: 'Unit' },
  sum: { zh: '数量', en: 'Amount' },
  rejectedTitle: { zh: '退回的行', en: 'Rejected lines' },
  cell: { zh: '位置', en: 'Cell' },
  text: { zh: '内容', en: 'Text' },
  reason: { zh: '原因和办法', en: 'Why, and what to do' },
  more: (count: number): Words => ({ zh: `……还有 ${count} 条`, en: `… and ${count} more` }),
  moreInJson: (count: number): Words => ({
    zh: `……还有 ${count} 条，用 --format json 看全部`,
    en: `… and ${count} more: --format json has them all`,
  }),
  without: (sheet: string): Words => ({
    zh: `工作表“${quoted(sheet)}”里没有表头，没有导入`,
    en: `the sheet "${quoted(sheet)}" has no header and was left out`,
  }),
  totalAgrees: (a: Total): Words => ({
    zh: `${a.cell} 的合计 ${groupedDigits(a.stated)} 与各行之和相符`,
    en: `the total ${groupedDigits(a.stated)} in ${a.cell} is the sum of its lines`,
  }),
  totalDiffers: (a: Total): Words => ({
    zh: `${a.cell} 写的合计是 ${groupedDigits(a.stated)}，各行之和是 ${groupedDigits(a.sum)}${a.unreadable > 0 ? `（${a.unreadable} 行读不出）` : ''}：请核对原表`,
    en: `${a.cell} states a total of ${groupedDigits(a.stated)}; its lines add up to ${groupedDigits(a.sum)}${a.unreadable > 0 ? ` (${a.unreadable} could not be read)` : ''}: check the sheet`,
  }),
  assumed: { zh: '表里没有写、按下面理解的', en: 'Not written in the rows, and taken as follows' },
  assumedAs: (a: Assumed): Words =>
    ({
      title: { zh: `日期 ${a.value}，取自标题 ${a.at}`, en: `date ${a.value}, from the title in ${a.at}` },
      kind: {
        zh: `类别“${kindOf(a.value).zh}”，看标题和表头得出；不对请用 --set kind=…`,
        en: `kind ${kindOf(a.value).en}, by title and header; if wrong, use --set kind=…`,
      },
      depot: {
        zh: `${a.column === 'to' ? '去向' : a.column === 'from' ? '来源' : '点位'} ${a.value}，因为只有这一个仓库；不对请用 --set ${a.column}=…`,
        en: `${a.column} ${a.value}, the only depot; if wrong, use --set ${a.column}=…`,
      },
      'only-item': {
        zh: `“${quoted(a.at)}”没写规格，按登记的唯一一种 ${a.value}`,
        en: `"${quoted(a.at)}" has no specification and was taken for the only one registered, ${a.value}`,
      },
    })[a.why],
  unknownColumns: { zh: '不认识、没有导入的列', en: 'Columns that are not known and were left out' },
  unknownColumn: (a: { header: string; cell: string; sample: string; near: readonly string[] }): Words => ({
    zh: `${a.cell} “${quoted(a.header)}”（如“${quoted(a.sample, 20)}”）${a.near.length > 0 ? `；是否是 ${a.near.join('、')}？` : ''}；要用就在 --map 文件里写明`,
    en: `${a.cell} "${quoted(a.header)}" (as in "${quoted(a.sample, 20)}")${a.near.length > 0 ? `; is it ${a.near.join(', ')}?` : ''}; to use it, say so in a --map file`,
  }),
  fills: { zh: '向下填充的', en: 'Carried down' },
  fill: (a: { text: string; from: string; to: string; cells: number }): Words => ({
    zh: `${a.from} “${quoted(a.text, 30)}” → ${a.to}（${a.cells} 行）`,
    en: `${a.from} "${quoted(a.text, 30)}" → ${a.to} (${a.cells} ${a.cells === 1 ? 'row' : 'rows'})`,
  }),
  unfilled: { zh: '合并单元格里没有向下填充的', en: 'Merged, and not carried down' },
  unfilledAs: (a: { column: string; heading: string; range: string; quantity: boolean }): Words => ({
    zh: a.quantity ? `${a.range}：数量从不填充` : `${a.range}（${a.heading}）：要填充请用 --fill-down ${a.column}`,
    en: a.quantity
      ? `${a.range}: amounts never are`
      : `${a.range} (${a.column}): to carry it down use --fill-down ${a.column}`,
  }),
  repeats: {
    zh: '表内相同的行，当作另一笔，另给单号',
    en: 'The same line again: taken for a second gift, under a document of its own',
  },
  repeat: (a: { cell: string; doc: string }): Words => ({
    zh: `${a.cell} → ${quoted(a.doc)}`,
    en: `${a.cell} → ${quoted(a.doc)}`,
  }),
  footersTitle: { zh: '不是物资的行', en: 'Rows that are no lines of goods' },
  footer: (row: number, text: string): Words => ({
    zh: `第 ${row} 行：${quoted(text)}`,
    en: `row ${row}: ${quoted(text)}`,
  }),
  differences: { zh: '与上次导入不同', en: 'Different from what was imported' },
  difference: (
    old: { readonly doc: string; readonly item: string; readonly qty: string; readonly unit: string },
    now: Readonly<Record<string, string>> | null,
    reversed: boolean,
  ): Words => {
    const was = shown(old.qty, old.unit, old.item);
    const is = now === null ? null : shown(now.qty ?? '', now.unit ?? '', now.item ?? '');
    const doneZh = reversed ? '；冲销原来那行' : '；加 --reverse 就冲销原来那行';
    const doneEn = reversed ? '; the old row is reversed' : '; --reverse would reverse the old row';
    return {
      zh: `${quoted(old.doc)}：原来 ${was}，现在${is === null ? '表里没有了' : ` ${is}`}${doneZh}`,
      en: `${quoted(old.doc)}: was ${was}, ${is === null ? 'and is no longer in the sheet' : `is ${is}`}${doneEn}`,
    };
  },
  newItems: (count: number): Words => ({
    zh: `拟登记的物资（${count} 种，请核对）`,
    en: `Items to be registered (${count}, for review)`,
  }),
  newParties: (count: number): Words => ({
    zh: `拟登记的单位（${count} 个，请核对）`,
    en: `Parties to be registered (${count}, for review)`,
  }),
  balances: (count: number): Words => ({ zh: `库存前后（${count} 项）`, en: `Balances before and after (${count})` }),
  code: { zh: '编码', en: 'Code' },
  name: { zh: '名称', en: 'Name' },
  spec: { zh: '规格', en: 'Specification' },
  category: { zh: '类别', en: 'Category' },
  kind: { zh: '类型', en: 'Kind' },
  site: { zh: '点位', en: 'Site' },
  before: { zh: '之前', en: 'Before' },
  after: { zh: '之后', en: 'After' },
};
