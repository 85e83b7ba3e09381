// What is said while the org chart is read: its ids, its includes and its rules of staffing.

import { quoted } from '../text.js';
import { saying, telling } from './telling.js';
import { type Found, foundEn, foundZh, listed, listedEn } from './yaml.js';

export const orgChartTellings = {
  notStaffing: (a: { found: Found }) =>
    telling({
      zh: () => [
        `${foundZh(a.found)}不是人数要求`,
        '写最少人数，如 cadre: 3；或写范围，如 {min: 1, max: 5}；按隔离人数配的写 {residents_each: 50}',
      ],
      en: () => [
        `${foundEn(a.found)} is not a rule of staffing`,
        'write the least number (cadre: 3), or bounds ({min: 1, max: 5}), or one for so many residents ({residents_each: 50})',
      ],
    }),
  boundsCrossed: (a: { min: number; max: number }) =>
    telling({
      zh: () => [`最少 ${a.min} 大于最多 ${a.max}，无法满足`, '改正 min 或 max，使 min 不大于 max'],
      en: () => [
        `min ${a.min} is above max ${a.max}: nobody can meet both`,
        'correct min or max so that min is not above max',
      ],
    }),
  duplicateId: (a: { id: string }) =>
    telling({
      zh: () => [`编码“${quoted(a.id)}”重复，以先登记的为准`, '给这一个换一个编码；若是同一个，删去其中一处'],
      en: () => [
        `the id ${quoted(a.id)} is declared twice; the first one counts`,
        'give this one another id; if they are the same, delete one',
      ],
    }),
  firstId: (a: { id: string }) =>
    saying({ zh: () => `“${quoted(a.id)}”先登记在这里`, en: () => `${quoted(a.id)} was first declared here` }),
  includeEmpty: () =>
    telling({
      zh: () => ['include 后面没有写文件', '写上台账目录内的文件，如 include: org/jinhua.yaml；不用就删去这一项'],
      en: () => [
        'include names no file',
        'name a file inside the book, such as include: org/jinhua.yaml, or delete the item',
      ],
    }),
  includeOutside: (a: { path: string }) =>
    telling({
      zh: () => [
        `include 的路径“${quoted(a.path)}”指向台账目录之外，未读取`,
        '把文件放进台账目录（如 org/），写相对于台账根目录的路径，不用 .. 和绝对路径',
      ],
      en: () => [
        `the included path "${quoted(a.path)}" leads out of the book and was not read`,
        'put the file into the book (org/, say) and write its path from the root of the book, without .. and not absolute',
      ],
    }),
  includeMissing: (a: { path: string; nearest: readonly string[] }) =>
    telling({
      zh: () => [
        `include 的文件“${quoted(a.path)}”不存在`,
        a.nearest.length > 0
          ? `是否想写 ${listed(a.nearest)}？路径从台账根目录写起`
          : '建好这个 .yaml 文件，路径从台账根目录写起',
      ],
      en: () => [
        `there is no file "${quoted(a.path)}" to include`,
        a.nearest.length > 0
          ? `did you mean ${listedEn(a.nearest)}? paths begin at the root of the book`
          : 'create that .yaml file; paths begin at the root of the book',
      ],
    }),
  includeTwice: (a: { path: string }) =>
    telling({
      zh: () => [`文件“${quoted(a.path)}”已在别处 include 过，这里未再读取`, '每个文件只 include 一次，删去其中一处'],
      en: () => [
        `"${quoted(a.path)}" is included elsewhere too and was not read again`,
        'include each file once: delete one of the two',
      ],
    }),
  includeCycle: (a: { chain: readonly string[] }) =>
    telling({
      zh: () => [
        `include 绕成了圈：${a.chain.map((file) => quoted(file)).join(' → ')}`,
        '删去把它绕回来的这一处 include',
      ],
      en: () => [
        `includes run in a circle: ${a.chain.map((file) => quoted(file)).join(' → ')}`,
        'delete this include, which closes the circle',
      ],
    }),
} as const;
