// taizhang check [FILE…]: every check; with files, only what concerns them.

import path from 'node:path';
import type { Diagnostic } from '../../core/finding.js';
import { asOfWords } from '../../core/messages/report-titles.js';
import { visible } from '../../core/text.js';
import { renderGithub } from '../../render/github.js';
import { diagnosticData, jsonPieces } from '../../render/json/envelope.js';
import { ndjsonPieces } from '../../render/json/lines.js';
import { renderSarif } from '../../render/sarif.js';
import { renderDiagnostics } from '../../render/terminal/diagnostics.js';
import type { CommandModule } from '../command.js';
import { UsageError } from '../exit.js';
import { emit } from '../output.js';
import { Session } from '../session.js';

declare const __TAIZHANG_VERSION__: string;

/** Paths as they were typed, relative to the book: as seen from here, or already from the book's root. */
function filesNamed(session: Session, args: readonly string[]): ReadonlySet<string> {
  const files = new Set<string>();
  for (const arg of args) {
    const fromHere = path.relative(session.root, path.resolve(arg)).split(path.sep).join('/');
    const found = [fromHere, arg.split(path.sep).join('/')].find((file) => session.workspace.has(file));
    if (found === undefined) {
      throw new UsageError(
        { zh: `台账里没有文件 ${arg}`, en: `the book has no file ${arg}` },
        {
          zh: '写相对台账目录的路径，如 stock/2022-01-12.csv',
          en: 'name it as seen from the book, such as stock/2022-01-12.csv',
        },
      );
    }
    files.add(found);
  }
  return files;
}

function concerns(diagnostic: Diagnostic, files: ReadonlySet<string>): boolean {
  return files.has(diagnostic.at.file) || diagnostic.related.some(({ at }) => files.has(at.file));
}

const command: CommandModule = {
  configure(self, say) {
    self.argument('[files...]', say({ zh: '只看与这些文件有关的', en: 'report only what concerns these files' }));
  },
  run(args, options) {
    const session = new Session(options);
    const format = session.format(['text', 'json', 'ndjson', 'sarif', 'github']);
    const all = session.checked();
    const files = filesNamed(session, args);
    const diagnostics = files.size === 0 ? all.diagnostics : all.diagnostics.filter((one) => concerns(one, files));
    const checked = { ...all, diagnostics };
    const { lang, terminal } = session;
    emit(pieces(), session.common.output);
    return session.status(checked);

    function* pieces(): Iterable<string> {
      if (format === 'json') yield* jsonPieces(session.outcome('check', checked));
      else if (format === 'ndjson') yield* ndjsonPieces(diagnostics.map((one) => diagnosticData(one, lang)));
      else if (format === 'sarif') yield renderSarif(diagnostics, { lang, version: __TAIZHANG_VERSION__ });
      else if (format === 'github') yield renderGithub(diagnostics, lang);
      else {
        if (checked.day !== null && !session.common.quiet) {
          yield `${visible(asOfWords({ book: session.book.settings.title, day: checked.day })[lang])}\n`;
        }
        yield renderDiagnostics(
          diagnostics,
          { lang, ...terminal, showPersonal: session.common.showPersonal },
          checked.quarantined,
        );
      }
    }
  },
};

export const { configure, run } = command;
