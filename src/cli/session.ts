// One run of a command over a book: where the book is, what was read of it, how to speak and where to write.

import type { Book } from '../book/book.js';
import { loadBook, type Progress } from '../book/load.js';
import { type Checked, checkBook } from '../checks/run.js';
import type { Day } from '../core/day.js';
import type { Lang, Words } from '../core/lang.js';
import { completePending } from '../record/session.js';
import type { Outcome } from '../render/json/envelope.js';
import { isOk, type Summary, summarize } from '../report/summary.js';
import { diskWorkspace } from '../source/disk.js';
import type { Workspace } from '../source/workspace.js';
import type { Reconciliation } from '../stock/figures.js';
import type { Period } from '../stock/period.js';
import { bookLang, findBook } from './bookroot.js';
import { Exit, UsageError } from './exit.js';
import { terminalLang } from './language.js';
import { type CommonOptions, commonOptions, type RawOptions } from './options.js';
import { progressBar } from './progress.js';

export type Format = 'text' | 'json' | 'csv' | 'ndjson' | 'markdown' | 'sarif' | 'github' | 'html' | 'svg';

const formatNames: Readonly<Record<string, Format>> = {
  text: 'text',
  json: 'json',
  csv: 'csv',
  ndjson: 'ndjson',
  markdown: 'markdown',
  md: 'markdown',
  sarif: 'sarif',
  github: 'github',
  html: 'html',
  svg: 'svg',
};

export interface Terminal {
  readonly width: number;
  readonly color: boolean;
}

/** The options every command has, and how to answer, before a book is looked for. */
export class Speaker {
  readonly common: CommonOptions;

  constructor(readonly raw: RawOptions) {
    this.common = commonOptions(raw);
  }

  get lang(): Lang {
    return this.common.lang ?? bookLang(this.common.book) ?? terminalLang(process.env);
  }

  say(words: Words): string {
    return words[this.lang];
  }

  get terminal(): Terminal {
    const { color, output } = this.common;
    const toTerminal = process.stdout.isTTY === true && output === null;
    const columns = Number(process.env.COLUMNS);
    const width = toTerminal ? process.stdout.columns : Number.isInteger(columns) && columns >= 40 ? columns : 80;
    const plain = process.env.NO_COLOR !== undefined && process.env.NO_COLOR !== '';
    return { width, color: color && toTerminal && !plain };
  }

  format(allowed: readonly Format[]): Format {
    const asked = this.common.format;
    if (asked === null) return allowed[0] ?? 'text';
    const format = formatNames[asked.toLowerCase()];
    if (format !== undefined && allowed.includes(format)) return format;
    throw new UsageError(
      { zh: `这个命令没有“${asked}”格式`, en: `this command has no format "${asked}"` },
      { zh: `可用：${allowed.join('、')}`, en: `use one of ${allowed.join(', ')}` },
    );
  }
}

/** A book with the answer to what is asked of it: as of the day named, or of its last one. */
export interface Opened {
  readonly book: Book;
  readonly checked: Checked;
}

export type Opener = (workspace: Workspace, root: string, day: Day | null, progress: Progress | null) => Opened;

export class Session extends Speaker {
  readonly root: string;
  readonly workspace: Workspace;
  readonly book: Book;
  private answer: { readonly key: string; readonly checked: Checked } | null = null;

  /** `open`: how to read and check the book, where that is not one after the other. */
  constructor(raw: RawOptions, open: Opener | null = null) {
    super(raw);
    this.root = findBook(this.common.book);
    // Nobody reads half of what a stopped writer had decided to change.
    completePending(this.root);
    this.workspace = diskWorkspace(this.root);
    const progress = progressBar(this.common.quiet);
    const update = progress?.update ?? null;
    if (open === null) this.book = loadBook(this.workspace, update);
    else {
      const { book, checked } = open(this.workspace, this.root, this.common.date, update);
      this.book = book;
      this.answer = { key: '', checked };
    }
    progress?.end();
  }

  override get lang(): Lang {
    // The book may not be read yet while its own constructor speaks.
    return this.common.lang ?? this.book?.settings.language ?? terminalLang(process.env);
  }

  /** Everything that every check says, as of the date asked for. */
  checked(period: Period | null = null): Checked {
    const key = period === null ? '' : `${period.from}:${period.to}`;
    if (this.answer?.key !== key) {
      const day = period?.to ?? this.common.date;
      this.answer = { key, checked: checkBook(this.workspace, this.book, day, period) };
    }
    return this.answer.checked;
  }

  /** The figures, for commands that cannot do without a day. */
  figures(period: Period | null = null): {
    readonly checked: Checked;
    readonly figures: Reconciliation;
    readonly day: Day;
  } {
    const checked = this.checked(period);
    if (checked.figures === null || checked.day === null) {
      throw new UsageError(
        { zh: '台账里还没有带日期的记录', en: 'the book has no dated rows yet' },
        { zh: '用 --date 指明日期，或先录入', en: 'name a day with --date, or record something first' },
      );
    }
    return { checked, figures: checked.figures, day: checked.day };
  }

  summary(checked: Checked): Summary {
    return summarize(checked.diagnostics, checked.quarantined);
  }

  /** 0, or 1 where there are errors (with --strict, warnings). */
  status(checked: Checked): number {
    return isOk(this.summary(checked), this.common.strict) ? Exit.good : Exit.findings;
  }

  outcome(command: string, checked: Checked): Outcome {
    return {
      command,
      book: this.book.settings.title,
      date: checked.day,
      diagnostics: checked.diagnostics,
      quarantined: checked.quarantined,
      strict: this.common.strict,
      lang: this.lang,
    };
  }
}
