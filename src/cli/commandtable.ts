// The table of commands: what each is called, what it does in a line, an example, and the module behind it.

import type { CommandEntry } from './command.js';

/** In the order of a clerk's evening. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'nightly',
    summary: {
      zh: '晚间核对：检查、对账、日报，一次做完',
      en: 'the night: every check, the reconciliation and the daily report in one go',
    },
    example: 'taizhang nightly',
    load: () => import('./commands/nightly.js'),
  },
  {
    name: 'check',
    summary: { zh: '检查全部台账，指出每个错误在哪一格', en: 'run every check; every complaint names its cell' },
    example: 'taizhang check stock/2022-01-12.csv',
    load: () => import('./commands/check.js'),
  },
  {
    name: 'reconcile',
    summary: { zh: '对账：当日收发存、盘点与签收', en: "the day's balances, counts and deliveries" },
    example: 'taizhang reconcile --only variance,short',
    load: () => import('./commands/reconcile.js'),
  },
  {
    name: 'report',
    summary: {
      zh: '报表：daily 日报、stock 库存、card 台账卡、deliveries 签收、movements 出入库、requests 申请、needs 需求、staff 在岗、brief 晨会',
      en: 'reports: daily, stock, card, deliveries, movements, requests, needs, staff, brief',
    },
    example: 'taizhang report card --item 防护服',
    load: () => import('./commands/report.js'),
  },
  {
    name: 'need',
    summary: {
      zh: '居民需求：未办结的、该谁办；记提出、交办、上报、办结',
      en: "residents' needs: those open and who must act; raise, assign, escalate, resolve",
    },
    example: 'taizhang need list',
    date: 'either',
    load: () => import('./commands/need.js'),
  },
  {
    name: 'org',
    summary: {
      zh: '组织架构：tree 架构、show 一个组织、coverage 点位值守；--format svg 画图',
      en: 'the org chart: tree, show ID, coverage; --format svg draws it',
    },
    example: 'taizhang org show HQ',
    load: () => import('./commands/org.js'),
  },
  {
    name: 'roster',
    summary: { zh: '排班：某天谁在哪里，哪里没人', en: 'who is where on a day, and which sites have nobody' },
    example: 'taizhang roster --site S001',
    load: () => import('./commands/roster.js'),
  },
  {
    name: 'rollcall',
    summary: { zh: '摸排进度：联系了多少，还剩谁', en: 'progress of roll-calls: how many reached, who is left' },
    example: 'taizhang rollcall',
    load: () => import('./commands/rollcall.js'),
  },
  {
    name: 'import',
    summary: { zh: '导入表格：Excel、CSV 等', en: 'bring in a spreadsheet or CSV of another shape' },
    example: 'taizhang import stock/2022-01-12.csv --as stock --dry-run',
    load: () => import('./commands/import.js'),
  },
  {
    name: 'in',
    summary: { zh: '入库：收到的物资', en: 'goods received' },
    example: 'taizhang in --item 棉被 --qty 20床 --from 石柱乡贤会 --by P050 --yes',
    date: 'today',
    load: () => import('./commands/in.js'),
  },
  {
    name: 'out',
    summary: { zh: '出库或调拨：发给点位或单位', en: 'goods sent to a site or a party' },
    example: 'taizhang out --item 防护服 --qty 30套 --to S001 --by P050 --date 2022-01-13 --yes',
    date: 'today',
    load: () => import('./commands/out.js'),
  },
  {
    name: 'transfer',
    summary: { zh: '调拨：仓库之间', en: 'goods moved between depots' },
    example: 'taizhang transfer --item 棉被 --qty 20床 --from D1 --to S003 --by P050 --yes',
    date: 'today',
    load: () => import('./commands/transfer.js'),
  },
  {
    name: 'return',
    summary: { zh: '退库：点位退回，或在途退回', en: 'goods that come back from a site, or from transit' },
    example: 'taizhang return --item 防护服 --qty 5套 --from S001 --by P050 --yes',
    date: 'today',
    load: () => import('./commands/return.js'),
  },
  {
    name: 'dispose',
    summary: { zh: '报损：过期、损坏', en: 'goods written off: expired, damaged' },
    example: 'taizhang dispose --item 纯牛奶 --qty 6盒 --lot NN211122 --by P050 --note 过期 --yes',
    date: 'today',
    load: () => import('./commands/dispose.js'),
  },
  {
    name: 'reverse',
    summary: { zh: '冲销：撤销记错的单据', en: 'undo a document that was wrong' },
    example: 'taizhang reverse CK20220112-001 --by P050 --yes',
    date: 'today',
    load: () => import('./commands/reverse.js'),
  },
  {
    name: 'deliver',
    summary: {
      zh: '签收：点位收到了多少；未到的怎样了结',
      en: 'what a site signed for, and how what is missing was settled',
    },
    example: 'taizhang deliver CK20220113-001 --by 任娟 --date 2022-01-13 --yes',
    follows: 'out',
    date: 'today',
    load: () => import('./commands/deliver.js'),
  },
  {
    name: 'request',
    summary: { zh: '申请：点位要什么', en: 'what a site asks for' },
    example: 'taizhang request --site S001 --item 防护服 --qty 50套 --by 任娟 --yes',
    date: 'today',
    load: () => import('./commands/request.js'),
  },
  {
    name: 'count',
    summary: { zh: '盘点：记下实盘数', en: 'what was counted on the shelf' },
    example: 'taizhang count --site D1 --item 棉被 --qty 372 --by P050 --yes',
    date: 'today',
    load: () => import('./commands/count.js'),
  },
  {
    name: 'adjust',
    summary: { zh: '盘盈盘亏：为今晚的差异记账', en: 'gains and losses for the variances of tonight' },
    example: 'taizhang adjust --by P050 --checked-by P051 --note 串货 --yes',
    load: () => import('./commands/adjust.js'),
  },
  {
    name: 'slip',
    summary: {
      zh: '打印单据：出货单、入库单、盘点表',
      en: 'print a delivery note, goods received note or count sheet',
    },
    example: 'taizhang slip CK20220112-001',
    load: () => import('./commands/slip.js'),
  },
  {
    name: 'undo',
    summary: { zh: '撤回：刚才在这里记的一张单', en: 'take back the last document recorded here' },
    example: 'taizhang undo --yes',
    load: () => import('./commands/undo.js'),
  },
  {
    name: 'fmt',
    summary: { zh: '整理：把未封账的文件排好', en: 'put open ledgers in order' },
    example: 'taizhang fmt',
    load: () => import('./commands/fmt.js'),
  },
  {
    name: 'close',
    summary: { zh: '封账：把一天和以前的账固定下来', en: 'seal a day and all before it' },
    example: 'taizhang close 2022-01-12 --by P050 --yes',
    load: () => import('./commands/close.js'),
  },
  {
    name: 'verify',
    summary: { zh: '核对封账：有没有人动过封了的账', en: 'check the seals: was anything touched since' },
    example: 'taizhang verify',
    load: () => import('./commands/verify.js'),
  },
  {
    name: 'reopen',
    summary: { zh: '重开封了的账，写明理由', en: 'open closed days again, with a reason' },
    example: 'taizhang reopen 2022-01-12 --by P050 --reason 漏记一张入库单 --yes',
    load: () => import('./commands/reopen.js'),
  },
  {
    name: 'explain',
    summary: { zh: '解释一项检查：什么意思、怎么办', en: 'what a check means and what to do' },
    example: 'taizhang explain stock/negative',
    load: () => import('./commands/explain.js'),
  },
  {
    name: 'schema',
    summary: { zh: '输出和文件的 JSON Schema', en: 'JSON Schemas of outputs and files' },
    example: 'taizhang schema reconcile',
    load: () => import('./commands/schema.js'),
  },
  {
    name: 'init',
    summary: { zh: '新建一本台账', en: 'make a new book' },
    example: 'taizhang init ../xinzhen',
    load: () => import('./commands/init.js'),
  },
  {
    name: 'demo',
    summary: { zh: '复制一份样例台账', en: 'copy the sample book' },
    example: 'taizhang demo ../shizhu',
    load: () => import('./commands/demo.js'),
  },
];
