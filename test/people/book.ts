// Small books written in a test, and what is found in them.

import { loadBook } from '../../src/book/load.js';
import { type Checked, checkBook } from '../../src/checks/run.js';
import { parseDay } from '../../src/core/day.js';
import { memoryWorkspace } from '../../src/source/workspace.js';

export type Files = Readonly<Record<string, string | readonly string[]>>;

/** Lines of a table are given one by one. */
export function checkedBook(files: Files, date: string | null = '2022-01-12'): Checked {
  const texts = Object.entries(files).map(([name, text]) => [
    name,
    typeof text === 'string' ? text : `${text.join('\n')}\n`,
  ]);
  const workspace = memoryWorkspace({ 'taizhang.yaml': 'title: test\n', ...Object.fromEntries(texts) });
  return checkBook(workspace, loadBook(workspace), date === null ? null : parseDay(date));
}

/** `needs/a.csv:3:5 need/transition` */
export function found({ diagnostics }: Checked): string[] {
  return diagnostics.map(({ at, code }) => `${at.file}:${at.line}:${at.column} ${code}`);
}
