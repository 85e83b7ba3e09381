// Which language to speak: as asked, as the book says, as the terminal is set, else English.

import type { Lang } from '../core/lang.js';

export function langOf(text: string | undefined): Lang | null {
  if (text === undefined) return null;
  if (/^zh\b/iu.test(text)) return 'zh';
  return /^en\b/iu.test(text) ? 'en' : null;
}

/** The language of the terminal, as its locale names it. */
export function terminalLang(env: NodeJS.ProcessEnv): Lang {
  // Windows names no locale in the environment; there the system says which it is.
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || new Intl.DateTimeFormat().resolvedOptions().locale;
  return /^zh/iu.test(locale) ? 'zh' : 'en';
}
