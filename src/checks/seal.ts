// Checks of closed days: whether everything still is what was sealed.

import type { Book } from '../book/book.js';
import { dayFromColumn, formatDay } from '../core/day.js';
import type { Finding, Place, Related, Tell } from '../core/finding.js';
import { type Moved, sealTellings } from '../core/messages/seal.js';
import { formatGrouped, parseQuantity } from '../core/quantity.js';
import { quoted } from '../core/text.js';
import type { ChainFault } from '../seal/chain.js';
import type { Shift, Unbalanced } from '../seal/inspect.js';
import type { Difference } from '../seal/pins.js';
import { statementPath } from '../seal/seal.js';
import { closingOf, type StatementLine } from '../seal/statement.js';
import type { CheckInput, Family } from './check.js';

/** Figures that a message names; how many more there are is said. */
const NAMED = 3;

const dayText = (day: number): string => formatDay(dayFromColumn(day));

function lineOf(file: string, line: number): Place {
  return { kind: 'line', file, line: line + 1 };
}

function changedFinding(path: string, difference: Difference): Finding {
  const day = dayText(difference.date);
  const file = quoted(path);
  if (difference.kind === 'removed') {
    const tell = sealTellings.removed({ count: difference.count, day });
    return { code: 'seal/changed', at: lineOf(path, difference.line), tell, related: [] };
  }
  const { kind } = difference;
  const tell = sealTellings.changed({ kind, day, file });
  const whole = kind === 'missing' || kind === 'unknown';
  const at: Place = whole ? { kind: 'file', file: path } : lineOf(path, difference.line);
  return { code: 'seal/changed', at, tell, related: [] };
}

function changed({ seals }: CheckInput): Finding[] {
  return (seals?.changed ?? []).flatMap(({ path, differences }) =>
    differences.map((difference) => changedFinding(path, difference)),
  );
}

function amountOf(book: Book, item: string, line: StatementLine | null): string {
  const at = book.items.directory.code(item);
  const unit = at === undefined ? '' : ` ${quoted(book.items.all[at]!.unit)}`;
  const parsed = parseQuantity(line === null ? '0' : closingOf(line));
  return `${parsed.ok ? formatGrouped(parsed.value) : ''}${unit}`;
}

function movedBy(book: Book, day: number, { was, now }: Shift): Moved {
  const line = was ?? now;
  const [site, item] = [line?.site ?? '', line?.item ?? ''];
  const siteAt = book.sites.directory.code(site);
  const itemAt = book.items.directory.code(item);
  return {
    site: quoted(siteAt === undefined ? site : book.sites.all[siteAt]!.name),
    item: quoted(itemAt === undefined ? item : book.items.all[itemAt]!.name),
    day: dayText(day),
    was: amountOf(book, item, was),
    now: amountOf(book, item, now),
  };
}

/** A balance whose closing stays the same is not worth a reader's time where another changes. */
function tellable(shifts: readonly Shift[]): readonly Shift[] {
  const closing = shifts.filter(({ was, now }) => was === null || now === null || closingOf(was) !== closingOf(now));
  return closing.length > 0 ? closing : [];
}

function lateRow({ book, seals }: CheckInput): Finding[] {
  return (seals?.late ?? []).map(({ path, row, days, shifts }) => {
    const told = tellable(shifts);
    const first = days[0] ?? row.day;
    const tell = sealTellings.lateRow({
      day: dayText(row.day),
      days: days.length,
      moved: told.slice(0, NAMED).map((shift) => movedBy(book, first, shift)),
      more: Math.max(0, told.length - NAMED),
    });
    return {
      code: 'seal/late-row',
      at: { kind: 'cell', file: path, record: row.record, cell: row.cell },
      tell,
      related: days[0] === undefined ? [] : [sealed(statementPath(days[0]))],
    };
  });
}

function sealed(file: string): Related<Place> {
  return { at: { kind: 'file', file }, tell: sealTellings.sealedHere };
}

/** Groups what no longer comes out by the entry that explains it: a site where all of it is off, else each item. */
function causes({ shifts, linesOf }: Unbalanced): readonly Cause[] {
  const lineOfShift = ({ was, now }: Shift): StatementLine => was ?? now!;
  const sites = new Map<string, number>();
  for (const shift of shifts) {
    const { site } = lineOfShift(shift);
    sites.set(site, (sites.get(site) ?? 0) + 1);
  }
  const [[site = '', count = 0] = []] = sites;
  const wholeSite = sites.size === 1 && count > 1 && count >= (linesOf.get(site) ?? 0);
  const kind = wholeSite ? 'site' : 'item';
  const groups = new Map<string, Shift[]>();
  for (const shift of shifts) {
    const code = lineOfShift(shift)[kind];
    const group = groups.get(code);
    if (group === undefined) groups.set(code, [shift]);
    else group.push(shift);
  }
  return [...groups].map(([code, group]) => ({ kind, code, shifts: group }));
}

interface Cause {
  readonly kind: 'item' | 'site';
  readonly code: string;
  readonly shifts: readonly Shift[];
}

function unbalancedFindings(book: Book, unbalanced: Unbalanced): Finding[] {
  const { link } = unbalanced;
  return causes(unbalanced).map(({ kind, code, shifts: own }) => {
    const register = kind === 'item' ? book.items : book.sites;
    const at = register.directory.code(code);
    const entry = at === undefined ? null : register.all[at]!;
    const first = tellable(own)[0] ?? own[0];
    const tell = sealTellings.balance({
      day: dayText(link.seal.date),
      moved: first === undefined ? null : movedBy(book, link.seal.date, first),
      more: own.length - 1,
      what: entry === null ? 'unknown' : kind,
      name: quoted(entry?.name ?? code),
    });
    return {
      code: 'seal/balance',
      at: entry?.at ?? { kind: 'file', file: kind === 'item' ? 'items.csv' : 'sites.csv' },
      tell,
      related: [sealed(link.seal.statement.path)],
    };
  });
}

/** A register that was changed shows in every night since: it is said once, for the first. */
function balance({ book, seals }: CheckInput): Finding[] {
  const said = new Set<string>();
  return (seals?.unbalanced ?? [])
    .flatMap((one) => unbalancedFindings(book, one))
    .filter((finding) => {
      const key = JSON.stringify(finding.at);
      if (said.has(key)) return false;
      said.add(key);
      return true;
    });
}

function chainTelling(fault: ChainFault): Tell {
  const file = quoted(fault.file);
  switch (fault.kind) {
    case 'altered':
    case 'unreadable':
      return sealTellings.altered({ file });
    case 'misnamed':
      return sealTellings.misnamed({ file, belongs: fault.date });
    case 'unlinked':
      return sealTellings.unlinked({ file, before: fault.before });
    case 'statement-altered':
      return sealTellings.statementAltered({ file, seal: fault.seal });
    case 'statement-missing':
      return sealTellings.statementMissing({ file, seal: fault.seal });
    case 'seal-missing':
      return sealTellings.sealMissing({ file, statement: fault.statement });
    case 'stranger':
      return sealTellings.stranger({ file });
  }
}

function chain({ seals }: CheckInput): Finding[] {
  return (seals?.chain.faults ?? []).map((fault) => ({
    code: 'seal/chain',
    at: { kind: 'file', file: fault.file },
    tell: chainTelling(fault),
    related: [],
  }));
}

export const sealChecks: Family = {
  'seal/changed': changed,
  'seal/balance': balance,
  'seal/late-row': lateRow,
  'seal/chain': chain,
};
