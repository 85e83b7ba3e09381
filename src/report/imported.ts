// What an import would do, before it is done: lines in and out, sums, what was taken for granted, balances before and after.

import type { Book } from '../book/book.js';
import { partyKinds } from '../book/choices.js';
import { columnsOf } from '../book/columns.js';
import type { Lang, Words } from '../core/lang.js';
import { importPreviewWords as words } from '../core/messages/import-preview.js';
import { formatGrouped, groupedDigits } from '../core/quantity.js';
import { visible } from '../core/text.js';
import { formatMillionths } from '../import/amounts.js';
import type { ImportPlan } from '../import/request.js';
import type { Reconciliation } from '../stock/figures.js';
import { type Block, type Cell, column, type Document, heading, list, notice, paragraph, table } from './document.js';

/** So much of a list of remarks is shown; the rest is counted. */
const SHOWN = 20;
/** What is proposed for review is shown whole, unless nobody could read it on a screen. */
const REVIEWED = 500;

export interface BalanceChange {
  readonly site: string;
  /** The item's name with its specification. */
  readonly item: string;
  readonly code: string;
  readonly unit: string;
  readonly before: number;
  readonly after: number;
}

/** Balances of the last day that the import touches, in the books before and after it. */
export function balanceChanges(
  plan: ImportPlan,
  before: { readonly book: Book; readonly figures: Reconciliation | null },
  after: { readonly book: Book; readonly figures: Reconciliation | null },
): BalanceChange[] {
  const touched = new Set(
    plan.accepted.flatMap(({ texts }) => [texts.from, texts.to].map((site) => `${site}\u001f${texts.item}`)),
  );
  const closing = ({ book, figures }: typeof before): Map<string, number> => {
    const sums = new Map<string, number>();
    for (const line of figures?.balances ?? []) {
      const key = `${book.places.code(line.site)}\u001f${book.items.all[line.item]!.code}`;
      sums.set(key, (sums.get(key) ?? 0) + line.closing);
    }
    return sums;
  };
  const was = closing(before);
  const changes: BalanceChange[] = [];
  const items = new Map(after.book.items.all.map((item) => [item.code, item]));
  for (const [key, value] of closing(after)) {
    if (!touched.has(key)) continue;
    const [site = '', code = ''] = key.split('\u001f');
    const item = items.get(code);
    const title = item === undefined ? code : [item.name, item.spec].filter((part) => part !== '').join(' ');
    changes.push({ site, item: title, code, unit: item?.unit ?? '', before: was.get(key) ?? 0, after: value });
  }
  // What goes below zero is looked at first.
  return changes.sort((a, b) => Math.min(a.after, 0) - Math.min(b.after, 0));
}

export function importDocument(
  plan: ImportPlan,
  remarks: readonly Words[],
  balances: readonly BalanceChange[],
  book: Book,
  lang: Lang,
): Document {
  const blocks: Block[] = [
    table(
      [column('what', words.what, 'text'), column('lines', words.lines, 'count')],
      [
        [words.accepted, plan.accepted.length],
        [words.rejected, plan.rejected.length],
        [words.duplicates, plan.duplicates],
        [words.footers, plan.footers.length],
      ],
      { main: true },
    ),
  ];
  const section = (title: Words, block: Block | null) => {
    if (block !== null) blocks.push(heading(title), block);
  };
  function tableSection<T>(title: Words, all: readonly T[], most: number, make: (shown: readonly T[]) => Block) {
    if (all.length === 0) return;
    section(title, make(all.slice(0, most)));
    if (all.length > most) blocks.push(paragraph(words.moreInJson(all.length - most)));
  }
  const headings = new Map(columnsOf(plan.table).map(({ name, zh }) => [name, zh[0] ?? name]));
  for (const remark of remarks) blocks.push(notice('plain', remark));
  for (const name of plan.without) blocks.push(notice('plain', words.without(name)));
  for (const total of plan.totals) {
    if (total.agrees) blocks.push(notice('good', words.totalAgrees(total)));
    else blocks.push(notice('warning', words.totalDiffers(total)));
  }
  const { sums } = plan;
  if (sums.units.length > 0) {
    const rows = sums.units.map((unit): Cell[] => [unit, groupedDigits(formatMillionths(sums.get(unit)))]);
    section(words.sums, table([column('unit', words.unit, 'text'), column('sum', words.sum, 'code')], rows));
  }
  tableSection(words.rejectedTitle, grouped(plan), SHOWN, (shown) =>
    table(
      [
        column('cell', words.cell, 'code'),
        column('lines', words.lines, 'count'),
        column('text', words.text, 'text'),
        column('reason', words.reason, 'text'),
      ],
      shown.map(({ cell, lines, text, reason }) => [cell, lines, visible(text), reason]),
    ),
  );
  section(words.assumed, texts(plan.assumed.map((one) => words.assumedAs(one))));
  section(
    words.unknownColumns,
    texts(
      plan.unknownColumns.map((one) => words.unknownColumn(one)),
      true,
    ),
  );
  section(words.fills, texts(plan.fills.map((one) => words.fill(one))));
  section(
    words.unfilled,
    texts(plan.unfilled.map((one) => words.unfilledAs({ ...one, heading: headings.get(one.column) ?? one.column }))),
  );
  section(
    words.repeats,
    texts(
      plan.repeats.map((one) => words.repeat(one)),
      true,
    ),
  );
  section(words.footersTitle, texts(plan.footers.map(({ row, text }) => words.footer(row + 1, text))));
  section(
    words.differences,
    texts(
      plan.differences.map(({ old, now }) => words.difference(old, now?.texts ?? null, plan.reversals > 0)),
      true,
    ),
  );
  tableSection(words.newItems(plan.items.length), plan.items, REVIEWED, (shown) =>
    table(
      [
        column('code', words.code, 'code'),
        column('name', words.name, 'text'),
        column('spec', words.spec, 'text'),
        column('unit', words.unit, 'text'),
        column('category', words.category, 'text'),
      ],
      shown.map(({ code, name, spec, unit, category }) => [
        code,
        name,
        spec,
        unit,
        book.settings.categories.get(category) ?? category,
      ]),
    ),
  );
  tableSection(words.newParties(plan.parties.length), plan.parties, REVIEWED, (shown) =>
    table(
      [column('code', words.code, 'code'), column('name', words.name, 'text'), column('kind', words.kind, 'text')],
      shown.map(({ code, name, kind }) => [code, name, { zh: partyKinds[kind][0], en: kind }]),
    ),
  );
  tableSection(words.balances(balances.length), balances, REVIEWED, (shown) =>
    table(
      [
        column('site', words.site, 'code'),
        column('item', words.name, 'text'),
        column('before', words.before, 'code'),
        column('after', words.after, 'code'),
        column('unit', words.unit, 'text'),
      ],
      shown.map(({ site, item, before, after, unit }) => [
        site,
        item,
        formatGrouped(before),
        formatGrouped(after),
        unit,
      ]),
    ),
  );
  return { title: words.title(plan.source), subtitle: words.subtitle(plan.table), blocks, incomplete: false };

  function texts(all: readonly Words[], inJson = false): Block | null {
    if (all.length === 0) return null;
    const rest = all.length - SHOWN;
    return list(
      [...all.slice(0, SHOWN), ...(rest > 0 ? [inJson ? words.moreInJson(rest) : words.more(rest)] : [])].map(
        (one) => one[lang],
      ),
    );
  }
}

/** One complaint about many lines is said once, at the first of them. */
function grouped(plan: ImportPlan): { cell: string; lines: number; text: string; reason: Words }[] {
  const groups = new Map<string, { cell: string; lines: number; text: string; reason: Words }>();
  for (const { cell, text, reason } of plan.rejected) {
    const key = `${reason.en}\u001f${text}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { cell, lines: 1, text, reason });
    else group.lines++;
  }
  return [...groups.values()];
}
