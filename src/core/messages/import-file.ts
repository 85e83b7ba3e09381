// What is said of a file that cannot be imported at all, and of what in it is left aside.

import type { Words } from '../lang.js';

interface Refusal {
  readonly message: Words;
  readonly hint: Words;
}

const saveAgain: Words = {
  zh: '用 Excel 或 WPS 打开，另存为 .xlsx 或“CSV UTF-8”，再导入',
  en: 'open it in your spreadsheet program, save it as .xlsx or "CSV UTF-8", and import that',
};

const faults: Readonly<Record<string, Refusal>> = {
  'not-zip': { message: { zh: '不是 .xlsx 工作簿', en: 'not an .xlsx workbook' }, hint: saveAgain },
  broken: {
    message: { zh: '工作簿不完整或已损坏', en: 'the workbook is damaged or cut short' },
    hint: {
      zh: '重新下载或请对方重发；能打开的话，另存为 .xlsx 再导入',
      en: 'fetch it again or have it sent again; if it opens, save it as .xlsx and import that',
    },
  },
  encrypted: {
    message: { zh: '工作簿有密码', en: 'the workbook has a password' },
    hint: {
      zh: '在 Excel 或 WPS 中去掉打开密码，另存后再导入',
      en: 'take the password off in your spreadsheet program, save, and import again',
    },
  },
  'too-large': {
    message: {
      zh: '展开后太大（超过 256 MB 或 2000 万格），没有读取',
      en: 'it unpacks to more than 256 MB or 20 million cells, and was not read',
    },
    hint: {
      zh: '只留需要的工作表，把数据下方和右侧的空行空列整行整列删除，再导入',
      en: 'keep only the sheet you need, delete the empty rows below and columns beside the data, and import again',
    },
  },
  'too-many': {
    message: { zh: '工作簿里的部件太多，没有读取', en: 'the workbook has too many parts, and was not read' },
    hint: saveAgain,
  },
};

export const bookRefusals = {
  zip: (fault: 'not-zip' | 'broken' | 'encrypted' | 'too-large' | 'too-many'): Refusal => faults[fault]!,
  unreadable: (detail: string): Refusal => ({
    message: { zh: `读不出这个工作簿（${detail}）`, en: `the workbook cannot be read (${detail})` },
    hint: saveAgain,
  }),
  empty: (): Refusal => ({
    message: { zh: '文件是空的', en: 'the file is empty' },
    hint: { zh: '确认选对了文件', en: 'see that it is the file you meant' },
  }),
  encoding: (): Refusal => ({
    message: { zh: '文字编码认不出来（不是 UTF-8、UTF-16 或 GB18030）', en: 'not text in UTF-8, UTF-16 or GB18030' },
    hint: saveAgain,
  }),
  quotes: (line: number): Refusal => ({
    message: { zh: `第 ${line} 行附近的双引号没有成对`, en: `a double quote near line ${line} is never closed` },
    hint: {
      zh: '在该行补上或删去引号；或用 Excel 打开后另存为“CSV UTF-8”',
      en: 'close or delete it; or open the file in your spreadsheet program and save it as "CSV UTF-8"',
    },
  }),
  externalLinks: (): Words => ({
    zh: '工作簿引用了别的文件：没有去读，只用保存下来的结果',
    en: 'the workbook refers to other files: they were not read, only the results saved here are used',
  }),
};
