// What is said below a list to choose from, and where nobody can be asked.

import type { Words } from '../lang.js';

/** By what inquirer calls it. */
const keys: Readonly<Record<string, Words>> = {
  navigate: { zh: '上下移动', en: 'move' },
  select: { zh: '选定', en: 'choose' },
};

export const askWords = {
  tooOld: (version: string): Words => ({
    zh: `逐项询问需要 Node 20.17 以上，这里是 ${version}`,
    en: `questions need Node 20.17 or newer, and this is ${version}`,
  }),
  tooOldHint: {
    zh: '升级 Node；或把内容都写成选项，加 --yes',
    en: 'update Node, or give everything by options with --yes',
  },
  keys,
};
