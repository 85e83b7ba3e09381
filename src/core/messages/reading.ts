// What is said about files, CSV, values, references and codes: whatever can go wrong while a book is read.

import { quoted } from '../text.js';
import { telling } from './telling.js';

const list = (names: readonly string[], comma: string) => names.join(comma);

export const readingTellings = {
  encoding: () =>
    telling({
      zh: () => ['文件不是 UTF-8，已按 GB18030 读取', '内容无误即可照常使用；另存为“CSV UTF-8”可消除本提示'],
      en: () => [
        'not UTF-8; read as GB18030',
        'if the text looks right all is well; save it as "CSV UTF-8" to end this warning',
      ],
    }),
  undecodable: () =>
    telling({
      zh: () => [
        '文件既不是 UTF-8 也不是 GB18030，无法读取，其中各行均未计入',
        '请在 Excel 或 WPS 中打开原文件，另存为“CSV UTF-8（逗号分隔）”',
      ],
      en: () => [
        'readable neither as UTF-8 nor as GB18030: none of its rows count',
        'open the original in your spreadsheet program and save it as "CSV UTF-8 (comma delimited)"',
      ],
    }),
  missingRegister: (a: { file: string; ledger: string }) =>
    telling({
      zh: () => [
        `${a.ledger} 已有记录，但没有 ${a.file}`,
        `新建 ${a.file}，登记台账里用到的编码；taizhang schema 可查各列`,
      ],
      en: () => [
        `${a.ledger} has rows, but there is no ${a.file}`,
        `create ${a.file} and list the codes the ledgers use; book.md or "taizhang schema" names its columns`,
      ],
    }),
  conflictMarker: () =>
    telling({
      zh: () => [
        'git 合并冲突标记留在文件里',
        '比对两边内容，保留正确的行，删掉 <<<<<<<、=======、>>>>>>> 三种标记行，再提交',
      ],
      en: () => [
        'a git conflict marker was left in the file',
        'keep the rows that are right from both sides, delete the <<<<<<<, ======= and >>>>>>> lines, and commit',
      ],
    }),
  outside: (a: { path: string }) =>
    telling({
      zh: () => [`${a.path} 指向台账目录之外，未读取`, '把文件复制到台账目录内，不要用通往外面的链接或路径'],
      en: () => [
        `${a.path} leads out of the book and was not read`,
        'copy the file into the book; links and paths may not leave it',
      ],
    }),
  sameName: (a: { path: string; first: string }) =>
    telling({
      zh: () => [
        `${quoted(a.path)} 与 ${quoted(a.first)} 只差大小写或字符的写法：在 Windows 和 Mac 上是同一个文件，取出时会丢掉一个`,
        '给其中一个改名，再提交',
      ],
      en: () => [
        `${quoted(a.path)} and ${quoted(a.first)} differ only in case or in how a character is composed: on Windows and on a Mac they are one file, and a clone loses one of them`,
        'rename one of them and commit',
      ],
    }),
  stray: (a: { path: string; meant: string }) =>
    telling({
      zh: () => [`${quoted(a.path)} 没有读取：台账里的名字是 ${a.meant}`, `改名为 ${a.meant}，或移出台账目录`],
      en: () => [
        `${quoted(a.path)} was not read: in a book it is called ${a.meant}`,
        `rename it to ${a.meant}, or move it out of the book`,
      ],
    }),
  headerMissing: (a: { column: string; zh: string }) =>
    telling({
      zh: () => [`缺少必需的列“${a.zh}”（${a.column}），本文件各行均未计入`, `在表头加上一列“${a.zh}”并补齐各行`],
      en: () => [
        `the required column ${a.column} (${a.zh}) is absent: no row of this file counts`,
        `add a column ${a.column} to the header and fill it in`,
      ],
    }),
  headerEmpty: () =>
    telling({
      zh: () => ['文件没有表头', '第一行写上各列名称；若文件本应有内容，请用 git 找回'],
      en: () => [
        'the file has no header',
        'write the column names in row 1; if it should have rows, get them back with git',
      ],
    }),
  headerWide: (a: { most: number }) =>
    telling({
      zh: () => [
        `表头的列数超过 ${a.most}，不是一张表，本文件各行均未计入`,
        '检查表头行是否混入了别的内容；若是导出的文件，删去多余的列',
      ],
      en: () => [
        `the header has more than ${a.most} columns, which no table has: none of the file's rows count`,
        'see whether something else has got into row 1; of an exported file, delete the surplus columns',
      ],
    }),
  headerReturns: () =>
    telling({
      zh: () => [
        '文件的换行是老式 Mac 的（只有 CR），整个文件成了一行，各行均未计入',
        '另存为“CSV UTF-8（逗号分隔）”，不要选“Macintosh”格式',
      ],
      en: () => [
        'lines end with CR alone, as on an old Macintosh: the whole file is one line, and none of its rows count',
        'save it as "CSV UTF-8 (comma delimited)", not in the Macintosh form',
      ],
    }),
  headerDuplicate: (a: { name: string; column: string }) =>
    telling({
      zh: () => [
        `列“${a.name}”与前面的列重复（都是 ${a.column}），无法判断以哪列为准，本文件各行均未计入`,
        '删去多余的一列，或改用别的列名',
      ],
      en: () => [
        `column "${a.name}" repeats ${a.column}: which one counts cannot be told, so no row of this file does`,
        'delete one of the two, or rename it',
      ],
    }),
  headerUnknown: (a: { name: string; nearest: readonly string[] }) =>
    telling({
      zh: () => [
        `不认识的列“${a.name}”，内容保留但不参与核对`,
        a.nearest.length > 0 ? `是否想写“${list(a.nearest, '”“')}”？` : '如是说明文字，可改用“备注”列',
      ],
      en: () => [
        `unknown column "${a.name}": kept, but not used`,
        a.nearest.length > 0 ? `did you mean ${list(a.nearest, ', ')}?` : 'if it is a remark, use the column note',
      ],
    }),
  surplusCells: (a: { header: number }) =>
    telling({
      zh: () => [`本行多于表头的 ${a.header} 列`, '多半是内容里有逗号：给那一格加上英文双引号，或删去多余的格'],
      en: () => [
        `the row has more cells than the header's ${a.header}`,
        'most often a comma in a text: put that cell in double quotes, or delete the surplus',
      ],
    }),
  missingCells: (a: { header: number; found: number }) =>
    telling({
      zh: () => [`本行只有 ${a.found} 格，表头有 ${a.header} 列`, '补上缺的逗号，空的格也要占位'],
      en: () => [
        `the row has ${a.found} cells where the header has ${a.header}`,
        'add the missing commas: an empty cell needs its place too',
      ],
    }),
  quote: () =>
    telling({
      zh: () => [
        '双引号没有正确成对，本行未计入',
        '整格用一对英文双引号括住，格内的双引号写成两个（""）；除备注外一格不能跨行',
      ],
      en: () => [
        'a double quote is unclosed or out of place: the row does not count',
        'quote a whole cell, double the quotes inside it (""), and keep every cell but the note on one line',
      ],
    }),
  required: (a: { column: string; zh: string }) =>
    telling({
      zh: () => [`“${a.zh}”（${a.column}）不能为空`, '补上内容；确实为零请填 0'],
      en: () => [`${a.column} (${a.zh}) is empty`, 'fill it in; if it really is nothing, write 0'],
    }),
  requiredRef: () =>
    telling({
      zh: () => ['必须填写“关联单号”（ref）', '写上被冲销的单号，或货物原来的发出单号'],
      en: () => [
        'ref (关联单号) is required here',
        'name the document that is undone, or the dispatch the goods belong to',
      ],
    }),
  date: (a: { text: string }) =>
    telling({
      zh: () => [`“${a.text}”不是有效日期`, '写成 2022-01-12、2022/1/12、2022年1月12日 或 20220112'],
      en: () => [`"${a.text}" is not a date`, 'write 2022-01-12, 2022/1/12, 2022年1月12日 or 20220112'],
    }),
  time: (a: { text: string }) =>
    telling({
      zh: () => [`“${a.text}”不是有效时间`, '写成 06:30，00:00 至 23:59'],
      en: () => [`"${a.text}" is not a time of day`, 'write 06:30, from 00:00 to 23:59'],
    }),
  quantity: (a: { text: string }) =>
    telling({
      zh: () => [
        `“${a.text}”不是能识别的数量`,
        '写数字，如 36000、36,000、3.6万；可带该物资的单位，如 3箱；其他写法请改',
      ],
      en: () => [
        `"${a.text}" is not a quantity`,
        'write a number such as 36000, 36,000 or 3.6万, with a unit of the item if need be (3箱)',
      ],
    }),
  quantitySuffix: (a: { text: string; suffix: string; units: readonly string[] }) =>
    telling({
      zh: () => [
        `数量“${a.text}”里的“${a.suffix}”不是该物资的单位`,
        `可用的单位：${list(a.units, '、')}；换算写在 items.csv 的“包装”列`,
      ],
      en: () => [
        `"${a.suffix}" in the quantity "${a.text}" is not a unit of this item`,
        `its units are ${list(a.units, ', ')}; pack sizes stand in the packs column of items.csv`,
      ],
    }),
  quantityTwoUnits: (a: { text: string; unit: string }) =>
    telling({
      zh: () => [`数量“${a.text}”自带的单位与单位列“${a.unit}”不一致`, '两处只留一处，或改成相同的单位'],
      en: () => [
        `the unit in "${a.text}" disagrees with the unit column "${a.unit}"`,
        'keep one of the two, or make them agree',
      ],
    }),
  quantitySign: (a: { text: string }) =>
    telling({
      zh: () => [`数量必须大于零，现为“${a.text}”`, '减少用出库、报损、盘亏或冲销来记，不写负数；零不用记'],
      en: () => [
        `a quantity must be above zero, not "${a.text}"`,
        'record a decrease as an issue, disposal, loss or reversal, not as a negative; nothing needs no row',
      ],
    }),
  quantityNegative: (a: { text: string }) =>
    telling({
      zh: () => [`“${a.text}”不能为负`, '核对后填写零或正数'],
      en: () => [`"${a.text}" may not be negative`, 'write zero or more'],
    }),
  quantityRange: (a: { text: string }) =>
    telling({
      zh: () => [`“${a.text}”超出能精确记账的范围`, '多半是多打了几位，请核对；全台账合计须在约 90 亿以内'],
      en: () => [
        `"${a.text}" is past the range that can be kept exactly`,
        'probably a digit too many; all quantities of a book together must stay below about 9 billion',
      ],
    }),
  quantityDecimals: (a: { text: string }) =>
    telling({
      zh: () => [`“${a.text}”超过 6 位小数`, '换用更小的单位，或四舍五入到 6 位小数以内'],
      en: () => [`"${a.text}" has more than 6 decimals`, 'use a smaller unit, or round to 6 decimals'],
    }),
  deliveryBelowZero: (a: { doc: string; item: string }) =>
    telling({
      zh: () => [`${a.doc} 的${a.item}更正后签收数合计为负`, '更正行只能冲减已登记的签收数，请核对'],
      en: () => [
        `with this correction what was signed for ${a.item} on ${a.doc} is below zero`,
        'a correction can only take back what was signed before',
      ],
    }),
  choice: (a: { text: string; words: readonly string[] }) =>
    telling({
      zh: () => [`“${a.text}”不是可选的内容`, `可选：${list(a.words, '、')}`],
      en: () => [`"${a.text}" is not one of the words for this column`, `use one of ${list(a.words, ', ')}`],
    }),
  category: (a: { text: string; words: readonly string[] }) =>
    telling({
      zh: () => [
        `类别“${a.text}”没有在设置里定义`,
        `可用：${list(a.words, '、')}；新类别请加到 taizhang.yaml 的 categories`,
      ],
      en: () => [
        `the category "${a.text}" is not defined in the settings`,
        `use ${list(a.words, ', ')}, or add it to categories in taizhang.yaml`,
      ],
    }),
  unit: (a: { text: string; item: string; units: readonly string[] }) =>
    telling({
      zh: () => [
        `“${a.item}”没有单位“${a.text}”的换算`,
        `可用单位：${list(a.units, '、')}；若确有此包装，在 items.csv 的“包装”列写明（如 ${a.text}=20）`,
      ],
      en: () => [
        `${a.item} has no factor for the unit "${a.text}"`,
        `its units are ${list(a.units, ', ')}; if it does come in ${a.text}, say so in the packs column of items.csv (${a.text}=20)`,
      ],
    }),
  packs: (a: { text: string }) =>
    telling({
      zh: () => [`包装“${a.text}”写法不对`, '写成 箱=20;包=5，即每箱、每包折合多少基本单位'],
      en: () => [`"${a.text}" is not a list of packs`, 'write 箱=20;包=5: base units in one'],
    }),
  whole: (a: { text: string }) =>
    telling({
      zh: () => [`“${a.text}”不是整数`, '填写零或正整数'],
      en: () => [`"${a.text}" is not a whole number`, 'write a whole number, zero or more'],
    }),
  standardCode: (a: { text: string }) =>
    telling({
      zh: () => [`“${a.text}”不是 GB/T 38565 的 7 位编码`, '大类 1–3，其后三段各两位，如 1010100；不确定就留空'],
      en: () => [
        `"${a.text}" is not a 7-digit code of GB/T 38565`,
        'class 1 to 3, then three pairs of digits; leave it empty if unsure',
      ],
    }),
} as const;
