// Puts a case through load, check and render, as the commands do, and hands out all that came of it.

import type { Book } from '../../src/book/book.js';
import { loadBook } from '../../src/book/load.js';
import { type Checked, checkBook } from '../../src/checks/run.js';
import { importData } from '../../src/cli/importdata.js';
import { parseDay } from '../../src/core/day.js';
import type { Lang } from '../../src/core/lang.js';
import { visible } from '../../src/core/text.js';
import { NO_MAPPING } from '../../src/import/mapping.js';
import { openSheets } from '../../src/import/open.js';
import { planImport } from '../../src/import/plan.js';
import { rejectedCsv } from '../../src/import/rejects.js';
import { countables } from '../../src/record/countables.js';
import { renderCsv } from '../../src/render/csv.js';
import { renderGithub } from '../../src/render/github.js';
import { renderHtml } from '../../src/render/html.js';
import { diagnosticData, jsonPieces, partsOf } from '../../src/render/json/envelope.js';
import { renderMarkdown } from '../../src/render/markdown.js';
import { renderSarif } from '../../src/render/sarif.js';
import { renderOrgSvg } from '../../src/render/svg.js';
import { renderDiagnostics } from '../../src/render/terminal/diagnostics.js';
import { renderTerminal } from '../../src/render/terminal/document.js';
import { briefData, briefDocument } from '../../src/report/brief.js';
import { cardData, cardDocument, stockCard } from '../../src/report/card.js';
import { dailyData, dailyDocument } from '../../src/report/daily.js';
import { deliveriesData, deliveriesDocument } from '../../src/report/deliveries.js';
import type { Document } from '../../src/report/document.js';
import { everything } from '../../src/report/filter.js';
import { balanceChanges, importDocument } from '../../src/report/imported.js';
import { movementsData, movementsDocument } from '../../src/report/movements.js';
import { needsData, needsDocument } from '../../src/report/needs.js';
import { orgData, orgDocument } from '../../src/report/org.js';
import { unitTree } from '../../src/report/orgpicture.js';
import { peopleExtras } from '../../src/report/people.js';
import { type ReconcileData, reconcileData, reconcileDocument, verdict } from '../../src/report/reconcile.js';
import { requestsData, requestsDocument } from '../../src/report/requests.js';
import { rollcallDocument, rollcallsOf } from '../../src/report/rollcall.js';
import { rosterData, rosterDocument } from '../../src/report/roster.js';
import { countSheet, movementSlip } from '../../src/report/slip.js';
import { staffData, staffDocument } from '../../src/report/staff.js';
import { stockData, stockDocument } from '../../src/report/stock.js';
import { summarize } from '../../src/report/summary.js';
import { memoryWorkspace, type Workspace } from '../../src/source/workspace.js';
import type { BookCase, Files, ImportCase } from './case.js';
import { LAST_DAY } from './goodbook.js';
import type { Random } from './random.js';

export type Format = 'terminal' | 'findings' | 'json' | 'csv' | 'markdown' | 'html' | 'github' | 'sarif' | 'svg';

export interface Page {
  readonly name: string;
  readonly format: Format;
  readonly text: string;
}

export interface Answer {
  readonly workspace: Workspace;
  readonly checked: Checked;
  readonly data: ReconcileData | null;
}

/** A book so small is read by the plain loops; one that says it is large goes through the compiled ones. */
function saidToBeLarge(workspace: Workspace): Workspace {
  const size = (file: string) =>
    /^[a-z]+\/.*\.csv$/iu.test(file) ? Math.max(1 << 20, workspace.size(file)) : workspace.size(file);
  return { ...workspace, size };
}

export function answerOf(files: Files, compiled = false): Answer {
  const workspace = memoryWorkspace(files);
  const book = loadBook(compiled ? saidToBeLarge(workspace) : workspace);
  const verifying = workspace.paths.some((file) => file.startsWith('seals/'));
  // An extreme date in one cell moves the last day; the books' own last night is then as good as another.
  const checked = checkBook(workspace, book, null, null, verifying);
  return { workspace, checked, data: checked.figures === null ? null : reconcileData(book, checked.figures) };
}

/** Everything that was found and every figure, for comparing. */
export function essence({ checked, data }: Answer): string {
  return JSON.stringify([checked.diagnostics.map((one) => diagnosticData(one, 'en')), data, checked.quarantined]);
}

const widths = [1, 20, 39, 60, 80, 80, 120, 200];

type Maker = (
  book: Book,
  checked: Checked,
  figures: NonNullable<Checked['figures']>,
  random: Random,
) => [Document, object];

const makers: Readonly<Record<string, Maker>> = {
  daily: (book, checked, figures) => {
    const extras = peopleExtras(book, checked.people, figures.period);
    return [dailyDocument(book, figures, checked.diagnostics, extras), dailyData(book, figures, extras)];
  },
  stock: (book, _, figures) => [stockDocument(book, figures, everything), stockData(book, figures)],
  reconcile: (book, _, figures) => [reconcileDocument(book, figures, everything), reconcileData(book, figures)],
  movements: (book, _, figures) => [movementsDocument(book, figures, everything), movementsData(book, figures)],
  deliveries: (book, _, figures) => [deliveriesDocument(book, figures, everything), deliveriesData(book, figures)],
  requests: (book, _, figures) => [requestsDocument(book, figures, everything), requestsData(book, figures)],
  needs: (book, { people }, figures) => [needsDocument(book, people, figures), needsData(book, people, figures)],
  staff: (book, { people }, figures) => [staffDocument(book, people, figures), staffData(book, people)],
  brief: (book, { people, diagnostics }, figures) => [
    briefDocument(book, people, figures, diagnostics),
    briefData(book, people, figures, diagnostics),
  ],
  org: (book, { people, day }) => [orgDocument(book, people, day), orgData(book, people)],
  roster: (book, { people }, figures) => {
    const filter = { site: null, member: null };
    return [rosterDocument(book, people, figures, filter), rosterData(book, people, filter)];
  },
  card(book, checked, figures, random) {
    if (book.items.all.length === 0) return makers.stock!(book, checked, figures, random);
    const card = stockCard(book, figures, random.below(book.items.all.length), null, null);
    return [cardDocument(book, figures, card), cardData(book, card)];
  },
  rollcall: (book, _, figures) => [rollcallDocument(book, rollcallsOf(book, figures.day, null), figures.day), {}],
  slip(book, _, figures, random) {
    if (book.stock.length > 0 && random.chance(0.5)) {
      const slip = movementSlip(book, book.docs.text(book.stock.movement(random.below(book.stock.length)).doc));
      if (slip !== null) return [slip, {}];
    }
    if (book.sites.all.length === 0)
      return [rollcallDocument(book, rollcallsOf(book, figures.day, null), figures.day), {}];
    const site = random.below(book.sites.all.length);
    return [countSheet(book, site, LAST_DAY, countables(book, site, figures.day)), {}];
  },
};

/** The findings in most formats, and one of the reports in one. */
export function pagesOf({ checked }: Answer, random: Random): Page[] {
  const { book, diagnostics, quarantined, figures, day } = checked;
  const lang: Lang = random.chance(0.5) ? 'zh' : 'en';
  const options = { lang, width: random.pick(widths), color: random.chance(0.2) };
  const outcome = {
    command: 'check',
    book: book.settings.title,
    date: day,
    diagnostics,
    quarantined,
    strict: false,
    lang,
  };
  const pages: Page[] = [
    {
      name: 'check',
      format: 'findings',
      text: renderDiagnostics(diagnostics, { ...options, showPersonal: random.chance(0.5) }, quarantined),
    },
  ];
  if (random.chance(0.3)) pages.push({ name: 'check', format: 'json', text: [...jsonPieces(outcome)].join('') });
  if (random.chance(0.2)) pages.push({ name: 'check', format: 'github', text: renderGithub(diagnostics, lang) });
  if (random.chance(0.2))
    pages.push({ name: 'check', format: 'sarif', text: renderSarif(diagnostics, { lang, version: '0.0.0' }) });
  const { chart } = checked.people;
  if (chart !== null && random.chance(0.02))
    pages.push({
      name: 'org',
      format: 'svg',
      text: renderOrgSvg(book.settings.title ?? '', unitTree(book, checked.people, chart, lang)),
    });
  if (figures === null) return pages;
  pages.push({
    name: 'verdict',
    format: 'terminal',
    text: verdict(figures, summarize(diagnostics, quarantined))[lang],
  });
  const name = random.pick(Object.keys(makers));
  const [document, data] = makers[name]!(book, checked, figures, random);
  const format = random.pick(['terminal', 'terminal', 'json', 'csv', 'markdown', 'html'] as const);
  pages.push({ name, format, text: [...inFormat()].join('') });
  return pages;

  function* inFormat(): Iterable<string> {
    if (format === 'terminal') yield renderTerminal(document, options);
    else if (format === 'json') yield* jsonPieces({ ...outcome, command: name }, partsOf(data));
    else if (format === 'csv') yield renderCsv(document, { lang, bom: random.chance(0.2) });
    else if (format === 'markdown') yield renderMarkdown(document, lang);
    else yield renderHtml(document, lang);
  }
}

export function examineBook({ files }: BookCase, random: Random): { answer: Answer; pages: Page[] } {
  const answer = answerOf(files);
  return { answer, pages: pagesOf(answer, random) };
}

const importTables = [
  'stock',
  'stock',
  'stock',
  'deliveries',
  'counts',
  'requests',
  'items',
  'sites',
  'needs',
] as const;

export async function examineImport(
  { files, name, bytes }: ImportCase,
  random: Random,
): Promise<{ answer: Answer; pages: Page[]; rows: string }> {
  const before = answerOf(files);
  const { workspace, checked } = before;
  const { book } = checked;
  const lang: Lang = random.chance(0.5) ? 'zh' : 'en';
  const refusal = (words: { readonly message: Record<Lang, string> }): Page => ({
    name: 'refusal',
    format: 'terminal',
    text: visible(words.message[lang]),
  });
  const opened = await openSheets(bytes);
  if (!opened.ok) return { answer: before, pages: [refusal(opened.refusal)], rows: 'refused' };
  const planned = planImport({
    fileName: name,
    sheets: opened.sheets,
    table: random.pick(importTables),
    book,
    workspace,
    mapping: NO_MAPPING,
    create: random.chance(0.5),
    reverse: random.chance(0.1),
    lang,
    today: parseDay(LAST_DAY),
  });
  if (!planned.ok) return { answer: before, pages: [refusal(planned.refusal)], rows: 'refused' };
  const { plan } = planned;
  const after = plan.after === null ? checked : checkBook(plan.after.workspace, plan.after.book, null);
  const earlier = after.day === null || checked.day === after.day ? checked : checkBook(workspace, book, after.day);
  const balances = balanceChanges(plan, earlier, after);
  const document = importDocument(plan, opened.remarks, balances, book, lang);
  const answer: Answer = {
    workspace: plan.after === null ? workspace : plan.after.workspace,
    checked: after,
    data: after.figures === null ? null : reconcileData(after.book, after.figures),
  };
  const pages: Page[] = [
    {
      name: 'import',
      format: 'terminal',
      text: renderTerminal(document, { lang, width: random.pick(widths), color: random.chance(0.2) }),
    },
    { name: 'import', format: 'json', text: JSON.stringify(importData(plan, balances, lang)) },
    {
      name: 'import',
      format: 'findings',
      text: renderDiagnostics(after.diagnostics, { lang, width: 80, color: false }, after.quarantined),
    },
  ];
  if (plan.rejected.length > 0) {
    pages.push({
      name: 'rejects',
      format: 'json',
      text: JSON.stringify(new TextDecoder().decode(rejectedCsv(plan.table, plan.rejected, lang, false))),
    });
  }
  return { answer, pages, rows: `${plan.accepted.length}+${plan.rejected.length}` };
}
