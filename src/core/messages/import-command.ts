// The words of the import command: its options, and what it says when it is done or cannot begin.

import type { Words } from '../lang.js';
import { quoted } from '../text.js';

export const importCommandWords = {
  file: { zh: '要导入的文件：.xlsx、.xls、.csv、.tsv', en: 'the file: .xlsx, .xls, .csv or .tsv' } satisfies Words,
  as: (names: string): Words => ({ zh: `记入哪种台账：${names}`, en: `which ledger: ${names}` }),
  sheet: { zh: '只导入这个工作表（缺省：有表头的都导入）', en: 'only this sheet (default: all that have a header)' },
  map: {
    zh: '映射文件（YAML）：哪列是什么、固定内容、替换',
    en: 'a mapping file (YAML): which column is what, constants, replacements',
  },
  saveMap: { zh: '把这次弄清的对应关系存成映射文件', en: 'keep what was worked out as a mapping file' },
  set: {
    zh: '表里没有的内容，如 --set to=D1（可多次）',
    en: 'what the sheet does not say, as in --set to=D1 (repeatable)',
  },
  fillDown: {
    zh: '这一列空着的格沿用上一行（可多次；数量不行）',
    en: 'blank cells of this column take the value above (repeatable; never amounts)',
  },
  year: { zh: '日期里没有年份时用的年份', en: 'the year of dates that have none' },
  create: { zh: '没登记的物资和单位拟定登记', en: 'propose register rows for unknown items and parties' },
  reverse: { zh: '改过的行：冲销原来的，再记新的', en: 'lines that changed since: reverse the old, book the new' },
  dryRun: { zh: '只看，不写', en: 'show only, write nothing' },
  yes: { zh: '不再询问，直接写入', en: 'write without asking' },
  newFindings: (count: number): Words => ({
    zh: `导入后会多出 ${count} 条检查结果：`,
    en: `Afterwards the book would have ${count} more ${count === 1 ? 'finding' : 'findings'}:`,
  }),
  findingsShown: (shown: number, all: number): Words => ({
    zh: `只列出 ${all} 条中的 ${shown} 条，用 --format json 看全部`,
    en: `${shown} of ${all} shown: --format json has them all`,
  }),
  nothingNew: { zh: '没有新的行，台账没有改动', en: 'nothing new: the book was not changed' },
  done: (lines: number, files: readonly string[]): Words => ({
    zh: `已导入 ${lines} 行，写入 ${files.join('、')}`,
    en: `${lines} ${lines === 1 ? 'line' : 'lines'} imported into ${files.join(', ')}`,
  }),
  mend: (file: string): Words => ({
    zh: `退回的行在 ${file}：改好后用同样的命令导入它`,
    en: `the rejected lines are in ${file}: mend them and import that file with the same command`,
  }),
  saved: (file: string): Words => ({
    zh: `映射文件已存为 ${file}，下次用 --map ${file}`,
    en: `mapping kept in ${file}: next time use --map ${file}`,
  }),
  cannotRead: (file: string, code: string): Words =>
    code === 'ENOENT'
      ? { zh: `没有文件 ${file}`, en: `there is no file ${file}` }
      : { zh: `无法读取 ${file}（${code}）`, en: `cannot read ${file} (${code})` },
  cannotReadHint: {
    zh: '检查路径和权限；文件名有空格时用引号括住',
    en: 'check path and permissions; quote a name that has blanks',
  },
  tooLarge: (file: string): Words => ({ zh: `${file} 超过 256 MB`, en: `${file} is larger than 256 MB` }),
  tooLargeHint: {
    zh: '只留需要的工作表和行，另存后再导入',
    en: 'keep only the sheet and rows you need, save, and import that',
  },
  asMissing: { zh: '没有说明记入哪种台账', en: 'it is not said which ledger this is for' },
  asUnknown: (text: string): Words => ({
    zh: `没有“${quoted(text)}”这种台账`,
    en: `there is no ledger "${quoted(text)}"`,
  }),
  asHint: (names: readonly string[]): Words => ({
    zh: `加上 --as，可用：${names.join('、')}`,
    en: `add --as with one of ${names.join(', ')}`,
  }),
  setShape: (text: string): Words => ({
    zh: `--set “${quoted(text)}”里没有等号`,
    en: `--set "${quoted(text)}" has no equals sign`,
  }),
  setHint: { zh: '写成 --set to=D1', en: 'write --set to=D1' },
  yearShape: (text: string): Words => ({ zh: `“${quoted(text)}”不是年份`, en: `"${quoted(text)}" is not a year` }),
  yearHint: { zh: '写成 --year 2020', en: 'write --year 2020' },
  askColumn: (header: string, sample: string): Words => ({
    zh: `“${quoted(header)}”列（如“${quoted(sample, 20)}”）是什么？`,
    en: `What is the column "${quoted(header)}" (as in "${quoted(sample, 20)}")?`,
  }),
  askItem: (text: string): Words => ({ zh: `“${quoted(text)}”是哪种物资？`, en: `Which item is "${quoted(text)}"?` }),
  askPlace: (text: string): Words => ({
    zh: `“${quoted(text)}”是哪个单位或点位？`,
    en: `Which party or site is "${quoted(text)}"?`,
  }),
  askCreate: (items: number, places: number): Words => ({
    zh: `有 ${items} 种物资、${places} 个单位没有登记。拟定登记？（选否就逐个询问）`,
    en: `${items} items and ${places} places are not registered. Propose them all? (no: ask one by one)`,
  }),
  leaveOut: { zh: '不要这一列', en: 'leave this column out' },
  reject: { zh: '先退回', en: 'reject these lines for now' },
};
