// The reference model: the naive, plainly written replay of a whole book that the fast engine is tested against.
import { balanceLines, findNegatives, itemCounts } from './balances.js';
import { findCounts } from './counts.js';
import { deliveredLines, deliveryLines, findDeliveries } from './deliveries.js';
import { findDocuments, findRequests } from './documents.js';
import { compare } from './number.js';
import { readBook } from './read.js';
import { replayBook } from './replay.js';
import type { Finding, ModelResult } from './types.js';

export type { ModelResult } from './types.js';

/** The checks the model knows; an engine's other findings are not compared. */
export const MODEL_CHECKS: readonly string[] = [
  'stock/negative',
  'stock/expired-issued',
  'stock/fefo',
  'stock/reversal-unmatched',
  'stock/reversal-exceeds',
  'stock/duplicate-row',
  'stock/document-reused',
  'count/variance',
  'count/duplicate',
  'delivery/short',
  'delivery/over',
  'delivery/damaged',
  'delivery/overdue',
  'delivery/unmatched',
  'request/over-issued',
  'request/overdue',
];

/** Findings as a set: in order of file, line and code, each once. */
export function findingSet(findings: Finding[]): Finding[] {
  const unique = new Map(findings.map((finding) => [[finding.file, finding.line, finding.code].join('\n'), finding]));
  return [...unique.values()].sort((a, b) => compare([a.file, a.line, a.code], [b.file, b.line, b.code]));
}

export function reconcileModel(files: Record<string, string>, date: string): ModelResult {
  const replay = replayBook(readBook(files), date);
  findNegatives(replay);
  findCounts(replay);
  findDeliveries(replay);
  findDocuments(replay);
  findRequests(replay);
  return {
    lines: balanceLines(replay),
    itemCounts: itemCounts(replay),
    deliveries: deliveryLines(replay),
    delivered: deliveredLines(replay),
    findings: findingSet(replay.findings),
  };
}
