// Prompts: what inquirer is given to draw is inert, and the answer that was offered is the one that is meant.

import { beforeEach, expect, test, vi } from 'vitest';
import { askFor, askOne, askText, askYes } from '../../src/cli/prompts/ask.js';
import { acting, naughty } from './strings.js';

interface Question {
  readonly type: string;
  readonly name: string;
  readonly message: string;
  readonly default?: string | boolean;
  readonly choices?: readonly { readonly name: string; readonly value: string }[];
  readonly source?: (typed: string) => readonly { readonly name: string; readonly value: string }[];
  readonly validate?: (text: string) => true | string;
}

const { asked } = vi.hoisted(() => ({ asked: [] as Question[] }));

vi.mock('inquirer', () => ({
  createPromptModule:
    () =>
    async ([question]: readonly Question[]) => {
      if (question === undefined) throw new Error('nothing was asked');
      asked.push(question);
      const offered = question.choices ?? question.source?.('') ?? [];
      return { [question.name]: offered[0]?.value ?? question.default };
    },
}));

/** Every text of a question that reaches the screen. */
function drawn({ message, default: preset, choices, source, validate, type }: Question): string[] {
  const judged = validate?.('x');
  return [
    message,
    // A choice is found by its value and drawn by its name.
    ...(type === 'input' ? [String(preset)] : []),
    ...[...(choices ?? []), ...(source?.('x') ?? [])].flatMap((choice) => [
      choice.name,
      'description' in choice ? String(choice.description) : '',
    ]),
    ...(typeof judged === 'string' ? [judged] : []),
  ];
}

beforeEach(() => {
  asked.length = 0;
});

test('of every kind of prompt', async () => {
  for (const text of naughty) {
    const choices = [{ name: text, value: text, description: text }];
    await askYes(text, 'zh');
    expect(await askText(text, text, () => text)).toBe(text);
    expect(await askOne(text, choices, text, 'zh')).toBe(text);
    expect(await askFor(text, () => choices, text, 'zh')).toBe(text);
  }
  expect(asked.length).toBe(naughty.length * 4);
  for (const question of asked) {
    for (const text of drawn(question)) {
      expect(text).not.toMatch(acting);
      expect(text).not.toContain('\n');
    }
  }
});
