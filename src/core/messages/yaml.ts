// What is said about the two YAML files of a book: their syntax, their keys and their values.

import type { SeveritySetting, Slug } from '../slugs.js';
import { quoted } from '../text.js';
import { saying, telling } from './telling.js';

/** `a、b、c` for a Chinese sentence. */
export const listed = (words: readonly string[]) => words.map((word) => quoted(word)).join('、');
export const listedEn = (words: readonly string[]) => words.map((word) => quoted(word)).join(', ');

/** What stands in the file, as it is shown: text in quotes, or which collection it is. */
export type Found = { readonly kind: 'scalar'; readonly text: string } | { readonly kind: 'map' | 'list' };

export const foundZh = (found: Found) =>
  found.kind === 'scalar'
    ? found.text === ''
      ? '空值'
      : `“${quoted(found.text)}”`
    : found.kind === 'map'
      ? '一组“键: 值”'
      : '一个列表';
export const foundEn = (found: Found) =>
  found.kind === 'scalar'
    ? found.text === ''
      ? 'nothing'
      : `"${quoted(found.text)}"`
    : found.kind === 'map'
      ? 'a set of "key: value"'
      : 'a list';

export const yamlTellings = {
  encoding: () =>
    telling({
      zh: () => ['文件不是 UTF-8，已按 GB18030 读取', '文字无误即可照常使用；用编辑器另存为 UTF-8 可消除本提示'],
      en: () => [
        'not UTF-8; read as GB18030',
        'if the text looks right all is well; save the file as UTF-8 to end this warning',
      ],
    }),
  undecodable: () =>
    telling({
      zh: () => [
        '文件既不是 UTF-8 也不是 GB18030，无法读取',
        '用编辑器打开原文件，另存为 UTF-8；若文件已损坏，从 git 中找回上一版',
      ],
      en: () => [
        'readable neither as UTF-8 nor as GB18030',
        'open the original in an editor and save it as UTF-8; if it is damaged, get the last version back from git',
      ],
    }),
  conflictMarker: () =>
    telling({
      zh: () => [
        'git 合并冲突标记留在文件里，整个文件未采用',
        '比对两边内容，留下正确的，删掉 <<<<<<<、=======、>>>>>>> 各行，再提交',
      ],
      en: () => [
        'a git conflict marker was left in the file, so nothing of it is used',
        'keep what is right from both sides, delete the <<<<<<<, ======= and >>>>>>> lines, and commit',
      ],
    }),
  tooLarge: (a: { bytes: number; most: number }) =>
    telling({
      zh: () => [
        `文件有 ${Math.ceil(a.bytes / 1_048_576)} MB，超过 ${a.most / 1_048_576} MB，未读取`,
        '确认放的是对的文件；组织架构很大时，用 include 拆成几个文件',
      ],
      en: () => [
        `the file has ${Math.ceil(a.bytes / 1_048_576)} MB, more than ${a.most / 1_048_576} MB, and was not read`,
        'see whether it is the right file; a very large org chart can be split into several with include',
      ],
    }),
  tooDeep: (a: { most: number }) =>
    telling({
      zh: () => [`嵌套超过 ${a.most} 层，文件未采用`, '多半是括号没有闭合，或缩进一路加深：到所指的位置改好'],
      en: () => [
        `nested more than ${a.most} levels deep, so nothing of the file is used`,
        'probably a bracket left open, or lines that are indented ever further: mend it at the place shown',
      ],
    }),
  tooManyAliases: (a: { name: string; most: number }) =>
    telling({
      zh: () => [`引用 *${quoted(a.name)} 展开后超过 ${a.most} 项，未展开`, '删去层层引用，把内容直接写出来'],
      en: () => [
        `with *${quoted(a.name)} the aliases expand to more than ${a.most} values; it was not expanded`,
        'write the values out instead of stacking aliases on aliases',
      ],
    }),
  unknownAlias: (a: { name: string; nearest: readonly string[] }) =>
    telling({
      zh: () => [
        `引用 *${quoted(a.name)} 没有对应的锚点`,
        a.nearest.length > 0
          ? `是否想写 *${listed(a.nearest)}？若只是文字，请加引号`
          : `在它前面用 &${quoted(a.name)} 标出被引用的内容；若只是文字，请加引号`,
      ],
      en: () => [
        `nothing above is anchored as &${quoted(a.name)}`,
        a.nearest.length > 0
          ? `did you mean *${listedEn(a.nearest)}? if it is plain text, put it in quotes`
          : `mark what it stands for with &${quoted(a.name)} before it; if it is plain text, put it in quotes`,
      ],
    }),
  circularAlias: (a: { name: string }) =>
    telling({
      zh: () => [`引用 *${quoted(a.name)} 指向包含它自己的内容`, '把内容直接写出来，不用引用'],
      en: () => [`*${quoted(a.name)} refers to something that contains it`, 'write the value out instead of the alias'],
    }),
  duplicateKey: (a: { key: string }) =>
    telling({
      zh: () => [`键“${quoted(a.key)}”在这一组里出现了两次，以前一个为准`, '留下正确的一个，删去另一个'],
      en: () => [
        `the key ${quoted(a.key)} stands twice in this group; the first one counts`,
        'keep the one that is right and delete the other',
      ],
    }),
  firstKey: () => saying({ zh: () => '前一个在这里', en: () => 'the first one is here' }),
  keyNotText: () =>
    telling({
      zh: () => ['键必须是一个词', '写成“键: 值”；值才可以是列表或一组键'],
      en: () => ['a key must be a single word', 'write "key: value"; only the value may be a list or a group of keys'],
    }),
  severalDocuments: () =>
    telling({
      zh: () => ['一个文件里有几份内容（--- 之后又起一份），只读第一份', '合成一份，删去中间的 ---'],
      en: () => [
        'the file holds several documents (a new one begins after ---); only the first is read',
        'merge them into one and delete the ---',
      ],
    }),
  tag: (a: { tag: string }) =>
    telling({
      zh: () => [`标签 ${quoted(a.tag)} 在台账里没有意义，已忽略`, '删去标签；要当文字的内容加引号即可'],
      en: () => [
        `the tag ${quoted(a.tag)} means nothing in a book and is ignored`,
        'delete the tag; text that should stay text goes in quotes',
      ],
    }),
  unknownKey: (a: { key: string; nearest: string | null; known: readonly string[] }) =>
    telling({
      zh: () => [
        `不认识的键“${quoted(a.key)}”，未采用`,
        a.nearest === null ? `可用的键：${listed(a.known)}` : `是否想写 ${quoted(a.nearest)}？`,
      ],
      en: () => [
        `unknown key ${quoted(a.key)}: not used`,
        a.nearest === null ? `the keys here are ${listedEn(a.known)}` : `did you mean ${quoted(a.nearest)}?`,
      ],
    }),
  missingKey: (a: { key: string; known: readonly string[] }) =>
    telling({
      zh: () => [`缺少“${a.key}”`, `加上 ${a.key}: …；可用的键：${listed(a.known)}`],
      en: () => [`${a.key} is missing`, `add ${a.key}: …; the keys here are ${listedEn(a.known)}`],
    }),
  notMap: (a: { found: Found }) =>
    telling({
      zh: () => [`这里应是一组“键: 值”，现为${foundZh(a.found)}`, '每行写一个“键: 值”，冒号后空一格'],
      en: () => [
        `a group of "key: value" belongs here, not ${foundEn(a.found)}`,
        'write one "key: value" a line, with a blank after the colon',
      ],
    }),
  notList: (a: { found: Found }) =>
    telling({
      zh: () => [`这里应是一个列表，现为${foundZh(a.found)}`, '每项一行，以“- ”开头；或写在方括号里：[甲, 乙]'],
      en: () => [
        `a list belongs here, not ${foundEn(a.found)}`,
        'begin each item with "- " on its own line, or write [one, two]',
      ],
    }),
  notText: (a: { found: Found }) =>
    telling({
      zh: () => [`这里应是文字，现为${foundZh(a.found)}`, '写一行文字；含冒号、井号等符号时加引号'],
      en: () => [
        `text belongs here, not ${foundEn(a.found)}`,
        'write one line of text, in quotes where it holds a colon or #',
      ],
    }),
  notChoice: (a: { found: Found; words: readonly string[]; nearest: string | null }) =>
    telling({
      zh: () => [
        `${foundZh(a.found)}不是可选的内容`,
        `${a.nearest === null ? '' : `是否想写 ${quoted(a.nearest)}？`}可选：${listed(a.words)}`,
      ],
      en: () => [
        `${foundEn(a.found)} is not one of the words for this key`,
        `${a.nearest === null ? '' : `did you mean ${quoted(a.nearest)}? `}use one of ${listedEn(a.words)}`,
      ],
    }),
  notWhole: (a: { found: Found; least: number; most: number }) =>
    telling({
      zh: () => [`${foundZh(a.found)}不是 ${a.least} 至 ${a.most} 的整数`, '只写数字，不带单位，如 7'],
      en: () => [
        `${foundEn(a.found)} is not a whole number from ${a.least} to ${a.most}`,
        'write digits only, without a unit, such as 7',
      ],
    }),
  notTolerance: (a: { found: Found }) =>
    telling({
      zh: () => [
        `${foundZh(a.found)}不是盘点允差`,
        '写零或正数（基本单位，如 2），或账面的百分比（0% 至 100%，如 0.5%）',
      ],
      en: () => [
        `${foundEn(a.found)} is not a tolerance of counts`,
        'write zero or more in base units (2), or a share of the book from 0% to 100% (0.5%)',
      ],
    }),
  notTimezone: (a: { found: Found; nearest: readonly string[] }) =>
    telling({
      zh: () => [
        `${foundZh(a.found)}不是时区`,
        a.nearest.length > 0 ? `是否想写 ${listed(a.nearest)}？` : '写 IANA 时区名，如 Asia/Shanghai',
      ],
      en: () => [
        `${foundEn(a.found)} is not a time zone`,
        a.nearest.length > 0 ? `did you mean ${listedEn(a.nearest)}?` : 'write an IANA name such as Asia/Shanghai',
      ],
    }),
  noCategory: () =>
    telling({
      zh: () => [
        'categories 里一个类别也没有，仍用默认的四类',
        '至少写一个，如 protective: {zh: 防护物资, en: protective items}；或删去 categories',
      ],
      en: () => [
        'categories names no category, so the four default ones hold',
        'name at least one, such as protective: {zh: 防护物资, en: protective items}, or delete categories',
      ],
    }),
  unnamedCategory: (a: { category: string }) =>
    telling({
      zh: () => [
        `类别 ${quoted(a.category)} 没有名称，暂以编码为名`,
        '写上 zh 或 en，最好两种都有：{zh: 防护物资, en: protective items}',
      ],
      en: () => [
        `the category ${quoted(a.category)} has no name, so its code stands for it`,
        'give it zh or en, best both: {zh: 防护物资, en: protective items}',
      ],
    }),
  lockedCheck: (a: { slug: Slug; wanted: SeveritySetting; least: string }) =>
    telling({
      zh: () => [
        `${a.slug} 不能设为 ${a.wanted}：有这种问题的行不计入任何数字，必须让人看到`,
        `删去这一行（保持 ${a.least}），并改正报出的各行`,
      ],
      en: () => [
        `${a.slug} cannot be set to ${a.wanted}: rows with it are left out of every figure, and that must be seen`,
        `delete this line (it stays ${a.least}) and mend the rows that are reported`,
      ],
    }),
} as const;
