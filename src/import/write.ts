// Writes a planned import through the book's one writer: registers, ledgers and the sidecar together, or nothing.

import type { Recorded } from '../record/fault.js';
import { refuse } from '../record/fault.js';
import { type WriterOptions, withTurn } from '../record/session.js';
import { remember } from '../record/undo.js';
import type { Workspace } from '../source/workspace.js';
import type { ImportPlan } from './request.js';

/** What the plan was worked out on: should the book have changed since, it is worked out anew and not written. */
function traceOf(workspace: Workspace): ReadonlyMap<string, string> {
  return new Map(workspace.paths.map((path) => [path, workspace.stamp(path)]));
}

export function writeImport(
  root: string,
  before: Workspace,
  plan: ImportPlan,
  rejects: { readonly file: string; readonly bytes: Uint8Array } | null,
  options: WriterOptions = {},
): Recorded<readonly string[]> {
  const trace = traceOf(before);
  return withTurn(
    root,
    (turn) => {
      const now = traceOf(turn.workspace);
      for (const { file } of plan.changes) if (now.get(file) !== trace.get(file)) refuse({ kind: 'changed', file });
      for (const file of ['items.csv', 'parties.csv', 'sites.csv']) {
        if (now.get(file) !== trace.get(file)) refuse({ kind: 'changed', file });
      }
      for (const { file, bytes } of plan.changes) turn.put(file, bytes);
      if (rejects !== null) turn.put(rejects.file, rejects.bytes);
      const ledgers = plan.changes.filter(({ ledger }) => ledger);
      if (ledgers.length > 0) {
        remember(
          turn,
          ledgers.map(({ file, bytes, from }) => ({
            file,
            from,
            to: bytes.length,
            firstLine: 0,
            lastLine: 0,
            doc: null,
            rows: [],
          })),
        );
      }
      return turn.pending.map(({ file }) => file);
    },
    options,
  );
}
