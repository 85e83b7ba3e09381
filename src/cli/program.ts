// The table of commands, and the program that commander makes of it.

import { Command, CommanderError, Help } from 'commander';
import type { Words } from '../core/lang.js';
import { nearest } from '../core/nearest.js';
import { textWidth } from '../render/terminal/width.js';
import { wrap } from '../render/terminal/wrap.js';
import type { CommandEntry, Say } from './command.js';
import { UsageError } from './exit.js';

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

const optionWords = {
  book: {
    zh: '台账目录（缺省：从当前目录向上找 taizhang.yaml）',
    en: 'the book (default: nearest folder upward with taizhang.yaml)',
  },
  format: {
    zh: '输出格式：text、json、csv、ndjson、markdown、html、svg、sarif、github（看命令）',
    en: 'text, json, csv, ndjson, markdown, html, svg, sarif or github, by command',
  },
  output: { zh: '写入文件', en: 'write to a file' },
  lang: { zh: '语言：zh 或 en', en: 'language: zh or en' },
  strict: { zh: '警告也算错误', en: 'warnings count as errors' },
  quiet: { zh: '不显示进度和提示', en: 'no progress and no remarks' },
  showPersonal: { zh: '显示电话等个人信息', en: 'show phone numbers and other personal data' },
  color: { zh: '不用颜色', en: 'no colours' },
  help: { zh: '显示帮助', en: 'show help' },
  version: { zh: '显示版本', en: 'show the version' },
  example: { zh: '例：', en: 'Example: ' },
  follows: (a: { command: string }): Words => ({
    zh: `（签收的是 taizhang ${a.command} --help 那一例发出的货）`,
    en: `(it signs for what the example of "taizhang ${a.command} --help" sent)`,
  }),
  about: {
    zh: '应急物资台账：每晚核对出入库、盘点与签收，出日报',
    en: 'the books of an emergency-relief supply centre, reconciled every night',
  },
} as const;

/** What --date means, and what it is where it is not given. */
const dateWords = {
  last: {
    zh: '截至哪一天（缺省：最后有出入库、签收或盘点的一天）',
    en: 'as of which day (default: the last with a movement, delivery or count)',
  },
  today: {
    zh: '记在哪一天（缺省：今天，按台账的时区）',
    en: "the day it is recorded on (default: today in the book's time zone)",
  },
  either: {
    zh: '记录：记在哪一天（缺省：今天，按台账的时区）；查看：截至哪一天（缺省：最后有出入库、签收或盘点的一天）',
    en: "recording: on which day (default: today in the book's time zone); listing: as of which day (default: the last with a movement, delivery or count)",
  },
} as const satisfies Record<NonNullable<CommandEntry['date']>, Words>;

const helpTitles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Global Options:': '通用选项：',
  'Commands:': '命令：',
};

/** Help as wide as it looks: a Chinese character takes two columns, and a line may end after any of them. */
function layOut(program: Command, chinese: boolean): void {
  program.configureHelp({
    showGlobalOptions: true,
    helpWidth: Math.max(60, process.stdout.columns ?? 80),
    displayWidth: textWidth,
    boxWrap: (text, width) =>
      text
        .split('\n')
        .flatMap((line) => wrap(line, width))
        .join('\n'),
    ...(chinese
      ? {
          styleTitle: (title) => helpTitles[title] ?? title,
          commandUsage: (command) =>
            new Help().commandUsage(command).replace('[options]', '[选项]').replace('[command]', '[命令]'),
        }
      : {}),
  });
}

/** The name of the command in a command line: the first word that is neither an option nor an option's value. */
export function commandOf(args: readonly string[]): string | null {
  const withValue = new Set(['-C', '--book', '--date', '--format', '-o', '--output', '--lang']);
  for (let i = 0; i < args.length; i++) {
    const word = args[i] ?? '';
    if (word === '--') return args[i + 1] ?? null;
    if (withValue.has(word)) i++;
    else if (!word.startsWith('-')) return word;
  }
  return null;
}

/** The program, with the one command that was asked for in full. `done` takes the exit status. */
export async function makeProgram(
  args: readonly string[],
  version: string,
  say: Say,
  done: (status: number) => void,
): Promise<Command> {
  const asked = commandOf(args);
  const entryAsked = commands.find(({ name }) => name === asked);
  const program = new Command('taizhang');
  const chinese = say({ zh: 'zh', en: 'en' }) === 'zh';
  layOut(program, chinese);
  program
    .description(say(optionWords.about))
    .version(version, '-V, --version', say(optionWords.version))
    .helpOption('-h, --help', say(optionWords.help))
    .option('-C, --book <dir>', say(optionWords.book))
    .option('--date <date>', say(dateWords[entryAsked?.date ?? 'last']))
    .option('--format <format>', say(optionWords.format))
    .option('-o, --output <file>', say(optionWords.output))
    .option('--lang <lang>', say(optionWords.lang))
    .option('--strict', say(optionWords.strict))
    .option('--quiet', say(optionWords.quiet))
    .option('--show-personal', say(optionWords.showPersonal))
    .option('--no-color', say(optionWords.color))
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ outputError: () => {} });

  for (const entry of commands) {
    const command = program.command(entry.name).description(say(entry.summary)).copyInheritedSettings(program);
    command.addHelpText('after', `\n${say(optionWords.example)}${entry.example}`);
    if (entry.follows !== undefined) command.addHelpText('after', say(optionWords.follows({ command: entry.follows })));
    if (entry.name !== asked) continue;
    const module = await entry.load();
    module.configure(command, say);
    command.action(async () => {
      done(await module.run(command.args, command.optsWithGlobals()));
    });
  }
  if (asked !== null && !commands.some(({ name }) => name === asked)) {
    const near = nearest(
      asked,
      commands.map(({ name }) => name),
    );
    throw new UsageError(
      { zh: `没有“${asked}”这个命令`, en: `there is no command "${asked}"` },
      near.length > 0
        ? { zh: `是否想用 ${near.join('、')}？`, en: `did you mean ${near.join(', ')}?` }
        : { zh: 'taizhang --help 列出全部命令', en: '"taizhang --help" lists them all' },
    );
  }
  return program;
}

export { CommanderError, Help };
