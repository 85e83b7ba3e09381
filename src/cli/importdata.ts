// What an import says to programs: its counts, sums and rejects.

import type { Lang } from '../core/lang.js';
import { formatQuantity } from '../core/quantity.js';
import type { ImportPlan } from '../import/request.js';
import type { BalanceChange } from '../report/imported.js';

export function importData(plan: ImportPlan, balances: readonly BalanceChange[], lang: Lang) {
  return {
    accepted: plan.accepted.length,
    rejected: plan.rejected.length,
    footers: plan.footers.length,
    duplicates: plan.duplicates,
    sumsByUnit: plan.sums.toRecord(),
    rejects: plan.rejected.map(({ cell, text, reason }) => ({ cell, text, reason: reason[lang] })),
    fills: plan.fills.reduce((sum, { cells }) => sum + cells, 0),
    repeats: plan.repeats.map(({ cell, doc }) => ({ cell, doc })),
    totals: plan.totals.map(({ cell, stated, sum, agrees }) => ({ cell, stated, sum, agrees })),
    differences: plan.differences.map(({ old, now }) => ({
      cell: old.cell,
      doc: old.doc,
      was: old.qty,
      now: now === null ? null : (now.texts.qty ?? null),
    })),
    reversals: plan.reversals,
    created: { items: plan.items.length, parties: plan.parties.length },
    items: plan.items.map(({ code, name, spec, unit, category }) => ({ code, name, spec, unit, category })),
    parties: plan.parties.map(({ code, name, kind }) => ({ code, name, kind })),
    balances: balances.map(({ site, code, unit, before, after }) => ({
      site,
      item: code,
      unit,
      before: formatQuantity(before),
      after: formatQuantity(after),
    })),
    unknownColumns: plan.unknownColumns.map(({ header, cell }) => ({ header, cell })),
    files: plan.changes.map(({ file }) => file),
  };
}
