// The program that commander makes of the table of commands.

import { Command, CommanderError, Help } from 'commander';
import type { Words } from '../core/lang.js';
import { nearest } from '../core/nearest.js';
import { textWidth } from '../render/terminal/width.js';
import { wrap } from '../render/terminal/wrap.js';
import type { CommandEntry, Say } from './command.js';
import { commands } from './commandtable.js';
import { UsageError } from './exit.js';

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
