// The registers of the sample book as rows, and its settings.
import { ITEMS, NORMS, PARTIES } from './catalogue.mjs';

const ITEM_HEADER = [
  '物资编码',
  '名称',
  '规格',
  '类别',
  '单位',
  '包装',
  '别名',
  '批次管理',
  '最低库存',
  '最高库存',
  '保障天数',
  '备注',
];
const itemRows = () =>
  ITEMS.map((i) => [i.code, i.name, i.spec, i.category, i.unit, i.packText, i.aliases, i.lots, i.min, '', i.cover, '']);
export const items = [ITEM_HEADER, itemRows()];
export const parties = [['编码', '名称', '类型', '备注'], PARTIES];
export const norms = [['物资', '计算口径', '数量', '单位', '更换小时', '点位类型', '依据'], NORMS];

export const SETTINGS = `# 示例账本：人名、电话、单号、数量均为虚构，只在总量上与公开报道一致。由 scripts/sample 生成，请勿手工修改。
# A sample book: people, telephones, documents and amounts are made up; only the totals follow a published account.
title: 石柱镇物资储备保障中心
language: zh-CN
timezone: Asia/Shanghai
excel: yes
categories:
  protective: {zh: 防护物资, en: protective items}
  testing: {zh: 核酸检测物资, en: nucleic-acid testing items}
  living: {zh: 生活保障物资, en: living supplies}
  meals: {zh: 餐食, en: meals}
policy:
  count-tolerance: 0
  count-every-days: 7
  delivery-hours: 24
  expiring-days: 30
  cover-days: 3
  need-hours: {critical: 4, urgent: 12, routine: 24}
  rest-hours: 8
`;
