// taizhang reopen DATE: removes the seals from a day on, and writes down who did it, when and why.

import { formatDay } from '../../core/day.js';
import { reopenWords } from '../../core/messages/seal-commands.js';
import { reopenIn, sealsFrom } from '../../record/closing.js';
import { withTurn } from '../../record/session.js';
import { jsonPieces, type Outcome } from '../../render/json/envelope.js';
import type { CommandModule } from '../command.js';
import { Exit, UsageError } from '../exit.js';
import { dayArgument, textOption } from '../options.js';
import { emit, note } from '../output.js';
import {
  agreed,
  declinedStatus,
  missing,
  now,
  sayFault,
  someStaff,
  staffCode,
  writerSession,
} from '../recording/common.js';

const command: CommandModule = {
  configure(self, say) {
    self
      .argument('<date>', say({ zh: '从哪一天起重开', en: 'from which day on' }))
      .option('--by <staff>', say({ zh: '谁重开', en: 'who opens it again' }))
      .option('--reason <text>', say({ zh: '为什么', en: 'why' }))
      .option('--yes', say({ zh: '不再询问', en: 'do not ask' }));
  },
  async run([date = ''], options) {
    const session = writerSession(options);
    const { book, lang, common } = session;
    const format = session.format(['text', 'json']);
    const day = dayArgument(date, 'DATE');
    const by = textOption(options, 'by');
    const reason = textOption(options, 'reason');
    const absent: [string, string][] = [];
    if (by === null) absent.push(['--by', someStaff(book)]);
    if (reason === null || reason.trim() === '') absent.push(['--reason', session.say({ zh: '理由', en: 'REASON' })]);
    if (by === null || reason === null || absent.length > 0) throw missing(absent);
    const member = staffCode(book, by);
    const days = sealsFrom(session.workspace, day).map(formatDay);
    if (days.length === 0) throw new UsageError(reopenWords.open({ day: formatDay(day) }), reopenWords.openHint);
    note(session.say(reopenWords.preview({ days })));
    if (!(await agreed(session))) return declinedStatus();
    const done = withTurn(session.root, (turn) =>
      reopenIn(turn, { day, by: member, at: now(book).stamp, reason: reason.trim() }),
    );
    if (!done.ok) return sayFault(done.fault, lang);
    const opened = done.value.map(formatDay);
    const outcome: Outcome = {
      command: 'reopen',
      book: book.settings.title,
      date: day,
      diagnostics: [],
      quarantined: 0,
      strict: common.strict,
      lang,
    };
    const pieces =
      format === 'json'
        ? jsonPieces(outcome, [['reopened', opened]])
        : [`${reopenWords.done({ days: opened })[lang]}\n`];
    emit(pieces, common.output);
    return Exit.good;
  },
};

export const { configure, run } = command;
