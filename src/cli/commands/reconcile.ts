// taizhang reconcile: the day's balances, counts and deliveries, with every finding.

import { dayFromColumn } from '../../core/day.js';
import { visible } from '../../core/text.js';
import { csvPieces } from '../../render/csv.js';
import { jsonPieces, partsOf } from '../../render/json/envelope.js';
import { renderMarkdown } from '../../render/markdown.js';
import { renderDiagnostics } from '../../render/terminal/diagnostics.js';
import { terminalLines } from '../../render/terminal/document.js';
import { reconcileData, reconcileDocument } from '../../report/reconcile.js';
import type { CommandModule } from '../command.js';
import { filterOf, filterOptions } from '../filters.js';
import { emit } from '../output.js';
import { Session } from '../session.js';

const command: CommandModule = {
  configure(self, say) {
    filterOptions(self, say, true);
  },
  run(_args, options) {
    const session = new Session(options);
    const { book, lang, terminal } = session;
    const format = session.format(['text', 'json', 'csv', 'markdown']);
    const checked = session.checked();
    const filter = filterOf(book, options);
    const { figures } = checked;
    emit(pieces(), session.common.output);
    return session.status(checked);

    function* pieces(): Iterable<string> {
      if (format === 'json') {
        const data =
          figures === null ? { lines: [], deliveries: [], itemCounts: [] } : reconcileData(book, figures, filter);
        yield* jsonPieces(session.outcome('reconcile', checked), partsOf(data));
        return;
      }
      if (figures === null && format === 'csv') {
        // Nothing stands on any day: the headings alone, as of whichever.
        const { figures: nothing } = session.checked({ from: dayFromColumn(0), to: dayFromColumn(0) });
        if (nothing !== null) yield* csvPieces(reconcileDocument(book, nothing, filter), { lang, bom: false });
        return;
      }
      if (figures === null) {
        const title = visible(book.settings.title ?? '');
        yield `${lang === 'zh' ? `${title}：还没有带日期的记录` : `${title}: no dated rows yet`}\n`;
        return;
      }
      const document = reconcileDocument(book, figures, filter);
      if (format === 'csv') yield* csvPieces(document, { lang, bom: session.common.output !== null && lang === 'zh' });
      else if (format === 'markdown') yield renderMarkdown(document, lang);
      else {
        for (const line of terminalLines(document, { lang, ...terminal })) yield `${line}\n`;
        yield '\n';
        yield renderDiagnostics(checked.diagnostics, { lang, ...terminal }, checked.quarantined);
      }
    }
  },
};

export const { configure, run } = command;
