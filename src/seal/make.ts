// Makes the seal of a day: what every ledger file says up to it, and the night's statement.

import type { Book } from '../book/book.js';
import { ledgerNames } from '../book/columns.js';
import { ledgerFiles } from '../book/load.js';
import type { Day } from '../core/day.js';
import { compareText } from '../core/text.js';
import type { Workspace } from '../source/workspace.js';
import { oneDay } from '../stock/period.js';
import { reconcile } from '../stock/reconcile.js';
import { lineDigests, lineStarts, sha256 } from './canonical.js';
import { canonicalFile, readChain } from './chain.js';
import { datedRows } from './dated.js';
import { pinsOf } from './pins.js';
import { type Accepted, type PinnedFile, REOPENED, renderSeal, type Seal, sealPath, statementPath } from './seal.js';
import { renderStatement, statementLines } from './statement.js';

export interface Closing {
  readonly date: Day;
  readonly by: string;
  /** When, with the offset of the book's time zone. */
  readonly at: string;
  readonly accepted: readonly Accepted[];
  /** Whether the statement gets the mark that Excel needs; it is no part of what is sealed. */
  readonly bom: boolean;
}

/** A row of a day that is being closed which stands after one of a later day: it could only be sealed with that one. */
export interface Misplaced {
  readonly path: string;
  readonly line: number;
  readonly day: Day;
  readonly afterLine: number;
}

export type Made =
  | {
      readonly ok: true;
      readonly files: readonly { readonly file: string; readonly bytes: Uint8Array }[];
      readonly seal: Seal;
    }
  | { readonly ok: false; readonly misplaced: readonly Misplaced[] };

const encoder = new TextEncoder();

export function makeSeal(workspace: Workspace, book: Book, { date, by, at, accepted, bom }: Closing): Made {
  const { links } = readChain(workspace);
  const last = links[links.length - 1] ?? null;
  const pins = pinsOf(links);
  const misplaced: Misplaced[] = [];
  const files: PinnedFile[] = [];

  const pin = (path: string, lines: number): void => {
    const bytes = canonicalFile(workspace, path);
    const from = pins.get(path)?.bytes ?? 0;
    const to = lineStarts(bytes)[lines] ?? bytes.length;
    if (to <= from) return;
    const digests = Buffer.from(lineDigests(bytes, from, to)).toString('base64');
    files.push({ path, bytes: to, sha256: sha256(bytes.subarray(0, to)), lines: digests });
  };

  for (const ledger of ledgerNames) {
    for (const path of ledgerFiles(workspace, ledger)) {
      let end = 0;
      let later: number | null = null;
      for (const { day, firstLine, lastLine } of datedRows(workspace, ledger, path)) {
        if (day > date) {
          later ??= firstLine;
          continue;
        }
        end = lastLine + 1;
        const open = last === null || day > last.seal.date;
        if (later !== null && open) misplaced.push({ path, line: firstLine + 1, day, afterLine: later + 1 });
      }
      pin(path, end);
    }
  }
  if (workspace.has(REOPENED)) pin(REOPENED, Number.POSITIVE_INFINITY);
  if (misplaced.length > 0) return { ok: false, misplaced };

  const statement = encoder.encode(renderStatement(statementLines(book, reconcile(book, oneDay(date)))));
  const seal: Seal = {
    date,
    previous: last?.digest ?? null,
    closedBy: by,
    closedAt: at,
    files: files.sort((a, b) => compareText(a.path, b.path)),
    statement: { path: statementPath(date), sha256: sha256(statement) },
    accepted,
  };
  const marked = bom ? encoder.encode(`\uFEFF${new TextDecoder().decode(statement)}`) : statement;
  return {
    ok: true,
    seal,
    files: [
      { file: statementPath(date), bytes: marked },
      { file: sealPath(date), bytes: encoder.encode(renderSeal(seal)) },
    ],
  };
}
