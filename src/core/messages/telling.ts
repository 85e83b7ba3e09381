// Words in two languages, made only when somebody reads them: first what is wrong, then what to do now.

import type { Tell } from '../finding.js';
import type { Lang } from '../lang.js';

type Pair = readonly [message: string, hint: string];

/** A finding's words. */
export function telling(words: { readonly zh: () => Pair; readonly en: () => Pair }): Tell {
  return (lang) => {
    const [message, hint] = words[lang]();
    return { message, hint };
  };
}

/** A related place's words, or any other single sentence. */
export function saying(words: { readonly zh: () => string; readonly en: () => string }): (lang: Lang) => string {
  return (lang) => words[lang]();
}
