// The one table of every register's and ledger's columns: reader, writer, importer, prompts, schema and manual use it.

import * as choices from './choices.js';

/** What a cell of a column holds. */
export type CellKind =
  | 'code'
  | 'name'
  | 'text'
  | 'words'
  | 'day'
  | 'time'
  | 'moment'
  | 'doc'
  | 'quantity'
  | 'unit'
  | 'packs'
  | 'whole'
  | 'flag'
  | 'choice'
  | 'item'
  | 'spec'
  | 'lot'
  | 'site'
  | 'place'
  | 'party'
  | 'staff'
  | 'orgunit'
  | 'person';

export interface Column {
  /** The canonical English name; the key that JSON and options use. */
  readonly name: string;
  readonly zh: readonly string[];
  readonly cell: CellKind;
  readonly required: boolean;
  readonly choices: choices.ChoiceSet<string> | null;
}

function need(name: string, cell: CellKind, ...zh: string[]): Column {
  return { name, zh, cell, required: true, choices: null };
}

function may(name: string, cell: CellKind, ...zh: string[]): Column {
  return { name, zh, cell, required: false, choices: null };
}

function oneOf(column: Column, set: choices.ChoiceSet<string>): Column {
  return { ...column, choices: set };
}

const note = may('note', 'text', '备注');
const spec = may('spec', 'spec', '规格', '规格型号');
const unit = may('unit', 'unit', '单位', '计量单位');
const item = need('item', 'item', '物资', '品名', '物资名称');
const lot = may('lot', 'lot', '批号');

export const tables = {
  items: [
    need('item', 'code', '物资编码'),
    need('name', 'name', '名称', '品名'),
    may('spec', 'text', '规格', '规格型号'),
    need('category', 'code', '类别'),
    need('unit', 'text', '单位', '计量单位'),
    may('packs', 'packs', '包装'),
    may('aliases', 'words', '别名'),
    oneOf(may('lots', 'choice', '批次管理'), choices.lotModes),
    may('min', 'quantity', '最低库存'),
    may('max', 'quantity', '最高库存'),
    may('cover_days', 'whole', '保障天数'),
    may('until', 'day', '停用日期'),
    may('standard_code', 'text', '标准编码'),
    note,
  ],
  sites: [
    need('site', 'code', '点位编码'),
    need('name', 'name', '名称'),
    oneOf(need('kind', 'choice', '类型'), choices.siteKinds),
    may('unit', 'orgunit', '所属组织'),
    may('tracked', 'flag', '记库存'),
    may('signs', 'flag', '签收'),
    may('served_by', 'site', '供应仓库'),
    may('capacity', 'whole', '容量'),
    may('opened', 'day', '启用日期'),
    may('closed', 'day', '停用日期'),
    may('address', 'text', '地址'),
    note,
  ],
  staff: [
    need('staff', 'code', '工号'),
    need('name', 'name', '姓名'),
    may('unit', 'orgunit', '所属组织'),
    may('roles', 'words', '职务'),
    may('phone', 'text', '电话'),
    may('from', 'day', '到岗日期'),
    may('until', 'day', '离岗日期'),
    note,
  ],
  parties: [
    need('party', 'code', '编码'),
    need('name', 'name', '名称'),
    oneOf(need('kind', 'choice', '类型'), choices.partyKinds),
    note,
  ],
  norms: [
    need('item', 'item', '物资'),
    need('per', 'text', '计算口径'),
    need('qty', 'quantity', '数量'),
    may('unit', 'unit', '单位'),
    may('change_hours', 'quantity', '更换小时'),
    oneOf(may('site_kind', 'choice', '点位类型'), choices.siteKinds),
    may('source', 'text', '依据'),
    note,
  ],
  stock: [
    need('date', 'day', '日期'),
    may('time', 'time', '时间'),
    need('doc', 'doc', '单号'),
    oneOf(need('kind', 'choice', '类别', '类型'), choices.movementKinds),
    item,
    spec,
    lot,
    may('expiry', 'day', '效期', '有效期'),
    need('qty', 'quantity', '数量'),
    unit,
    may('from', 'place', '来源', '发出方'),
    may('to', 'place', '去向', '接收单位', '领用单位'),
    may('by', 'staff', '经办人'),
    may('checked_by', 'staff', '复核人'),
    may('ref', 'doc', '关联单号'),
    note,
  ],
  deliveries: [
    need('date', 'day', '日期'),
    may('time', 'time', '时间'),
    need('doc', 'doc', '单号'),
    need('item', 'item', '物资', '品名'),
    may('spec', 'spec', '规格'),
    lot,
    need('received', 'quantity', '实收', '签收数量'),
    may('damaged', 'quantity', '破损'),
    may('unit', 'unit', '单位'),
    may('site', 'site', '签收点位'),
    may('by', 'person', '签收人'),
    may('signed_on', 'day', '签收日期'),
    note,
  ],
  counts: [
    need('date', 'day', '日期'),
    oneOf(may('when', 'choice', '时点'), choices.countPoints),
    need('site', 'site', '点位', '仓库'),
    need('item', 'item', '物资', '品名'),
    may('spec', 'spec', '规格'),
    lot,
    need('counted', 'quantity', '实盘', '实盘数'),
    may('unit', 'unit', '单位'),
    may('by', 'staff', '盘点人'),
    may('checked_by', 'staff', '复盘人'),
    note,
  ],
  requests: [
    need('date', 'day', '日期'),
    need('doc', 'doc', '单号'),
    need('site', 'site', '点位', '申请单位'),
    need('item', 'item', '物资', '品名'),
    may('spec', 'spec', '规格'),
    need('qty', 'quantity', '数量'),
    may('unit', 'unit', '单位'),
    may('needed_by', 'day', '需求日期'),
    oneOf(may('priority', 'choice', '紧急程度'), choices.priorities),
    may('by', 'person', '申请人'),
    may('cancelled', 'flag', '撤销'),
    note,
  ],
  needs: [
    need('time', 'moment', '时间'),
    need('need', 'doc', '编号'),
    oneOf(need('event', 'choice', '事项'), choices.needEvents),
    may('site', 'site', '点位'),
    may('person', 'person', '对象'),
    may('category', 'text', '类别'),
    oneOf(may('priority', 'choice', '紧急程度'), choices.priorities),
    may('unit', 'orgunit', '承办组织'),
    may('by', 'person', '经办人'),
    note,
  ],
  census: [
    need('date', 'day', '日期'),
    need('site', 'site', '点位'),
    need('residents', 'quantity', '隔离人数'),
    may('staff', 'quantity', '工作人员数'),
    note,
  ],
  roster: [
    need('date', 'day', '日期'),
    need('start', 'time', '开始'),
    need('end', 'time', '结束'),
    need('staff', 'staff', '人员', '工号'),
    need('site', 'site', '点位'),
    may('task', 'text', '任务'),
    note,
  ],
  rollcalls: [
    need('date', 'day', '日期'),
    may('time', 'time', '时间'),
    need('list', 'text', '名单'),
    need('person', 'person', '对象'),
    oneOf(need('status', 'choice', '状态'), choices.rollcallStates),
    may('by', 'person', '联系人'),
    note,
  ],
} as const satisfies Record<string, readonly Column[]>;

export type TableName = keyof typeof tables;
export type RegisterName = 'items' | 'sites' | 'staff' | 'parties' | 'norms';
export type LedgerName = Exclude<TableName, RegisterName>;

export const registerNames: readonly RegisterName[] = ['items', 'sites', 'staff', 'parties', 'norms'];
export const ledgerNames: readonly LedgerName[] = [
  'stock',
  'deliveries',
  'counts',
  'requests',
  'needs',
  'census',
  'roster',
  'rollcalls',
];

export function columnsOf(table: TableName): readonly Column[] {
  return tables[table];
}
