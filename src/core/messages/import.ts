// What an import says about a file as a whole: what it took for granted, what it proposes, what stands in its way.

import type { Words } from '../lang.js';
import { quoted } from '../text.js';

interface Refusal {
  readonly message: Words;
  readonly hint: Words;
}

export const importWords = {
  proposedItem: {
    zh: '导入时拟定，请核对类别、规格和单位',
    en: 'proposed by an import: check category, specification and unit',
  },
  proposedParty: { zh: '导入时拟定，请核对', en: 'proposed by an import: please check' },
  noHeader: (known: readonly string[]): Refusal => ({
    message: { zh: '没有找到表头', en: 'no header row was found' },
    hint: {
      zh: `表头要有下面的列名：${known.join('、')}；名称不同时用 --map 写明哪列是什么`,
      en: `a header names columns such as ${known.join(', ')}; if yours are called otherwise, say which is which with --map`,
    },
  }),
  noSheet: (name: string, sheets: readonly string[]): Refusal => ({
    message: { zh: `没有工作表“${quoted(name)}”`, en: `there is no sheet "${quoted(name)}"` },
    hint: {
      zh: `工作表有：${sheets.map((sheet) => quoted(sheet)).join('、')}`,
      en: `the sheets are ${sheets.map((sheet) => quoted(sheet)).join(', ')}`,
    },
  }),
  noColumn: (word: string, table: string, known: readonly string[]): Refusal => ({
    message: { zh: `${table} 没有“${quoted(word)}”这一列`, en: `${table} has no column "${quoted(word)}"` },
    hint: {
      zh: `可用的列：${known.join('、')}；不要的列写 ignore`,
      en: `its columns are ${known.join(', ')}; a column of no use is mapped to ignore`,
    },
  }),
  fillAmount: (column: string): Refusal => ({
    message: { zh: `${column} 不能向下填充`, en: `${column} cannot be filled down` },
    hint: { zh: '数量要逐行写明', en: 'every row says its own amount' },
  }),
  registerBroken: (file: string): Refusal => ({
    message: { zh: `${file} 有错，不能续写`, en: `${file} has faults and cannot be added to` },
    hint: {
      zh: `先运行 taizhang check ${file}，改好再导入`,
      en: `run "taizhang check ${file}", mend it, and import again`,
    },
  }),
  registerColumn: (file: string, column: string): Refusal => ({
    message: {
      zh: `${file} 没有“${column}”列，新登记的内容放不下`,
      en: `${file} has no column ${column}, which the new rows need`,
    },
    hint: {
      zh: `在 ${file} 的表头加上“${column}”，再导入`,
      en: `add ${column} to the header of ${file} and import again`,
    },
  }),
};
