// The adapter between the engine and the properties: runs it on a book in memory and reads its answer as the model's.

import { loadBook } from '../../src/book/load.js';
import { checkBook } from '../../src/checks/run.js';
import { parseDay } from '../../src/core/day.js';
import { diagnosticData } from '../../src/render/json/envelope.js';
import { dailyData } from '../../src/report/daily.js';
import { reconcileData } from '../../src/report/reconcile.js';
import { memoryWorkspace } from '../../src/source/workspace.js';
import { findingSet, MODEL_CHECKS } from './model.js';
import type { BalanceLine, DeliveredLine, DeliveryLine, Finding, ItemCount, ModelResult } from './types.js';

/** `lines`, `itemCounts`, `deliveries` and `diagnostics` of `reconcile --format json`, `delivered` of the daily report. */
export function runEngine(files: Record<string, string>, date: string): unknown {
  const workspace = memoryWorkspace(files);
  const book = loadBook(workspace);
  const { figures, diagnostics } = checkBook(workspace, book, parseDay(date));
  if (figures === null) throw new Error(`no figures as of ${date}`);
  return {
    ...reconcileData(book, figures),
    delivered: dailyData(book, figures).delivered,
    diagnostics: diagnostics.map((one) => diagnosticData(one, 'en')),
  };
}

function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) throw new Error(`no object to read ${name} of`);
  return Object.entries(value).find(([key]) => key === name)?.[1];
}

function text(value: unknown, name: string): string {
  const found = field(value, name);
  if (typeof found !== 'string') throw new Error(`${name} should be a string: ${JSON.stringify(value)}`);
  return found;
}

function textOrNull(value: unknown, name: string): string | null {
  return field(value, name) === null ? null : text(value, name);
}

function list(value: unknown, name: string): unknown[] {
  const found = field(value, name);
  if (!Array.isArray(found)) throw new Error(`${name} should be a list`);
  return found;
}

function balanceLine(line: unknown): BalanceLine {
  return {
    site: text(line, 'site'),
    item: text(line, 'item'),
    lot: text(line, 'lot'),
    unit: text(line, 'unit'),
    opening: text(line, 'opening'),
    in: text(line, 'in'),
    out: text(line, 'out'),
    adjusted: text(line, 'adjusted'),
    closing: text(line, 'closing'),
    counted: textOrNull(line, 'counted'),
    variance: textOrNull(line, 'variance'),
    status: text(line, 'status'),
  };
}

function itemCount(line: unknown): ItemCount {
  return {
    site: text(line, 'site'),
    item: text(line, 'item'),
    book: text(line, 'book'),
    counted: text(line, 'counted'),
    variance: text(line, 'variance'),
    status: text(line, 'status'),
  };
}

function deliveryLine(line: unknown): DeliveryLine {
  return {
    doc: text(line, 'doc'),
    item: text(line, 'item'),
    lot: text(line, 'lot'),
    date: text(line, 'date'),
    from: text(line, 'from'),
    to: text(line, 'to'),
    dispatched: text(line, 'dispatched'),
    received: text(line, 'received'),
    damaged: text(line, 'damaged'),
    returned: text(line, 'returned'),
    lost: text(line, 'lost'),
    inTransit: text(line, 'inTransit'),
    status: text(line, 'status'),
  };
}

function deliveredLine(line: unknown): DeliveredLine {
  const figures = { today: text(line, 'today'), total: text(line, 'total'), signedTotal: text(line, 'signedTotal') };
  return { category: text(line, 'category'), ...figures, incomplete: field(line, 'incomplete') === true };
}

function finding(diagnostic: unknown): Finding {
  return { code: text(diagnostic, 'code'), file: text(diagnostic, 'file'), line: Number(field(diagnostic, 'line')) };
}

/** The engine's answer in the model's form, with every finding. */
export function engineAnswer(files: Record<string, string>, date: string): ModelResult {
  const answer = runEngine(files, date);
  return {
    lines: list(answer, 'lines').map(balanceLine),
    itemCounts: list(answer, 'itemCounts').map(itemCount),
    deliveries: list(answer, 'deliveries').map(deliveryLine),
    delivered: list(answer, 'delivered').map(deliveredLine),
    findings: findingSet(list(answer, 'diagnostics').map(finding)),
  };
}

/** The same with the findings of those checks only that the model knows. */
export function reconcileJson(files: Record<string, string>, date: string): ModelResult {
  const answer = engineAnswer(files, date);
  return { ...answer, findings: answer.findings.filter((each) => MODEL_CHECKS.includes(each.code)) };
}
