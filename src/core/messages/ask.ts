// What is said where nobody can be asked.

import type { Words } from '../lang.js';

export const askWords = {
  tooOld: (version: string): Words => ({
    zh: `逐项询问需要 Node 20.17 以上，这里是 ${version}`,
    en: `questions need Node 20.17 or newer, and this is ${version}`,
  }),
  tooOldHint: {
    zh: '升级 Node；或把内容都写成选项，加 --yes',
    en: 'update Node, or give everything by options with --yes',
  },
};
