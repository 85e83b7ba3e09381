// Runs one command line from its words to its exit status; whatever goes wrong is said here and nowhere else.

import type { Lang } from '../core/lang.js';
import { unreadableTellings } from '../core/messages/unreadable.js';
import { visible, visibleLines } from '../core/text.js';
import { Unreadable } from '../source/unreadable.js';
import { bookLang } from './bookroot.js';
import { Exit, Interrupted, UsageError } from './exit.js';
import { langOf, terminalLang } from './language.js';
import { note, show } from './output.js';
import { CommanderError, makeProgram } from './program.js';

/** The value of an option, before options are read properly. */
function optionIn(args: readonly string[], ...names: readonly string[]): string | undefined {
  for (const [at, word] of args.entries()) {
    if (names.includes(word)) return args[at + 1];
    for (const name of names) if (word.startsWith(`${name}=`)) return word.slice(name.length + 1);
  }
  return undefined;
}

/** As asked, else as the book here says, else as the terminal is set. */
function spokenIn(args: readonly string[]): Lang {
  const asked = langOf(optionIn(args, '--lang'));
  return asked ?? bookLang(optionIn(args, '-C', '--book') ?? null) ?? terminalLang(process.env);
}

export async function run(words: readonly string[], version: string): Promise<number> {
  // `taizhang help check` is what many try first.
  const args = words[0] === 'help' ? [...words.slice(1), '--help'] : words;
  const lang = spokenIn(args);
  let status: number = Exit.good;
  // A reader that has gone away is no fault of ours; what is written after it is dropped.
  process.stdout.on('error', () => {});
  try {
    const program = await makeProgram(
      args,
      version,
      (words) => words[lang],
      (code) => {
        status = code;
      },
    );
    if (args.length === 0) {
      program.outputHelp();
      return Exit.usage;
    }
    await program.parseAsync([...args], { from: 'user' });
    return status;
  } catch (error) {
    return explain(error, lang, version);
  }
}

const commanderWords: Readonly<Record<string, string>> = {
  'commander.unknownOption': '没有这个选项',
  'commander.unknownCommand': '没有这个命令',
  'commander.optionMissingArgument': '选项后面缺少内容',
  'commander.missingArgument': '缺少参数',
  'commander.excessArguments': '参数太多',
  'commander.invalidArgument': '参数无效',
};

function explain(error: unknown, lang: Lang, version: string): number {
  const zh = lang === 'zh';
  if (error instanceof CommanderError) {
    // Help and version end this way too.
    if (error.exitCode === 0) return Exit.good;
    const message = error.message.replace(/^error: /u, '');
    // What commander would have suggested stands in a second line of its message.
    const near = /\n\(Did you mean (.*)\?\)$/su.exec(message)?.[1];
    const said = visible(message.replace(/\n\(Did you mean .*$/su, ''));
    const own = zh ? commanderWords[error.code] : undefined;
    const named = /'([^']*)'/u.exec(said)?.[1];
    note(`taizhang: ${own === undefined ? said : named === undefined ? own : `${own}：${named}`}`);
    if (near !== undefined) note(zh ? `提示：是否想用 ${near}？` : `hint: did you mean ${near}?`);
    else {
      note(
        zh
          ? '提示：taizhang 命令 --help 列出选项和例子'
          : 'hint: "taizhang COMMAND --help" lists options and an example',
      );
    }
    return Exit.usage;
  }
  if (error instanceof UsageError) {
    note(`taizhang: ${visible(error.words[lang])}`);
    if (error.hint !== null) note(`${zh ? '提示：' : 'hint: '}${visible(error.hint[lang])}`);
    return Exit.usage;
  }
  if (error instanceof Unreadable) {
    const { message, hint } = unreadableTellings.unreadable({ file: error.file, reason: error.reason })(lang);
    note(`taizhang: ${message}`);
    note(`${zh ? '提示：' : 'hint: '}${hint}`);
    return Exit.usage;
  }
  if (error instanceof Interrupted) {
    note(zh ? '已中断，什么都没有写入' : 'interrupted; nothing was written');
    return Exit.interrupted;
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  note(
    zh
      ? `taizhang: 程序出错了，这是我们的问题，不是您的。台账没有改动。请把下面的内容发给维护者（taizhang ${version}，Node ${process.version}）：`
      : `taizhang: a fault in the program, ours and not yours; the book was not changed. Please send what follows to the maintainers (taizhang ${version}, Node ${process.version}):`,
  );
  show(visibleLines(trace));
  return Exit.fault;
}
