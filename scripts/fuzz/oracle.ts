// What must hold of every answer, and what must hold of the answer to a case in particular.

import { parse } from 'csv-parse/sync';
import { type LedgerName, ledgerNames } from '../../src/book/columns.js';
import { ledgerFiles } from '../../src/book/load.js';
import { LEFT_OUT } from '../../src/book/movement.js';
import { bytesOf } from '../../src/record/overlay.js';
import { diagnosticData } from '../../src/render/json/envelope.js';
import type { Workspace } from '../../src/source/workspace.js';
import { type BookCase, type Files, textOf } from './case.js';
import { countLines, countRows } from './count.js';
import { type Answer, answerOf, essence, type Page } from './examine.js';

/** A rule that was broken, and by what. */
export interface Failure {
  readonly rule: string;
  readonly detail: string;
}

/** What acts on a terminal in place of being shown by it. */
const acting = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;
const ownColours = /\u001b\[[\d;]*m/gu;
const tags =
  /<(?!\/?(?:html|head|meta|title|style|body|h1|h2|p|ul|li|table|thead|tbody|tr|th|td|span)\b|!doctype html>)/u;

function around(text: string, at: number): string {
  return JSON.stringify(text.slice(Math.max(0, at - 30), at + 30));
}

export function inert(pages: readonly Page[]): Failure[] {
  const failures: Failure[] = [];
  for (const { name, format, text } of pages) {
    const fail = (detail: string) => failures.push({ rule: `inert ${format}`, detail: `${name}: ${detail}` });
    switch (format) {
      case 'terminal':
      case 'findings': {
        const found = acting.exec(text.replace(ownColours, ''));
        if (found !== null) fail(around(text.replace(ownColours, ''), found.index));
        break;
      }
      case 'json':
      case 'sarif':
        try {
          JSON.parse(text);
        } catch (error) {
          fail(String(error));
        }
        break;
      case 'csv':
        csvIsWhole(text, fail);
        break;
      case 'markdown':
        markdownIsWhole(text, fail);
        break;
      case 'html': {
        const body = text.slice(text.indexOf('</style>'));
        const found = tags.exec(body);
        if (found !== null) fail(around(body, found.index));
        break;
      }
      case 'github':
        for (const line of text.split('\n')) {
          if (
            line !== '' &&
            !/^::(?:error|warning|notice) file=[^,\r]*,line=\d+,col=\d+,endLine=\d+,endColumn=\d+,title=[a-z/-]+::/u.test(
              line,
            )
          )
            fail(line.slice(0, 80));
          if (line.includes('\r')) fail('a carriage return');
        }
        break;
      case 'svg': {
        if (/<(?:script|foreignObject|image|a)\b/iu.test(text)) fail('more than a drawing');
        break;
      }
    }
  }
  return failures;
}

function csvIsWhole(text: string, fail: (detail: string) => void): void {
  let rows: string[][];
  try {
    rows = parse(text, { bom: true });
  } catch (error) {
    fail(String(error));
    return;
  }
  for (const cell of rows.flat())
    if (/^(?:[=+@\t\r]|-(?!\d+(?:\.\d+)?$))/u.test(cell)) fail(`a formula: ${cell.slice(0, 40)}`);
}

function markdownIsWhole(text: string, fail: (detail: string) => void): void {
  let columns = 0;
  for (const line of text.split('\n')) {
    const bare = line.replaceAll(/\\./gu, '');
    const bars = bare.split('|').length - 2;
    if (!line.startsWith('|')) columns = 0;
    else if (columns === 0) columns = bars;
    else if (bars !== columns) fail(`${bars} cells for ${columns}: ${line.slice(0, 80)}`);
    if (/<\/?[a-z!]/iu.test(bare)) fail(`a tag: ${line.slice(0, 80)}`);
  }
}

/** Findings stand where there is something, in order, in words. */
export function placed({ workspace, checked }: Answer): Failure[] {
  const failures: Failure[] = [];
  let before = '';
  let [line, column] = [0, 0];
  for (const one of checked.diagnostics) {
    const { at, code, excerpt } = one;
    const fail = (rule: string, detail: string) =>
      failures.push({ rule, detail: `${code} ${at.file}:${at.line}:${at.column} ${detail}` });
    if (at.file < before || (at.file === before && (at.line < line || (at.line === line && at.column < column))))
      fail('order', 'after a later one');
    [before, line, column] = [at.file, at.line, at.column];
    if (at.line < 1 || at.column < 1 || at.endLine < at.line || (at.endLine === at.line && at.endColumn < at.column))
      fail('place', `to ${at.endLine}:${at.endColumn}`);
    if (excerpt !== null && at.endLine === at.line && at.endColumn > [...excerpt].length + 2 && workspace.has(at.file))
      fail('place', `past the end of its line: ${at.endColumn}`);
    for (const lang of ['zh', 'en'] as const) {
      const { message, hint } = diagnosticData(one, lang);
      if (message === '' || hint === '') fail('words', 'says nothing');
      if (slips.test(message + hint) && !saidIn(workspace)) fail('words', message);
    }
  }
  return failures;
}

/** What a program says that has not looked. */
const slips = /undefined|NaN|\[object/u;

function saidIn(workspace: Workspace): boolean {
  return workspace.paths.some((file) => slips.test(`${file} ${textOf(bytesOf(workspace, file)).normalize('NFKC')}`));
}

function millionths(text: string): bigint {
  const [whole = '0', rest = ''] = text.replace('-', '').split('.');
  const value = BigInt(whole + rest.padEnd(6, '0'));
  return text.startsWith('-') ? -value : value;
}

/** The books' own identities. */
export function balanced({ data }: Answer): Failure[] {
  const failures: Failure[] = [];
  for (const line of data?.lines ?? []) {
    const [opening, into, out, adjusted, closing] = [line.opening, line.in, line.out, line.adjusted, line.closing].map(
      millionths,
    );
    if (opening! + into! - out! + adjusted! !== closing)
      failures.push({ rule: 'closing', detail: JSON.stringify(line) });
  }
  for (const line of data?.deliveries ?? []) {
    const [sent, ...accounted] = [
      line.dispatched,
      line.received,
      line.damaged,
      line.returned,
      line.lost,
      line.inTransit,
    ].map(millionths);
    if (accounted.reduce((sum, one) => sum + one, 0n) !== sent)
      failures.push({ rule: 'transit', detail: JSON.stringify(line) });
  }
  return failures;
}

function marked(column: Iterable<number>, mark: number): number {
  let count = 0;
  for (const value of column) if (value === mark) count++;
  return count;
}

/** No row vanishes: read or left out, every record of a file that another reader can make out is accounted for. */
export function accounted({ workspace, checked }: Answer, files: Files): Failure[] {
  const failures: Failure[] = [];
  const { book, diagnostics } = checked;
  const read: Readonly<Record<LedgerName, number>> = {
    // Rows left out only after all were read keep their place, marked.
    stock: book.stock.length - marked(book.stock.kind.data.subarray(0, book.stock.length), LEFT_OUT),
    deliveries: book.deliveries.length - marked(book.deliveries.leftOut.data.subarray(0, book.deliveries.length), 1),
    counts: book.counts.length - marked(book.counts.leftOut.data.subarray(0, book.counts.length), 1),
    requests: book.requests.length,
    needs: book.needs.length,
    census: book.census.length,
    roster: book.roster.length,
    rollcalls: book.rollcalls.length,
  };
  for (const ledger of ledgerNames) {
    let rows = 0;
    let exact = true;
    for (const file of ledgerFiles(workspace, ledger)) {
      const codes = new Set(
        diagnostics.filter(({ at }) => at.file === file).map(({ code, severity }) => `${code} ${severity}`),
      );
      if (
        ['file/conflict-marker', 'csv/header-missing', 'csv/header-duplicate', 'file/encoding'].some((code) =>
          codes.has(`${code} error`),
        )
      ) {
        exact = false;
        continue;
      }
      if (codes.has('csv/quote error')) {
        const lines = countLines(files[file]!);
        exact &&= lines !== null;
        rows += lines ?? 0;
        continue;
      }
      const counted = countRows(files[file]!);
      if (counted === null) {
        failures.push({
          rule: 'clean bill',
          detail: `${file}: another reader cannot make it out, and nothing is said of it`,
        });
        exact = false;
        continue;
      }
      rows += counted.rows;
      if (counted.ragged > 0 && !codes.has('csv/ragged-row error'))
        failures.push({
          rule: 'clean bill',
          detail: `${file}: ${counted.ragged} ragged rows, and nothing is said of them`,
        });
    }
    if (!exact) continue;
    const left = book.quarantined.filter(({ table, at }) => table === ledger && at.kind !== 'file').length;
    if (read[ledger] + left !== rows)
      failures.push({ rule: 'rows', detail: `${ledger}: ${read[ledger]} read and ${left} left out of ${rows}` });
  }
  return failures;
}

function codesOf({ checked }: Answer): string {
  return checked.diagnostics
    .map(({ code, severity }) => `${code} ${severity}`)
    .sort()
    .join(' ');
}

function figuresOf({ data }: Answer): string {
  const sorted = (list: readonly object[]) => list.map((one) => JSON.stringify(one)).sort();
  return JSON.stringify(data === null ? null : [sorted(data.lines), sorted(data.deliveries), sorted(data.itemCounts)]);
}

function linesOf({ data }: Answer): string {
  return JSON.stringify((data?.lines ?? []).map((line) => JSON.stringify(line)).sort());
}

export function expected({ expect }: BookCase, answer: Answer): Failure[] {
  const { diagnostics } = answer.checked;
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  switch (expect.kind) {
    case 'nothing':
      return [];
    case 'fault': {
      const found = diagnostics.some(({ code }) => expect.slugs.includes(code));
      return found && errors > 0
        ? []
        : [{ rule: 'clean bill', detail: `none of ${expect.slugs.join(', ')}, but ${codesOf(answer)}` }];
    }
    case 'tampered':
      return diagnostics.some(({ code, severity }) => code.startsWith('seal/') && severity === 'error')
        ? []
        : [{ rule: 'clean bill', detail: `no word of seals: ${codesOf(answer)}` }];
    case 'counted': {
      if (errors > 0 || linesOf(answer) === linesOf(answerOf(expect.as))) return [];
      return [{ rule: 'clean bill', detail: `other figures and no error: ${codesOf(answer)}` }];
    }
    case 'same': {
      const other = answerOf(expect.as);
      if (codesOf(answer) !== codesOf(other))
        return [{ rule: 'same', detail: `${codesOf(answer)} | ${codesOf(other)}` }];
      return figuresOf(answer) === figuresOf(other)
        ? []
        : [{ rule: 'same', detail: `${figuresOf(answer)} | ${figuresOf(other)}`.slice(0, 400) }];
    }
  }
}

/** The compiled loops and the plain ones read alike. */
export function alike(answer: Answer, files: Files): Failure[] {
  const [plain, compiled] = [essence(answer), essence(answerOf(files, true))];
  if (plain === compiled) return [];
  const at = [...plain].findIndex((c, i) => c !== compiled[i]);
  return [{ rule: 'kernel', detail: `${around(plain, at)} | ${around(compiled, at)}` }];
}
