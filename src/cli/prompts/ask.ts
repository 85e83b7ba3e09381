// The prompts there are. They go to standard error, so that answers on standard output stay clean; inquirer is loaded
// only where somebody is asked; Ctrl-C at any of them ends the command with nothing written.

import type { Lang } from '../../core/lang.js';
import { Interrupted } from '../exit.js';

export interface Choice {
  readonly name: string;
  readonly value: string;
  /** Shown below the list while the choice is under the cursor. */
  readonly description?: string;
}

async function put(question: Record<string, unknown>): Promise<unknown> {
  const { createPromptModule } = await import('inquirer');
  const prompt = createPromptModule({ input: process.stdin, output: process.stderr });
  try {
    const answers: Record<string, unknown> = await prompt([{ ...question, name: 'answer' }] as never);
    return answers.answer;
  } catch (error) {
    // By these names inquirer says that a prompt was interrupted or its input closed.
    if (error instanceof Error && /^(ExitPrompt|AbortPrompt|CancelPrompt)Error$/.test(error.name)) {
      throw new Interrupted();
    }
    throw error;
  }
}

async function putText(question: Record<string, unknown>): Promise<string> {
  const answer = await put(question);
  return typeof answer === 'string' ? answer : '';
}

export async function askYes(message: string, lang: Lang): Promise<boolean> {
  const transformer = (yes: boolean): string => (lang === 'zh' ? (yes ? '是' : '否') : yes ? 'yes' : 'no');
  return (await put({ type: 'confirm', message, default: false, transformer })) === true;
}

/** A line of text; `judge` says what is wrong with one, null: nothing. */
export async function askText(
  message: string,
  preset: string,
  judge: (text: string) => string | null = () => null,
): Promise<string> {
  const validate = (text: string): true | string => judge(text) ?? true;
  const settings = preset === '' ? {} : { default: preset };
  return await putText({ type: 'input', message, validate, ...settings });
}

export async function askOne(message: string, choices: readonly Choice[], preset: string | null): Promise<string> {
  return await putText({ type: 'select', message, choices, default: preset, pageSize: 10, loop: false });
}

/** One of many, found by typing: `find` gives what fits, the best first. */
export async function askFor(
  message: string,
  find: (typed: string) => readonly Choice[],
  preset: string | null,
): Promise<string> {
  const source = (typed: string | undefined): readonly Choice[] => {
    const found = find(typed ?? '');
    if (preset === null || (typed ?? '') !== '') return found;
    // The last answer comes first, so that Enter takes it.
    return [...found.filter(({ value }) => value === preset), ...found.filter(({ value }) => value !== preset)];
  };
  return await putText({ type: 'search', message, source, pageSize: 10 });
}
