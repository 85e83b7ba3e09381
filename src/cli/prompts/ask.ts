// The prompts there are. They go to standard error, so that answers on standard output stay clean; inquirer is loaded
// only where somebody is asked; Ctrl-C at any of them ends the command with nothing written.

import type { Lang } from '../../core/lang.js';
import { askWords } from '../../core/messages/ask.js';
import { visible } from '../../core/text.js';
import { Interrupted, UsageError } from '../exit.js';

export interface Choice {
  readonly name: string;
  readonly value: string;
  /** Shown below the list while the choice is under the cursor. */
  readonly description?: string;
}

/** It asks for more of Node than the rest of the program does: 20.17. */
async function library() {
  try {
    return await import('inquirer');
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UsageError(askWords.tooOld(process.version), askWords.tooOldHint);
  }
}

async function prompts() {
  const { createPromptModule } = await library();
  return createPromptModule({ input: process.stdin, output: process.stderr });
}

/** Ctrl-C and a terminal that closes are the same to us: whoever was asked is gone. */
async function answered<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    // By these names inquirer says that a prompt was interrupted or its input closed.
    if (error instanceof Error && /^(ExitPrompt|AbortPrompt|CancelPrompt)Error$/.test(error.name)) {
      throw new Interrupted();
    }
    throw error;
  }
}

/** As a terminal may show it: what is asked quotes the book. */
function shown({ name, value, description }: Choice): Choice {
  return { name: visible(name), value, ...(description === undefined ? {} : { description: visible(description) }) };
}

export async function askYes(message: string, lang: Lang): Promise<boolean> {
  const transformer = (yes: boolean): string => (lang === 'zh' ? (yes ? '是' : '否') : yes ? 'yes' : 'no');
  const ask = await prompts();
  const { yes } = await answered(
    ask([{ type: 'confirm', name: 'yes', message: visible(message), default: false, transformer }]),
  );
  return yes;
}

/** A line of text; `judge` says what is wrong with one, null: nothing. */
export async function askText(
  message: string,
  preset: string,
  judge: (text: string) => string | null = () => null,
): Promise<string> {
  const visiblePreset = visible(preset);
  // Taking what is offered is taking what stands in the book, however it had to be shown.
  const meant = (text: string): string => (text === visiblePreset ? preset : text);
  const validate = (text: string): true | string => {
    const wrong = judge(meant(text));
    return wrong === null ? true : visible(wrong);
  };
  const ask = await prompts();
  const { text } = await answered(
    ask([{ type: 'input', name: 'text', message: visible(message), validate, default: visiblePreset }]),
  );
  return meant(text);
}

/** The line below a list that says which keys do what, in the words of the reader. */
function themeIn(lang: Lang) {
  const keysHelpTip = (keys: [key: string, action: string][]): string =>
    keys.map(([key, action]) => `${key} ${askWords.keys[action]?.[lang] ?? action}`).join(' · ');
  return { style: { keysHelpTip } };
}

export async function askOne(
  message: string,
  choices: readonly Choice[],
  preset: string | null,
  lang: Lang,
): Promise<string> {
  const ask = await prompts();
  const { one } = await answered(
    ask([
      {
        type: 'select',
        name: 'one',
        message: visible(message),
        choices: choices.map(shown),
        default: preset ?? undefined,
        pageSize: 10,
        loop: false,
        theme: themeIn(lang),
      },
    ]),
  );
  return String(one);
}

/** One of many, found by typing: `find` gives what fits, the best first. */
export async function askFor(
  message: string,
  find: (typed: string) => readonly Choice[],
  preset: string | null,
  lang: Lang,
): Promise<string> {
  const source = (typed: string | undefined): readonly Choice[] => {
    const found = find(typed ?? '').map(shown);
    if (preset === null || (typed ?? '') !== '') return found;
    // The last answer comes first, so that Enter takes it.
    return [...found.filter(({ value }) => value === preset), ...found.filter(({ value }) => value !== preset)];
  };
  const ask = await prompts();
  const { one } = await answered(
    ask([{ type: 'search', name: 'one', message: visible(message), source, pageSize: 10, theme: themeIn(lang) }]),
  );
  return String(one);
}
