// What is said about the shape of a CSV file: header, cells, quotes.

import type { Slug } from '../../core/slugs.js';
import { lines } from './lines.js';
import type { CheckManual } from './manual.js';

export const csvManual: Readonly<Record<Extract<Slug, `csv/${string}`>, CheckManual>> = {
  'csv/header-missing': {
    title: { zh: '缺少必填的列', en: 'A required column is missing' },
    explanation: {
      zh:
        '表头里少了一个必填的列，程序不知道每一行的日期、单号或数量该从哪里取，这个文件的行就都入不了账。多半' +
        '是表头那一格被删了、写错了字，或者从别的表粘贴时漏了一列。在表头补上这一列，每行填好；中文列名、英文' +
        '列名都认，次序随意。',
      en:
        'The header lacks a column that every row needs, so there is nowhere to take the date, the document ' +
        'number or the quantity from, and no row of this file can be booked. Usually the heading was deleted ' +
        'or misspelt, or a column was left behind in pasting. Add the column and fill it in for every row; ' +
        'Chinese and English names both work, in any order.',
    },
    wrong: lines('日期,类别,物资,数量,去向', '2022-01-12,期初,防护服,1200,中心仓库'),
    right: lines('日期,单号,类别,物资,数量,去向', '2022-01-12,QC20220112-001,期初,防护服,1200,中心仓库'),
  },
  'csv/header-duplicate': {
    title: { zh: '同一列出现了两次', en: 'The same column stands twice' },
    explanation: {
      zh:
        '表头里有两列是同一个意思，比如“数量”和“qty”。两列的数要是不一样，该信哪一列？程序不替人猜，这个文件' +
        '的行先不入账。留下对的一列，删掉另一列；如果它装的其实是别的内容，就换个列名，或者并进“备注”。',
      en:
        'Two headings mean the same column, 数量 and qty for instance. Where their figures differ nobody can ' +
        'say which one counts; the program does not guess, and the rows of this file stay out of the books. ' +
        'Keep the right column and delete the other; if it holds something else, rename it or move its text ' +
        'into the note.',
    },
    wrong: lines('日期,单号,类别,物资,数量,去向,qty', '2022-01-12,QC20220112-001,期初,防护服,1200,中心仓库,1020'),
    right: lines('日期,单号,类别,物资,数量,去向', '2022-01-12,QC20220112-001,期初,防护服,1200,中心仓库'),
  },
  'csv/header-unknown': {
    title: { zh: '不认识的列名', en: 'A column that is not known' },
    explanation: {
      zh:
        '这个列名程序不认识：内容原样留着，但不参加任何计算。如果只是打错了字，后果就不小——“有郊期”这一列写得' +
        '再全，效期也等于没填。照提示改成认得的列名；只是自己看的内容，挪进“备注”，或者不去管它。',
      en:
        'The program does not know this heading: the column is kept as it stands but takes no part in any ' +
        'figure. If it is a misspelling, that matters: under 有郊期 instead of 有效期, every expiry counts ' +
        'as blank. Take the name that the hint proposes. What is only for your own eyes can move into the ' +
        'note, or stay where it is.',
    },
    wrong: lines(
      '日期,单号,类别,物资,批号,有郊期,数量,去向',
      '2022-01-12,QC20220112-001,期初,抗原试剂,A2101,2023-01-31,500,中心仓库',
    ),
    right: lines(
      '日期,单号,类别,物资,批号,有效期,数量,去向',
      '2022-01-12,QC20220112-001,期初,抗原试剂,A2101,2023-01-31,500,中心仓库',
    ),
  },
  'csv/ragged-row': {
    title: { zh: '这一行的格数与表头不符', en: 'A row with more or fewer cells than the header' },
    explanation: {
      zh:
        '这一行的格子比表头多或者少，从某一格起后面全错了位：数量可能跑进单位，点位可能跑进备注，所以整行先不' +
        '入账。最常见的是千分位的逗号没有加引号，或者漏打了一个逗号。对着表头一格一格数过去，补齐或去掉；内容' +
        '里带逗号的，整格用英文双引号括起来。',
      en:
        'This row has more or fewer cells than the header, so from some cell on everything stands in the ' +
        'wrong place: the quantity under the unit, the site under the note. The row is left out of the ' +
        'books. Usually a thousands comma was not quoted, or a comma was forgotten. Count the cells along ' +
        'the header and mend them; a cell that contains a comma goes into double quotes.',
    },
    wrong: lines('日期,单号,类别,物资,数量,单位,去向', '2022-01-12,QC20220112-001,期初,防护服,1,200,套,中心仓库'),
    right: lines('日期,单号,类别,物资,数量,单位,去向', '2022-01-12,QC20220112-001,期初,防护服,"1,200",套,中心仓库'),
  },
  'csv/quote': {
    title: { zh: '引号没有配对', en: 'A quote that does not pair up' },
    explanation: {
      zh:
        '英文双引号开了没关、多出来一个，或者一对引号把好几行吞进了一格。被吞的行看着还在，其实没有入账，结存' +
        '就悄悄地错了。到所指的位置把引号补上或去掉；内容里真要写引号，就写两个，并把整格括起来。格子里只有“' +
        '备注”可以换行。',
      en:
        'A double quote is opened and never closed, or is one too many, or a pair of them has swallowed ' +
        'several rows into one cell. Swallowed rows look as if they were there but are not booked, and ' +
        'balances go wrong in silence. Close or remove the quote at the place shown. A quote that belongs to ' +
        'the text is written twice, in a quoted cell. Only a note may contain a line break.',
    },
    wrong: lines(
      '日期,单号,类别,物资,数量,来源,去向',
      '2022-01-12,CK20220112-001,出库,"防护服,300,中心仓库,石柱中学隔离点',
    ),
    right: lines(
      '日期,单号,类别,物资,数量,来源,去向',
      '2022-01-12,CK20220112-001,出库,"防护服",300,中心仓库,石柱中学隔离点',
    ),
  },
};
