// Where a book is: the directory that was named, or the nearest one upward from here that holds taizhang.yaml.

import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Lang } from '../core/lang.js';
import { SETTINGS_FILE } from '../source/workspace.js';
import { UsageError } from './exit.js';
import { langOf } from './language.js';

function isBook(folder: string): boolean {
  const file = path.join(folder, SETTINGS_FILE);
  return existsSync(file) && statSync(file).isFile();
}

function nearestBook(): string | null {
  for (let folder = process.cwd(); ; folder = path.dirname(folder)) {
    if (isBook(folder)) return folder;
    if (path.dirname(folder) === folder) return null;
  }
}

export function findBook(named: string | null): string {
  if (named !== null) {
    const root = path.resolve(named);
    if (isBook(root)) return root;
    const there = existsSync(root) && statSync(root).isDirectory();
    throw new UsageError(
      there
        ? {
            zh: `${named} 里没有 ${SETTINGS_FILE}，不是台账目录`,
            en: `${named} has no ${SETTINGS_FILE}: it is not a book`,
          }
        : { zh: `没有文件夹 ${named}`, en: `there is no folder ${named}` },
      {
        zh: '检查 -C 的路径；新建台账用 taizhang init',
        en: 'check the path after -C; "taizhang init" makes a new book',
      },
    );
  }
  const found = nearestBook();
  if (found !== null) return found;
  throw new UsageError(
    { zh: `这里和上级文件夹都没有 ${SETTINGS_FILE}`, en: `no ${SETTINGS_FILE} here or in any folder above` },
    {
      zh: '进入台账目录，或用 -C 指明；新建用 taizhang init，看样例用 taizhang demo',
      en: 'go to a book or name one with -C; "taizhang init" makes a new one, "taizhang demo" a sample',
    },
  );
}

/** The language its settings name, for what is said before a book is read, or without one: help, refusals, the manual. */
export function bookLang(named: string | null): Lang | null {
  try {
    const root = named === null ? nearestBook() : path.resolve(named);
    if (root === null || !isBook(root)) return null;
    const settings = readFileSync(path.join(root, SETTINGS_FILE), 'utf8');
    return langOf(/^language\s*:\s*["']?([\w-]+)/mu.exec(settings)?.[1]);
  } catch {
    // Whether the settings can be read is for the command to say.
    return null;
  }
}
