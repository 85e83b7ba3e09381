// Why a line was not taken in: one sentence on what the cell says, one on what to do about it.

import type { Words } from '../lang.js';
import { quoted } from '../text.js';

const some = (names: readonly string[], zh: boolean): string =>
  names.length === 0 ? '' : zh ? `；相近的有 ${names.join('、')}` : `; near it: ${names.join(', ')}`;

const amountFaults: Readonly<Record<string, Words>> = {
  notation: { zh: '不是数量。写成 36、1,200.5、3.6万 或 3箱', en: 'not a quantity: write 36, 1,200.5, 3.6万 or 3箱' },
  range: {
    zh: '数量太大，超出能精确计算的范围。核对位数，或改用大的单位',
    en: 'too large to be exact: check the digits, or use a larger unit',
  },
  decimals: {
    zh: '小数超过 6 位。按实际四舍五入后再填',
    en: 'more than 6 decimals: round it to what was really there',
  },
  two: {
    zh: '一格里有两个数量或几种单位。拆成几行，每行一种',
    en: 'two amounts or units in one cell: give each a row of its own',
  },
  about: { zh: '只是约数。查清确切数量再填', en: 'only about so many: find out the exact amount' },
  comma: {
    zh: '顿号不知是小数点还是分隔两个数。改成 2.5，或拆成两行',
    en: '、 may be a decimal point or part two amounts: write 2.5, or use two rows',
  },
  empty: {
    zh: '没有数量。补上；如不是物资行，在原表删去',
    en: 'no quantity: fill it in, or delete the row if it is not one of goods',
  },
};

export const importReasons = {
  required: (a: { column: string; zh: string }): Words => ({
    zh: `缺“${a.zh}”。在表里补上，或对整张表用 --set ${a.column}=…`,
    en: `${a.column} is missing: fill it in, or give it for the whole sheet with --set ${a.column}=…`,
  }),
  amount: (fault: string): Words => amountFaults[fault] ?? amountFaults.notation!,
  amountMerged: (a: { range: string }): Words => ({
    zh: `数量在合并单元格 ${a.range} 里，不知每行各多少。拆开，逐行填写`,
    en: `the quantity is merged over ${a.range} and may be the sum of its rows: split it and fill in each row`,
  }),
  amountZero: (): Words => ({
    zh: '数量是 0。没有收发就删去这行；盘点为零请按 --as counts 导入',
    en: 'the quantity is 0: delete the row if nothing moved; a count of nothing goes in with --as counts',
  }),
  amountNegative: (): Words => ({
    zh: '数量为负。退回或冲销请在映射文件写 negative: return 或 reversal；写错了就改正',
    en: 'the quantity is negative: say "negative: return" or "reversal" in a mapping file if goods came back, or correct it',
  }),
  whole: (): Words => ({ zh: '不是整数。写成 0、1、2……', en: 'not a whole number: write 0, 1, 2 …' }),
  unitsDiffer: (a: { suffix: string; unit: string }): Words => ({
    zh: `数量里写的是“${quoted(a.suffix)}”，单位列是“${quoted(a.unit)}”。核对后留一个`,
    en: `the amount says "${quoted(a.suffix)}" and the unit column "${quoted(a.unit)}": find out which is right and keep that`,
  }),
  unit: (a: { unit: string; item: string; units: readonly string[] }): Words => ({
    zh: `${a.item}没有单位“${quoted(a.unit)}”（有 ${a.units.join('、')}）。在 items.csv 的“包装”写明一${quoted(a.unit)}是多少，或用 --create 另立一种物资`,
    en: `${a.item} does not come in "${quoted(a.unit)}" (it has ${a.units.join(', ')}): say in packs of items.csv how many one holds, or let --create make it an item of its own`,
  }),
  dateNotation: (): Words => ({
    zh: '不是日期。写成 2020-01-30、2020/1/30、2020年1月30日 或 1月30日（配 --year）',
    en: 'not a date: write 2020-01-30, 2020/1/30, 2020年1月30日, or 1月30日 with --year',
  }),
  dateNone: (): Words => ({ zh: '日历上没有这一天。核对年月日', en: 'the calendar has no such day: check it' }),
  dateYear: (): Words => ({
    zh: '没有年份。加上 --year 2020 这样的选项',
    en: 'no year: add an option such as --year 2020',
  }),
  dateAmbiguous: (a: { readings: readonly string[] }): Words => ({
    zh: `可能是 ${a.readings.join('，也可能是 ')}。在表里写全年月日`,
    en: `may be ${a.readings.join(' or ')}: write year, month and day in full`,
  }),
  time: (): Words => ({ zh: '不是时间。写成 08:30', en: 'not a time: write 08:30' }),
  choice: (a: { words: readonly string[] }): Words => ({
    zh: `不在可用的词里（${a.words.join('、')}）。改成其中之一，或在映射文件的 values 里对应`,
    en: `not one of the words (${a.words.join(', ')}): use one, or say under values in a mapping file which it is`,
  }),
  item: (a: { near: readonly string[] }): Words => ({
    zh: `物资没有登记${some(a.near, true)}。加 --create 拟定登记，或在映射文件的 values 里对应`,
    en: `not a registered item${some(a.near, false)}: let --create propose it, or map it under values in a mapping file`,
  }),
  itemSpec: (a: { spec: string; specs: readonly string[] }): Words => ({
    zh: `登记的没有规格“${quoted(a.spec)}”（有 ${a.specs.map((spec) => (spec === '' ? '无规格' : quoted(spec))).join('、')}）。规格不同就是另一种物资：加 --create，或改规格`,
    en: `no such specification "${quoted(a.spec)}" is registered (there is ${a.specs.map((spec) => (spec === '' ? 'one without' : quoted(spec))).join(', ')}); another specification is another item: use --create, or correct it`,
  }),
  itemSeveral: (a: { candidates: readonly string[] }): Words => ({
    zh: `几种物资都叫这个名字（${a.candidates.join('、')}）。写上规格和单位，或写编码`,
    en: `several items bear the name (${a.candidates.join(', ')}): add specification and unit, or write the code`,
  }),
  itemUnit: (): Words => ({
    zh: '新物资没有单位。表里补上单位，或用 --set unit=件',
    en: 'a new item needs a unit: fill it in, or use --set unit=件',
  }),
  place: (a: { near: readonly string[]; creates: boolean }): Words => ({
    zh: `没有登记这个单位或点位${some(a.near, true)}。${a.creates ? '加 --create 拟定登记，或' : ''}在 ${a.creates ? 'parties.csv、' : ''}sites.csv 登记，或在映射文件的 values 里对应`,
    en: `no such ${a.creates ? 'party or site' : 'site'} is registered${some(a.near, false)}: ${a.creates ? 'let --create propose it, ' : ''}register it, or map it under values in a mapping file`,
  }),
  placeSeveral: (a: { candidates: readonly string[] }): Words => ({
    zh: `几个登记都叫这个名字（${a.candidates.join('、')}）。写编码`,
    en: `several are registered under the name (${a.candidates.join(', ')}): write the code`,
  }),
  staff: (a: { near: readonly string[] }): Words => ({
    zh: `staff.csv 没有这个人${some(a.near, true)}。登记，或改用工号`,
    en: `not in staff.csv${some(a.near, false)}: register the person, or write the code`,
  }),
  cellError: (): Words => ({
    zh: '这一格是公式错误（如 #REF!、#N/A）。在原表改好，保存后再导入',
    en: 'the cell holds an error of a formula (#REF!, #N/A): mend it in the spreadsheet, save, and import again',
  }),
  cellFormula: (): Words => ({
    zh: '公式没有保存结果，这里不计算公式。在 Excel 或 WPS 里打开并保存一次，再导入',
    en: 'a formula without a saved result, and formulas are not worked out here: open the file in your spreadsheet program, save, and import again',
  }),
  registered: (a: { code: string; differs: readonly string[] }): Words => ({
    zh: `编码 ${a.code} 已登记，${a.differs.join('、')}不同。导入不改登记：请直接编辑登记表`,
    en: `${a.code} is registered with a different ${a.differs.join(', ')}; an import changes no register row: edit the register itself`,
  }),
  codeTwice: (a: { code: string }): Words => ({
    zh: `编码 ${a.code} 在本表里出现两次。各用各的编码`,
    en: `the code ${a.code} stands twice in this file: give each its own`,
  }),
  changed: (a: { was: string; now: string; doc: string }): Words => ({
    zh: `上次导入时是 ${a.was}（单号 ${a.doc}），现在是 ${a.now}。加 --reverse 冲销原来那行再记新的；不加就不动`,
    en: `was ${a.was} when it was imported (document ${a.doc}), and is ${a.now} now: --reverse undoes the old row and books the new one; without it neither changes`,
  }),
  changedElsewhere: (a: { doc: string }): Words => ({
    zh: `与上次导入的不同（${a.doc === '' ? '已在台账里' : `单号 ${a.doc}`}）。导入不改已有的行：当天未日结就直接改台账，已日结就另记更正`,
    en: `differs from what was imported (${a.doc === '' ? 'it is in the book' : `document ${a.doc}`}); an import edits nothing: mend the row in the ledger while its day is open, else book a correction`,
  }),
  closed: (a: { through: string }): Words => ({
    zh: `日期在已日结的 ${a.through} 或以前。补记用今天的日期：--set date=…，并在表里去掉日期列`,
    en: `dated on or before the closed ${a.through}: book it today, with --set date=… and without the date column`,
  }),
};
