// The words of a preview and of what was recorded.

import type { Words } from '../lang.js';

export const previewWords = {
  title: { zh: '预览（尚未写入）', en: 'Preview (not written yet)' },
  titleAgreed: { zh: '将写入', en: 'About to be written' },
  rows: { zh: '将写入的行', en: 'Rows to be written' },
  balances: { zh: '结存', en: 'Balances' },
  site: { zh: '点位', en: 'site' },
  item: { zh: '品名', en: 'item' },
  lot: { zh: '批号', en: 'lot' },
  unit: { zh: '单位', en: 'unit' },
  before: { zh: '之前', en: 'before' },
  after: { zh: '之后', en: 'after' },
  noBalance: { zh: '结存不变。', en: 'No balance changes.' },
  brings: { zh: '写入以后还会出现：', en: 'What it would bring about:' },
  wrong: (a: { count: number }): Words => ({
    zh: `这些行本身有 ${a.count} 处错误，没有写入`,
    en: `these rows have ${a.count} ${a.count === 1 ? 'error' : 'errors'} of their own; nothing was written`,
  }),
  recorded: (a: { doc: string | null; lines: number; file: string }): Words => ({
    zh: `${a.doc === null ? '' : `${a.doc} `}已记录，${a.lines} 行，写入 ${a.file}`,
    en: `${a.doc === null ? '' : `${a.doc} `}recorded: ${a.lines} ${a.lines === 1 ? 'row' : 'rows'} in ${a.file}`,
  }),
  nothing: { zh: '没有要记录的', en: 'there is nothing to record' },
  nothingLeft: (a: { doc: string }): Words => ({
    zh: `单据 ${a.doc} 没有可处理的余量`,
    en: `nothing of document ${a.doc} is left to act on`,
  }),
  noDocument: (a: { doc: string }): Words => ({
    zh: `没有单据 ${a.doc}`,
    en: `there is no document ${a.doc}`,
  }),
  noDocumentHint: (a: { near: readonly string[] }): Words =>
    a.near.length === 0
      ? {
          zh: '核对单号；taizhang report movements 列出全部单据',
          en: 'check the number; "taizhang report movements" lists every document',
        }
      : {
          zh: `最接近的单号：${a.near.join('、')}`,
          en: `the nearest ${a.near.length === 1 ? 'number is' : 'numbers are'} ${a.near.join(', ')}`,
        },
  nothingOnTheWay: { zh: '没有在途的单据要签收', en: 'nothing is on its way to a site that signs' },
  nothingLeftHint: {
    zh: '核对单号；taizhang report deliveries 列出未签收的，taizhang report movements 列出全部单据',
    en: 'check the number; "taizhang report deliveries" lists what is unsigned, "taizhang report movements" every document',
  },
  badStdin: (a: { format: string; reason: string }): Words => ({
    zh: `标准输入不是${a.format === 'json' ? ' JSON' : ' CSV'}：${a.reason}；没有写入`,
    en: `standard input is not ${a.format === 'json' ? 'JSON' : 'CSV'}: ${a.reason}; nothing was written`,
  }),
  badStdinHint: {
    zh: 'CSV 第一行写列名（中英文都行）；JSON 写对象的数组，如 [{"item":"防护服","qty":"3箱"}]',
    en: 'CSV has the column names in its first row, JSON is a list of objects: [{"item": "SUIT", "qty": "3"}]',
  },
  stdinChoice: { zh: '--stdin 只能是 csv 或 json', en: '--stdin is csv or json' },
  uneven: (a: { option: string }): Words => ({
    zh: `--${a.option} 写了几次，与 --item 的次数对不上`,
    en: `--${a.option} was given a different number of times than --item`,
  }),
  unevenHint: { zh: '每种物资各写一次，或只写一次表示全部相同', en: 'give it once for each item, or once for all' },
  settleChoice: { zh: '--settle 只能是 returned（退回）或 lost（丢失）', en: '--settle is returned or lost' },
} as const;
