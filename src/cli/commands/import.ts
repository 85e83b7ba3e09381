// taizhang import FILE --as LEDGER: rows from a spreadsheet or CSV of another shape, shown before they are written.

import { readFileSync, statSync } from 'node:fs';
import type { TableName } from '../../book/columns.js';
import { tables } from '../../book/columns.js';
import { type Checked, checkBook } from '../../checks/run.js';
import type { Diagnostic } from '../../core/finding.js';
import type { Words } from '../../core/lang.js';
import { importCommandWords as words } from '../../core/messages/import-command.js';
import { isTable, type Mapping, NO_MAPPING, readMapping, writeMapping } from '../../import/mapping.js';
import { openSheets } from '../../import/open.js';
import { planImport } from '../../import/plan.js';
import { styleOf } from '../../import/registers.js';
import { rejectedCsv } from '../../import/rejects.js';
import type { ImportPlan, ImportRequest } from '../../import/request.js';
import type { Refusal } from '../../import/sheet.js';
import { rejectedFile } from '../../import/sidecar.js';
import { writeImport } from '../../import/write.js';
import { jsonPieces } from '../../render/json/envelope.js';
import { renderDiagnostic, renderSummary } from '../../render/terminal/diagnostics.js';
import { terminalLines } from '../../render/terminal/document.js';
import { balanceChanges, importDocument } from '../../report/imported.js';
import { summarize } from '../../report/summary.js';
import type { CommandModule } from '../command.js';
import { Exit, UsageError } from '../exit.js';
import { importData } from '../importdata.js';
import { flagOption, listOption, type RawOptions, textOption } from '../options.js';
import { emit, note } from '../output.js';
import { progressBar } from '../progress.js';
import { agreed, canAsk, declinedStatus, now, sayFault, writerSession } from '../recording/common.js';
import type { Session } from '../session.js';

/** A file that is larger is read by nobody as a list of goods. */
const MOST_BYTES = 256 * 1_048_576;
/** So many new findings are shown in full; the rest is counted. */
const SHOWN = 10;

/** All there are, those first that come as a spreadsheet most often. */
const first = ['stock', 'deliveries', 'counts', 'requests'];
const importable = [...first, ...Object.keys(tables).filter((name) => !first.includes(name))];

const command: CommandModule = {
  configure(self, say) {
    const several = (value: string, before: readonly string[] | undefined) => [...(before ?? []), value];
    self
      .argument('<file>', say(words.file))
      .option('--as <ledger>', say(words.as(importable.join(', '))))
      .option('--sheet <name>', say(words.sheet))
      .option('--map <file>', say(words.map))
      .option('--save-map <file>', say(words.saveMap))
      .option('--set <column=value>', say(words.set), several)
      .option('--fill-down <column>', say(words.fillDown), several)
      .option('--year <year>', say(words.year))
      .option('--create', say(words.create))
      .option('--reverse', say(words.reverse))
      .option('--dry-run', say(words.dryRun))
      .option('--yes', say(words.yes));
  },
  async run([file = ''], options) {
    const bytes = fileBytes(file);
    const base = baseMapping(options);
    const session = writerSession(options);
    const format = session.format(['text', 'json']);
    const opened = await openSheets(bytes);
    if (!opened.ok) throw refused(file, opened.refusal);
    const request: ImportRequest = {
      fileName: file,
      sheets: opened.sheets,
      table: tableOf(options, base),
      book: session.book,
      workspace: session.workspace,
      mapping: withOptions(base, options),
      create: flagOption(options, 'create'),
      reverse: flagOption(options, 'reverse'),
      lang: session.book.settings.language ?? session.lang,
      today: now(session.book).day,
    };
    const asking = canAsk() && !flagOption(options, 'yes') && !flagOption(options, 'dryRun') && format === 'text';
    const settled = asking ? await asked(request, session) : request;
    const bar = progressBar(session.common.quiet);
    // The bar counts bytes, and a line has some hundred of them.
    const progress = (done: number, total: number) => bar?.update(done * 400, total * 400);
    const planned = planImport({ ...settled, progress });
    bar?.end();
    if (!planned.ok) throw refused(file, planned.refusal);
    return carryOut(session, settled, planned.plan, opened.remarks, format === 'json');
  },
};

async function asked(request: ImportRequest, session: Session): Promise<ImportRequest> {
  const { askAbout } = await import('../prompts/import.js');
  return askAbout(request, session.lang);
}

async function carryOut(
  session: Session,
  request: ImportRequest,
  plan: ImportPlan,
  remarks: readonly Words[],
  json: boolean,
): Promise<number> {
  const { lang, terminal, common, book, workspace } = session;
  const before = session.checked();
  const after = plan.after === null ? before : checkBook(plan.after.workspace, plan.after.book, null);
  const fresh = newFindings(before.diagnostics, after.diagnostics);
  // Balances are compared on one day, the last there will be.
  const earlier = after.day === null || before.day === after.day ? before : checkBook(workspace, book, after.day);
  const balances = balanceChanges(plan, earlier, after);
  if (!json) {
    const document = importDocument(plan, remarks, balances, book, lang);
    emit(textOf(), common.output);
    function* textOf(): Iterable<string> {
      for (const line of terminalLines(document, { lang, ...terminal })) yield `${line}\n`;
      if (fresh.length === 0) return;
      yield `\n${words.newFindings(fresh.length)[lang]}\n`;
      for (const one of fresh.slice(0, SHOWN)) yield `${renderDiagnostic(one, { lang, ...terminal })}\n`;
      if (fresh.length > SHOWN) yield `${words.findingsShown(SHOWN, fresh.length)[lang]}\n`;
      yield `${renderSummary(summarize(fresh, 0), { lang, ...terminal })}\n`;
    }
  }
  const status = await write(session, request, plan);
  // A command line that was wrong has no answer; --dry-run has one that writes nothing.
  if (json && status !== Exit.usage) {
    const checked: Checked = { ...after, diagnostics: fresh };
    emit(jsonPieces(session.outcome('import', checked), [['import', importData(plan, balances, lang)]]), common.output);
  }
  return status;
}

async function write(session: Session, request: ImportRequest, plan: ImportPlan): Promise<number> {
  const { raw, root, workspace, lang, book } = session;
  const rejectedStatus = plan.rejected.length > 0 ? Exit.findings : Exit.good;
  if (flagOption(raw, 'dryRun')) return rejectedStatus;
  if (plan.changes.length === 0 && plan.rejected.length === 0) {
    note(session.say(words.nothingNew));
    return saveMap(session, request, plan);
  }
  if (!(await agreed(session))) return declinedStatus();
  const { chinese, bom } = styleOf(book, lang);
  const rejects =
    plan.rejected.length === 0
      ? null
      : { file: rejectedFile(plan.source), bytes: rejectedCsv(plan.table, plan.rejected, chinese ? 'zh' : 'en', bom) };
  const done = writeImport(root, workspace, plan, rejects);
  if (!done.ok) return sayFault(done.fault, lang);
  if (!session.common.quiet) note(session.say(words.done(plan.accepted.length, done.value)));
  if (rejects !== null) note(session.say(words.mend(rejects.file)));
  saveMap(session, request, plan);
  return rejectedStatus;
}

function saveMap(session: Session, { table, mapping }: ImportRequest, plan: ImportPlan): number {
  const file = textOption(session.raw, 'saveMap');
  if (file === null) return Exit.good;
  const set = new Map(mapping.set);
  for (const { column, value, why } of plan.assumed) if (why === 'kind' || why === 'depot') set.set(column, value);
  const columns = new Map([...plan.learned, ...mapping.columns]);
  emit([writeMapping(table, { ...mapping, columns, set })], file);
  note(session.say(words.saved(file)));
  return Exit.good;
}

/** What is found in the book afterwards and was not before; the same finding may move to another line. */
function newFindings(before: readonly Diagnostic[], after: readonly Diagnostic[]): Diagnostic[] {
  if (after === before) return [];
  const known = new Map<string, number>();
  const key = ({ code, at, tell }: Diagnostic) => `${code} ${at.file} ${tell('en').message}`;
  for (const one of before) known.set(key(one), (known.get(key(one)) ?? 0) + 1);
  return after.filter((one) => {
    const left = known.get(key(one)) ?? 0;
    if (left > 0) known.set(key(one), left - 1);
    return left === 0;
  });
}

function fileBytes(file: string): Uint8Array {
  try {
    if (statSync(file).size > MOST_BYTES) throw new UsageError(words.tooLarge(file), words.tooLargeHint);
    return readFileSync(file);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UsageError(words.cannotRead(file, code), words.cannotReadHint);
  }
}

function refused(file: string, { message, hint }: Refusal): UsageError {
  return new UsageError({ zh: `${file}：${message.zh}`, en: `${file}: ${message.en}` }, hint);
}

function baseMapping(options: RawOptions): Mapping {
  const file = textOption(options, 'map');
  if (file === null) return NO_MAPPING;
  const read = readMapping(file, fileBytes(file));
  if (!read.ok) throw new UsageError(read.refusal.message, read.refusal.hint);
  return read.mapping;
}

function tableOf(options: RawOptions, mapping: Mapping): TableName {
  const asked = textOption(options, 'as');
  if (asked === null && mapping.table !== null) return mapping.table;
  if (asked !== null && isTable(asked)) return asked;
  throw new UsageError(asked === null ? words.asMissing : words.asUnknown(asked), words.asHint(importable));
}

/** The mapping file with what the command line adds to it; the command line wins. */
function withOptions(base: Mapping, options: RawOptions): Mapping {
  const set = new Map(base.set);
  for (const pair of listOption(options, 'set')) {
    const at = pair.indexOf('=');
    if (at < 1) throw new UsageError(words.setShape(pair), words.setHint);
    set.set(pair.slice(0, at).trim(), pair.slice(at + 1).trim());
  }
  const yearText = textOption(options, 'year');
  if (yearText !== null && !/^(?:19|20|21)\d{2}$/u.test(yearText))
    throw new UsageError(words.yearShape(yearText), words.yearHint);
  return {
    ...base,
    sheet: textOption(options, 'sheet') ?? base.sheet,
    year: yearText === null ? base.year : Number(yearText),
    fillDown: [...base.fillDown, ...listOption(options, 'fillDown')],
    set,
  };
}

export const { configure, run } = command;
