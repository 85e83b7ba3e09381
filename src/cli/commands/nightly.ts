// taizhang nightly: the main job. Findings first, then the daily report, and a last line that says whether the day balances.

import { jsonPieces, partsOf } from '../../render/json/envelope.js';
import { renderMarkdown } from '../../render/markdown.js';
import { renderDiagnostics } from '../../render/terminal/diagnostics.js';
import { terminalLines } from '../../render/terminal/document.js';
import { painter } from '../../render/terminal/paint.js';
import { dailyData, dailyDocument } from '../../report/daily.js';
import { peopleExtras } from '../../report/people.js';
import { reconcileData, verdict } from '../../report/reconcile.js';
import type { CommandModule } from '../command.js';
import { Night } from '../night.js';
import { flagOption } from '../options.js';
import { emit } from '../output.js';
import { closeDay, declareClosing } from '../recording/closing.js';
import { Session } from '../session.js';

const command: CommandModule = {
  configure(self, say) {
    self.option('--close', say({ zh: '没有错误就封账', en: 'seal the day where no error is left' }));
    declareClosing(self, say);
  },
  async run(_args, options) {
    const night = new Night();
    const session = new Session(options, night.open);
    const { book, lang, terminal } = session;
    const format = session.format(['text', 'json', 'markdown']);
    const { checked, figures } = session.figures();
    const extras = peopleExtras(book, checked.people, figures.period);
    const summary = session.summary(checked);
    emit(pieces(), session.common.output);
    night.keep();
    const status = session.status(checked);
    if (!flagOption(options, 'close')) return status;
    return Math.max(status, await closeDay(session, figures.day, options, 'beside'));

    function* pieces(): Iterable<string> {
      if (format === 'json') {
        const data = { ...reconcileData(book, figures), ...dailyData(book, figures, extras) };
        yield* jsonPieces(session.outcome('nightly', checked), partsOf(data));
        return;
      }
      const document = dailyDocument(book, figures, checked.diagnostics, extras);
      const last = verdict(figures, summary)[lang];
      if (format === 'markdown') {
        yield renderMarkdown(document, lang);
        yield `\n**${last}**\n`;
        return;
      }
      if (checked.diagnostics.length > 0) {
        yield renderDiagnostics(checked.diagnostics, { lang, ...terminal }, checked.quarantined);
        yield '\n';
      }
      for (const line of terminalLines(document, { lang, ...terminal })) yield `${line}\n`;
      const paint = painter(terminal.color).tone(session.status(checked) === 0 ? 'good' : 'bad');
      yield `\n${paint(last)}\n`;
    }
  },
};

export const { configure, run } = command;
