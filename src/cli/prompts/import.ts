// Asks about what an import does not know: columns, items, places; the best candidates first, each answer kept.

import { columnsOf } from '../../book/columns.js';
import type { Lang } from '../../core/lang.js';
import { importCommandWords as words } from '../../core/messages/import-command.js';
import { nearest } from '../../core/nearest.js';
import { matchable } from '../../core/text.js';
import { valueKey } from '../../import/mapping.js';
import { planImport } from '../../import/plan.js';
import type { ImportPlan, ImportRequest, Rejected } from '../../import/request.js';
import { rawText } from '../../import/sheet.js';
import { askFor, askOne, askYes, type Choice } from './ask.js';

/** More questions than this in a row nobody answers well: the rest is rejected, to be mended in a file. */
const MOST = 30;
const NONE = '';

export async function askAbout(request: ImportRequest, lang: Lang): Promise<ImportRequest> {
  let current = await askColumns(request, lang);
  let planned = planImport(current);
  if (!planned.ok) return current;
  const items = unknownsOf(planned.plan, 'item');
  const places = unknownsOf(planned.plan, 'place');
  if (items.size + places.size === 0) return current;
  if (!current.create && (await askYes(words.askCreate(items.size, places.size)[lang], lang)))
    return { ...current, create: true };
  current = await askValues(current, items, 'item', lang);
  planned = planImport(current);
  return planned.ok ? askValues(current, unknownsOf(planned.plan, 'place'), 'place', lang) : current;
}

async function askColumns(request: ImportRequest, lang: Lang): Promise<ImportRequest> {
  const planned = planImport(request);
  if (!planned.ok || planned.plan.unknownColumns.length === 0) return request;
  const columns = new Map(request.mapping.columns);
  const taken = new Set(planned.plan.learned.values());
  const names = columnsOf(request.table).filter(({ name }) => !taken.has(name));
  for (const { header, sample } of planned.plan.unknownColumns.slice(0, MOST)) {
    const alike = nearest(
      header,
      names.flatMap(({ name, zh }) => [name, ...zh]),
    );
    const near = new Set(
      names.filter(({ name, zh }) => [name, ...zh].some((word) => alike.includes(word))).map(({ name }) => name),
    );
    // What looks alike first, then what the ledger cannot do without, then leaving it out, then the rest.
    const rank = ({ name, required, cell }: (typeof names)[number]): number => {
      if (near.has(name)) return 0;
      return required && cell !== 'doc' && !request.mapping.set.has(name) ? 1 : 3;
    };
    const choices = names
      .map((column) => ({
        rank: rank(column),
        name: `${column.zh[0] ?? column.name} ${column.name}`,
        value: column.name,
      }))
      .concat({ rank: 2, name: words.leaveOut[lang], value: 'ignore' })
      .sort((a, b) => a.rank - b.rank)
      .map(({ name, value }): Choice => ({ name, value }));
    const answer = await askOne(words.askColumn(header, sample)[lang], choices, null, lang);
    columns.set(header, answer);
  }
  return { ...request, mapping: { ...request.mapping, columns } };
}

/** Texts nobody has registered, each with a line that has it. */
function unknownsOf(plan: ImportPlan, kind: 'item' | 'place'): Map<string, Rejected> {
  const found = new Map<string, Rejected>();
  for (const one of plan.rejected) if (one.stop.unknown === kind && !found.has(one.text)) found.set(one.text, one);
  return found;
}

async function askValues(
  request: ImportRequest,
  unknown: ReadonlyMap<string, Rejected>,
  kind: 'item' | 'place',
  lang: Lang,
): Promise<ImportRequest> {
  const { items, sites, parties } = request.book;
  const byWord = new Map<string, Choice[]>();
  const offer = (choice: Choice, wordsFor: readonly string[]): Choice => {
    for (const word of wordsFor) byWord.set(word, [...(byWord.get(word) ?? []), choice]);
    return choice;
  };
  const all: readonly Choice[] =
    kind === 'item'
      ? items.all.map(({ code, name, spec, unit, aliases }) =>
          offer({ name: [code, name, spec, unit].filter((part) => part !== '').join(' '), value: code }, [
            code,
            name,
            ...aliases,
          ]),
        )
      : [...sites.all, ...parties.all].map(({ code, name }) =>
          offer({ name: `${code} ${name}`, value: code }, [code, name]),
        );
  const values = new Map([...request.mapping.values].map(([column, pairs]) => [column, new Map(pairs)]));
  const none: Choice = { name: words.reject[lang], value: NONE };
  for (const [text, { line, stop }] of [...unknown].slice(0, MOST)) {
    const find = (typed: string): readonly Choice[] => {
      const word = matchable(typed === '' ? text : typed);
      const near = nearest(word, byWord.keys(), 8).flatMap((name) => byWord.get(name) ?? []);
      const holding = all.filter(({ name }) => typed !== '' && matchable(name).includes(word)).slice(0, 8);
      const found = [...new Set([...holding, ...near])];
      // A register of a few rows is a list to choose from.
      return [...(found.length === 0 && typed === '' ? all.slice(0, 8) : found), none];
    };
    const shown =
      kind === 'item'
        ? line.cells
            .map(rawText)
            .filter((cell) => cell !== '')
            .join(' ')
        : text;
    const answer = await askFor(
      kind === 'item' ? words.askItem(shown)[lang] : words.askPlace(text)[lang],
      find,
      null,
      lang,
    );
    if (answer === NONE) continue;
    const pairs = values.get(stop.column) ?? new Map<string, string>();
    pairs.set(valueKey(text), answer);
    values.set(stop.column, pairs);
  }
  return { ...request, mapping: { ...request.mapping, values } };
}
