// What count, adjust, undo and fmt say.

import type { Words } from '../lang.js';

export const countWords = {
  resumed: (a: { done: number; left: number }): Words => ({
    zh: `接着上次没盘完的：已盘 ${a.done} 项，还有 ${a.left} 项`,
    en: `going on with the count that was interrupted: ${a.done} done, ${a.left} to go`,
  }),
  stopped: (a: { done: number; left: number }): Words => ({
    zh: `先停在这里：已盘 ${a.done} 项，还有 ${a.left} 项，都记着。再运行 taizhang count 接着盘。`,
    en: `stopped here: ${a.done} counted, ${a.left} to go, all of it kept. Run "taizhang count" again to go on.`,
  }),
  noSite: { zh: '这本账没有记库存的点位', en: 'no site of this book keeps stock' },
  nothing: (a: { site: string }): Words => ({
    zh: `${a.site} 没有可盘的物资`,
    en: `there is nothing to count at ${a.site}`,
  }),
  skipped: { zh: '没有盘到任何一项，没有写入', en: 'nothing was counted; nothing was written' },
} as const;

export const adjustWords = {
  none: (a: { day: string }): Words => ({
    zh: `${a.day} 的盘点没有差异，不用调整。`,
    en: `the counts of ${a.day} agree with the book; there is nothing to adjust.`,
  }),
  gain: { zh: '盘盈', en: 'gain' },
  loss: { zh: '盘亏', en: 'loss' },
  proposal: (a: { site: string; item: string; book: string; counted: string }): Words => ({
    zh: `${a.site} ${a.item}：账面 ${a.book}，实盘 ${a.counted}`,
    en: `${a.item} at ${a.site}: book ${a.book}, counted ${a.counted}`,
  }),
  samePerson: { zh: '经办人和复核人是同一人，没有写入', en: 'one person cannot be both; nothing was written' },
  samePersonHint: {
    zh: '盘盈盘亏要第二个人核对：换一位同事写在 --checked-by',
    en: 'gains and losses need a second person: name a colleague with --checked-by',
  },
} as const;

export const undoWords = {
  nothing: {
    zh: '没有可以撤回的：这里最近记的单已经撤回、改过，或后面又有新的行',
    en: 'there is nothing to take back: what was recorded here last was undone, edited, or has newer rows behind it',
  },
  nothingHint: {
    zh: '未封账的日子可以直接改文件；或用 taizhang reverse 单号 冲销',
    en: 'on an open day the file can be edited; or undo it by "taizhang reverse DOC"',
  },
  preview: (a: { file: string }): Words => ({ zh: `将从 ${a.file} 撤回：`, en: `To be taken back from ${a.file}:` }),
  done: (a: { lines: number; files: readonly string[] }): Words => ({
    zh: `已撤回 ${a.lines} 行（${a.files.join('、')}）。`,
    en: `${a.lines} ${a.lines === 1 ? 'row' : 'rows'} taken back (${a.files.join(', ')}).`,
  }),
} as const;

export const fmtWords = {
  changed: (a: { file: string }): Words => ({ zh: `整理了 ${a.file}`, en: `put ${a.file} in order` }),
  would: (a: { file: string }): Words => ({ zh: `${a.file} 还没有整理`, en: `${a.file} is not in order` }),
  skipped: (a: { file: string }): Words => ({
    zh: `${a.file} 读不完整（引号、编码或冲突标记），没有动它；taizhang check 指出在哪里`,
    en: `${a.file} cannot be read whole (a quote, its encoding, a conflict), so it was left alone; "taizhang check" says where`,
  }),
  clean: { zh: '都已整齐，没有改动。', en: 'Everything is in order already.' },
  sealed: { zh: '封了账的内容不动。', en: 'What is sealed was left alone.' },
} as const;
