// What is said about names: items, sites, staff, parties, units and documents that are not there, and codes used twice.

import { telling } from './telling.js';

const list = (names: readonly string[], comma: string) => names.join(comma);

export const namingTellings = {
  unknownItem: (a: { text: string; nearest: readonly string[] }) =>
    telling({
      zh: () => [
        `物资“${a.text}”不在 items.csv 中`,
        a.nearest.length > 0
          ? `是否为：${list(a.nearest, '、')}？否则先在 items.csv 登记`
          : '先在 items.csv 登记这种物资，或改正名称',
      ],
      en: () => [
        `no item "${a.text}" in items.csv`,
        a.nearest.length > 0
          ? `did you mean ${list(a.nearest, ', ')}? otherwise add it to items.csv`
          : 'add it to items.csv, or correct the name',
      ],
    }),
  unknownSpec: (a: { text: string; spec: string; nearest: readonly string[] }) =>
    telling({
      zh: () => [`物资“${a.text}”没有规格“${a.spec}”`, `登记过的有：${list(a.nearest, '、')}；规格不同就是另一种物资`],
      en: () => [
        `no item "${a.text}" with the specification "${a.spec}"`,
        `there is ${list(a.nearest, ', ')}; another specification is another item`,
      ],
    }),
  unknownSite: (a: { text: string; nearest: readonly string[] }) =>
    telling({
      zh: () => [
        `点位“${a.text}”不在 sites.csv 中`,
        a.nearest.length > 0
          ? `是否为：${list(a.nearest, '、')}？否则先在 sites.csv 登记`
          : '先在 sites.csv 登记，或改正名称',
      ],
      en: () => [
        `no site "${a.text}" in sites.csv`,
        a.nearest.length > 0
          ? `did you mean ${list(a.nearest, ', ')}? otherwise add it to sites.csv`
          : 'add it to sites.csv, or correct the name',
      ],
    }),
  unknownStaff: (a: { text: string; nearest: readonly string[] }) =>
    telling({
      zh: () => [
        `人员“${a.text}”不在 staff.csv 中`,
        a.nearest.length > 0
          ? `是否为：${list(a.nearest, '、')}？否则先在 staff.csv 登记`
          : '先在 staff.csv 登记，或改正姓名、工号',
      ],
      en: () => [
        `nobody "${a.text}" in staff.csv`,
        a.nearest.length > 0
          ? `did you mean ${list(a.nearest, ', ')}? otherwise add them to staff.csv`
          : 'add them to staff.csv, or correct the name',
      ],
    }),
  unknownParty: (a: { text: string; nearest: readonly string[] }) =>
    telling({
      zh: () => [
        `单位“${a.text}”不在 parties.csv 中`,
        a.nearest.length > 0
          ? `是否为：${list(a.nearest, '、')}？否则先在 parties.csv 登记`
          : '先在 parties.csv 登记这个来往单位',
      ],
      en: () => [
        `no party "${a.text}" in parties.csv`,
        a.nearest.length > 0
          ? `did you mean ${list(a.nearest, ', ')}? otherwise add it to parties.csv`
          : 'add it to parties.csv, or correct the name',
      ],
    }),
  unknownUnit: (a: { text: string; nearest: readonly string[] }) =>
    telling({
      zh: () => [
        `组织“${a.text}”不在 org.yaml 中`,
        a.nearest.length > 0 ? `是否为：${list(a.nearest, '、')}？` : '先在 org.yaml 登记，或改正编码',
      ],
      en: () => [
        `no unit "${a.text}" in org.yaml`,
        a.nearest.length > 0 ? `did you mean ${list(a.nearest, ', ')}?` : 'add it to org.yaml, or correct the code',
      ],
    }),
  ambiguous: (a: { text: string; candidates: readonly string[] }) =>
    telling({
      zh: () => [`“${a.text}”对应多个：${list(a.candidates, '、')}`, '改写编码；物资也可填上规格或基本单位来区分'],
      en: () => [
        `"${a.text}" fits several: ${list(a.candidates, ', ')}`,
        'write the code; for an item its specification or base unit will do too',
      ],
    }),
  unknownDispatch: (a: { text: string }) =>
    telling({
      zh: () => [`关联单号“${a.text}”没有对应的发出单`, '写上货物原来的出库或调拨单号'],
      en: () => [`ref "${a.text}" is no dispatched document`, 'name the issue or transfer that the goods left with'],
    }),
  unknownRequest: (a: { text: string }) =>
    telling({
      zh: () => [`关联单号“${a.text}”没有对应的申请`, '写上 requests/ 里的申请单号；没有申请就留空'],
      en: () => [
        `ref "${a.text}" is no request`,
        'name a document of requests/, or leave it empty where nothing was asked for',
      ],
    }),
  unknownCount: (a: { text: string }) =>
    telling({
      zh: () => [
        `关联单号“${a.text}”没有对应的盘点`,
        '写成 count:日期:点位编码，如 count:2022-01-12:D1，且当天该点位确有盘点',
      ],
      en: () => [
        `ref "${a.text}" is no count`,
        'write count:date:site, such as count:2022-01-12:D1, of a count that was taken',
      ],
    }),
  duplicateCode: (a: { code: string }) =>
    telling({
      zh: () => [`编码“${a.code}”重复`, '一个编码只能登记一次，以先登记的为准；改掉或删去这一行'],
      en: () => [`the code "${a.code}" is declared twice`, 'the first one counts; change or delete this one'],
    }),
  duplicateAlias: (a: { alias: string; other: string }) =>
    telling({
      zh: () => [`别名“${a.alias}”已属于 ${a.other}`, '一个别名只能指一种物资，删去其中一处'],
      en: () => [
        `the alias "${a.alias}" already belongs to ${a.other}`,
        'an alias can stand for one item only: remove one of them',
      ],
    }),
  duplicateName: (a: { name: string; other: string }) =>
    telling({
      zh: () => [`“${a.name}”与 ${a.other} 名称、规格相同`, '同一种物资只登记一行；确属两种，请写明规格'],
      en: () => [
        `"${a.name}" has the name and specification of ${a.other}`,
        'one item needs one row; if they are two, tell them apart by the specification',
      ],
    }),
} as const;
