// What a command is to the program: a name, a line of help, an example, and a module that is loaded when it is called.

import type { Command as Commander } from 'commander';
import type { Words } from '../core/lang.js';
import type { RawOptions } from './options.js';

export type Say = (words: Words) => string;

export interface CommandModule {
  /** Declares arguments and options. */
  configure(command: Commander, say: Say): void;
  /** Carries it out and returns the exit status. */
  run(args: readonly string[], options: RawOptions): Promise<number> | number;
}

export interface CommandEntry {
  readonly name: string;
  readonly summary: Words;
  /** A line that works in the sample book. */
  readonly example: string;
  /** The command whose example has to come first for this one's to work. */
  readonly follows?: string;
  /** What --date is where it is not given: the last day of the book, unless the command records. */
  readonly date?: 'last' | 'today' | 'either';
  readonly load: () => Promise<CommandModule>;
}
