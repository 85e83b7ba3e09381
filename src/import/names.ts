// What the columns of other people's papers are called: the book's own names and aliases, and those seen in the field.

import { type Column, columnsOf, type TableName } from '../book/columns.js';
import { matchable } from '../core/text.js';
import { Remembered } from './text.js';

/** What a column of a sheet is taken for. */
export type Target =
  /** A column of the ledger, by its place in the table. */
  | { readonly kind: 'column'; readonly index: number }
  /** The name of a thing whose code stands in another column: for register rows that are proposed. */
  | { readonly kind: 'item-name' }
  /** Known, and of no use to a ledger: running numbers, prices. */
  | { readonly kind: 'ignored' }
  | { readonly kind: 'unknown' };

/** Header words of papers, by the ledger column they stand for. Order does not matter; spelling is matched after NFKC. */
const foreign: Partial<Record<TableName, Readonly<Record<string, readonly string[]>>>> = {
  stock: {
    date: [
      '入库时间',
      '出库时间',
      '入库日期',
      '出库日期',
      '领用日期',
      '接收日期',
      '接收时间',
      '发放日期',
      '发放时间',
      '捐赠日期',
      '登记日期',
      '单据日期',
      'day',
    ],
    doc: [
      '凭证编号',
      '单据编号',
      '单据号',
      '入库单号',
      '出库单号',
      '编号',
      'document',
      'document no',
      'doc no',
      'invoice',
      'invoiceno',
      'voucher',
    ],
    kind: ['业务类型', '出入库类型', '入库类型', '出库类型', '摘要', 'type'],
    item: [
      '名称',
      '物品',
      '物品名称',
      '商品名称',
      '货品名称',
      '产品名称',
      '货物名称',
      '入库物资',
      '出库物资',
      '捐赠物资',
      '发放物资',
      '物资品名',
      '物资名称及品牌',
      'product',
      'description',
      'article',
      'goods',
      'commodity',
      'item name',
    ],
    spec: ['型号', '规格/型号', '规格及型号', '规格、型号', 'specification', 'size', 'model'],
    lot: ['生产批号', '批次', '批次号', '产品批号', 'batch', 'batch no', 'lot no'],
    expiry: ['失效日期', '有效期至', '有效日期', '效期至', 'expiry date', 'expires'],
    qty: [
      '数量总计',
      '总数量',
      '入库数量',
      '出库数量',
      '领用数量',
      '发放数量',
      '接收数量',
      '捐赠数量',
      '收入',
      '发出',
      '数量/单位',
      '数量单位',
      '数量(单位)',
      '数目',
      '总数',
      'quantity',
      'amount',
      'pcs',
    ],
    unit: ['单位名称', '包装单位', 'uom', 'units'],
    from: [
      '捐赠单位',
      '捐赠方',
      '捐赠人',
      '捐赠单位/个人',
      '捐赠单位(个人)',
      '捐赠者',
      '供货单位',
      '供应商',
      '来源单位',
      '发货单位',
      '移交方',
      '发出仓库',
      'donor',
      'supplier',
      'sender',
    ],
    to: [
      '受赠单位',
      '接收方',
      '收货单位',
      '领取单位',
      '使用单位',
      '分配单位',
      '受捐单位',
      '去向单位',
      '入库仓库',
      '项目',
      'recipient',
      'receiver',
      'consignee',
      'destination',
    ],
    by: ['库管', '经手人', '仓管员', '保管员', '制单人', 'handled by', 'clerk'],
    checked_by: ['审核人', '复核', '质检', 'checked by'],
    ref: ['对应单号', '原单号', '来源单号', 'reference'],
    note: [
      '说明',
      '用途',
      '领用人',
      '领用人签字',
      '生产企业',
      '生产厂家',
      '厂家',
      '品牌',
      'remark',
      'remarks',
      'comment',
    ],
  },
  deliveries: {
    date: ['签收时间', '送达日期', '日期时间'],
    doc: ['出库单号', '配送单号', '送货单号', '编号'],
    item: ['名称', '物资名称', '物品名称'],
    spec: ['规格型号', '型号'],
    received: ['实收数量', '签收数', '收到数量', '数量', 'quantity'],
    damaged: ['破损数量', '损坏'],
    unit: ['计量单位'],
    site: ['接收单位', '收货单位', '点位', '隔离点', '接收方'],
    by: ['接收人', '收货人', '签收'],
  },
  counts: {
    date: ['盘点日期', '盘点时间'],
    site: ['盘点仓库', '库房', '存放地点'],
    item: ['名称', '物资名称', '物品名称'],
    spec: ['规格型号', '型号'],
    counted: ['实盘数量', '实际数量', '实存', '实存数', '盘点数', '盘点数量', '实际库存', '数量', 'actual', 'count'],
    unit: ['计量单位'],
    checked_by: ['复核人', '审核'],
  },
  requests: {
    date: ['申请日期', '申请时间', '填报日期'],
    doc: ['申请单号', '编号'],
    site: ['需求单位', '申领单位', '领用单位', '隔离点'],
    item: ['名称', '物资名称', '物品名称', '需求物资'],
    spec: ['规格型号', '型号'],
    qty: ['申请数量', '需求数量', '申领数量', 'quantity'],
    unit: ['计量单位'],
    needed_by: ['需要日期', '希望送达日期', '需求时间'],
    priority: ['紧急情况', '优先级', '是否紧急'],
    by: ['联系人', '经办人', '申领人'],
  },
  items: {
    item: ['编码', '物资代码', '编号', 'code', 'stockcode'],
    name: ['物资', '物资名称', '物品名称', '商品名称', 'description'],
    spec: ['型号'],
    category: ['分类', '物资类别', '大类'],
    min: ['安全库存', '库存下限'],
    max: ['库存上限'],
  },
  sites: {
    site: ['编码', '编号', '点位编号', 'code'],
    name: ['点位名称', '点位', '隔离点', '仓库名称'],
    kind: ['类别', '点位类型'],
    address: ['详细地址'],
    capacity: ['房间数', '床位数'],
  },
  staff: {
    staff: ['编号', '人员编号', 'code'],
    name: ['人员', '人员姓名'],
    unit: ['单位', '所属单位', '部门', '组织'],
    roles: ['岗位', '职责', '角色'],
    phone: ['手机', '手机号', '联系电话', '联系方式'],
  },
  parties: { party: ['编号', 'code'], name: ['单位名称', '单位', '名称'], kind: ['类别'] },
  needs: {
    time: ['日期', '提出时间', '登记时间'],
    need: ['序号', '单号'],
    event: ['状态', '进展'],
    site: ['隔离点'],
    person: ['人员', '居民', '房间号'],
    category: ['需求类别', '类型'],
    unit: ['责任单位', '承办单位'],
    by: ['登记人'],
  },
  census: {
    site: ['隔离点', '点位名称'],
    residents: ['人数', '在住人数', '隔离人员', '在隔人数'],
    staff: ['工作人员', '驻点人员'],
  },
  roster: {
    start: ['开始时间', '上班', '上岗时间'],
    end: ['结束时间', '下班', '下岗时间'],
    staff: ['姓名', '值班人员', '值班人'],
    site: ['隔离点', '值班地点', '岗位地点'],
    task: ['岗位', '工作内容', '任务内容'],
  },
};

const itemNames = ['item_name', 'item name', '物资中文名'];
const useless = [
  '序号',
  '行号',
  '单价',
  '金额',
  '总价',
  '合价',
  '价格',
  '总金额',
  '单价(元)',
  '金额(元)',
  '价值',
  'no',
  'no.',
  '#',
  'price',
  'unitprice',
  'unit price',
  'total price',
];

/** Spaces inside a header (`数 量`) are lay-out. */
export function headerKey(text: string): string {
  const key = matchable(text).toLowerCase();
  return /\p{Script=Han}/u.test(key) ? key.replace(/\s+/gu, '').replace(/[:：*]+$/u, '') : key.replace(/\s+/gu, ' ');
}

export interface HeaderWords {
  readonly columns: readonly Column[];
  target(text: string): Target;
  /** Every word that is known, for suggestions. */
  readonly words: readonly string[];
}

/** What the headers of a table's papers mean; `mapped` (a mapping file, an answer) goes before everything known. */
export function headerWords(table: TableName, mapped: ReadonlyMap<string, Target>): HeaderWords {
  const columns = columnsOf(table);
  const known = new Map<string, Target>();
  for (const word of useless) known.set(headerKey(word), { kind: 'ignored' });
  const indexOf = new Map(columns.map(({ name }, index) => [name, index]));
  for (const [name, words] of Object.entries(foreign[table] ?? {})) {
    const index = indexOf.get(name);
    if (index !== undefined) for (const word of words) known.set(headerKey(word), { kind: 'column', index });
  }
  for (const [index, column] of columns.entries()) {
    for (const word of [column.name, ...column.zh]) known.set(headerKey(word), { kind: 'column', index });
  }
  if (indexOf.has('item')) for (const word of itemNames) known.set(headerKey(word), { kind: 'item-name' });
  for (const [word, target] of mapped) known.set(headerKey(word), target);
  const targets = new Remembered((text): Target => known.get(headerKey(text)) ?? { kind: 'unknown' });
  return { columns, target: (text) => targets.of(text), words: [...known.keys()] };
}
