// The two languages every word of the program is written in.

export type Lang = 'zh' | 'en';

/** One text, written in both languages. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}
