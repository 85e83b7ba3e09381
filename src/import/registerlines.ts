// Lines of a register: a code that is registered alike is nothing new, one that differs is for a person to settle.

import { columnsOf, type RegisterName } from '../book/columns.js';
import { registerRows } from '../book/register/rows.js';
import { importReasons } from '../core/messages/import-reasons.js';
import type { ImportRequest } from './request.js';
import type { Draft } from './rows.js';
import { nameKey } from './text.js';
import type { Stop } from './values.js';

export function registerDrafts<E extends { readonly draft: Draft }>(
  request: ImportRequest,
  entries: readonly E[],
  refuse: (entry: E, stop: Stop) => void,
): { readonly fresh: E[]; readonly known: number } {
  const { table, workspace } = request;
  const columns = columnsOf(table);
  const [code] = columns;
  const fresh: E[] = [];
  if (code === undefined || !isRegister(table)) return { fresh, known: 0 };
  const registered = new Map(registerRows(workspace, table).rows.map((row) => [row.text(code.name), row]));
  const seen = new Set<string>();
  let known = 0;
  for (const entry of entries) {
    const { texts } = entry.draft;
    const own = nameKey(texts[code.name] ?? '');
    const row = registered.get(own);
    const stop = (reason: Stop['reason']) => refuse(entry, { column: code.name, reason, unknown: null });
    if (row !== undefined) {
      const differs = columns.filter(({ name }) => {
        const text = texts[name];
        return name !== 'note' && text !== undefined && text !== '' && nameKey(row.text(name)) !== nameKey(text);
      });
      if (differs.length === 0) known++;
      else
        stop(
          importReasons.registered({
            code: own,
            differs: differs.map(({ name, zh }) => (request.lang === 'zh' ? (zh[0] ?? name) : name)),
          }),
        );
    } else if (seen.has(own) && table !== 'norms') stop(importReasons.codeTwice({ code: own }));
    else {
      seen.add(own);
      fresh.push(entry);
    }
  }
  return { fresh, known };
}

function isRegister(table: string): table is RegisterName {
  return ['items', 'sites', 'staff', 'parties', 'norms'].includes(table);
}
