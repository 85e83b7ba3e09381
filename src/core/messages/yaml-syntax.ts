// What is said where a YAML file cannot be parsed: one entry for each way of going wrong that people know.

import type { Tell } from '../finding.js';
import { telling } from './telling.js';

const faults = {
  indent: telling({
    zh: () => ['缩进不对：同一组的各行必须对齐', '只用空格缩进，同级的行从同一列开始；列表项比上一级多缩进两格'],
    en: () => [
      'the indentation is wrong: lines of one group must line up',
      'indent with blanks only and start lines of one level in the same column',
    ],
  }),
  tab: telling({
    zh: () => ['缩进用了制表符（Tab）', '把行首的制表符换成空格'],
    en: () => ['a tab is used as indentation', 'replace tabs at the start of lines with blanks'],
  }),
  quote: telling({
    zh: () => ['引号没有闭合', '在文字末尾补上同样的引号；引号要用半角的 " 或 \''],
    en: () => ['a quote is never closed', 'put the same quote at the end of the text; use straight quotes, " or \''],
  }),
  bracket: telling({
    zh: () => ['括号没有闭合', '补上对应的 ] 或 }；跨行时，后面各行要比开头那一行多缩进'],
    en: () => [
      'a bracket is never closed',
      'add the ] or } that is missing; over several lines, indent those that follow',
    ],
  }),
  comma: telling({
    zh: () => ['括号里两项之间缺少逗号', '用半角逗号隔开各项：[甲, 乙]、{键: 值, 键: 值}'],
    en: () => [
      'a comma is missing between two items in brackets',
      'put a comma between items: [one, two], {key: value, key: value}',
    ],
  }),
  blankAfterColon: telling({
    zh: () => ['冒号后面缺少空格', '在冒号后空一格：“键: 值”'],
    en: () => ['the blank after a colon is missing', 'put a blank after the colon: "key: value"'],
  }),
  noColon: telling({
    zh: () => ['这一行只有键，没有冒号和值', '写成“键: 值”，用半角冒号，后面空一格；若是上一行的续文，多缩进两格'],
    en: () => [
      'this line has a key without a colon and a value',
      'write "key: value" with a blank after the colon; if it continues the line above, indent it further',
    ],
  }),
  fullWidthColon: telling({
    zh: () => ['冒号是全角的，YAML 不认', '改成半角冒号，后面空一格：“键: 值”'],
    en: () => [
      'the colon is a full-width one, which YAML does not know',
      'write a plain colon with a blank after it: "key: value"',
    ],
  }),
  twoColons: telling({
    zh: () => ['一行里有两个“键: 值”', '分成两行；若冒号是文字的一部分，给整段文字加引号'],
    en: () => [
      'two "key: value" stand on one line',
      'put them on lines of their own; if the colon is part of a text, put the text in quotes',
    ],
  }),
  keyTooLong: telling({
    zh: () => ['键太长（超过 1024 个字）', '长文字放在冒号后面；若缺了冒号，请补上'],
    en: () => [
      'a key is too long or runs over several lines',
      'keep the key on one line; a long text goes after the colon',
    ],
  }),
  comment: telling({
    zh: () => ['注释前面缺少空格', '在 # 前空一格；若 # 是文字的一部分，给文字加引号'],
    en: () => [
      'a comment needs a blank before it',
      'put a blank before #; if it is part of a text, put the text in quotes',
    ],
  }),
  escape: telling({
    zh: () => ['双引号里有不认识的转义（反斜杠）', '把 \\ 写成 \\\\，或改用单引号'],
    en: () => ['an unknown escape (backslash) in double quotes', 'write \\\\ for a backslash, or use single quotes'],
  }),
  start: telling({
    zh: () => ['文字不能以这个符号开头', '给整段文字加引号'],
    en: () => ['a text cannot begin with this character', 'put the whole text in quotes'],
  }),
  block: telling({
    zh: () => ['括号里不能放按行缩进的内容', '括号里的内容也用括号写：[…]、{…}；或全部改为按行缩进'],
    en: () => [
      'indented lines cannot stand inside brackets',
      'write what is inside with brackets too, or use indented lines throughout',
    ],
  }),
  anchor: telling({
    zh: () => ['锚点（&）、引用（*）或标签（!）的写法不对', '若只是文字，请加引号；否则写成“键: &名 值”和“键: *名”'],
    en: () => [
      'an anchor (&), alias (*) or tag (!) is out of place',
      'if it is plain text, put it in quotes; otherwise write "key: &name value" and "key: *name"',
    ],
  }),
  directive: telling({
    zh: () => ['以 % 开头的指令写法不对', '删去这一行；若是文字，请加引号'],
    en: () => ['a directive (a line beginning with %) is wrong', 'delete the line; if it is text, put it in quotes'],
  }),
  unexpected: telling({
    zh: () => [
      'YAML 读到这里读不下去',
      '检查这一行和上一行：括号、引号是否成对，冒号是否半角且后面有空格，缩进是否对齐',
    ],
    en: () => [
      'the YAML makes no sense from here on',
      'look at this line and the one above: brackets and quotes in pairs, a blank after each colon, lines that line up',
    ],
  }),
} as const satisfies Record<string, Tell>;

export type YamlFault = keyof typeof faults;

export function yamlSyntaxTelling(fault: YamlFault): Tell {
  return faults[fault];
}
