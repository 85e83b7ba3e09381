// Plays the nights of a book in memory: days come in and are sealed, and every answer is given twice, from what is
// remembered of the closed days and from the whole history.

import { loadBook } from '../../src/book/load.js';
import { type Checked, checkBook } from '../../src/checks/run.js';
import { answerFromSeal, type Whole } from '../../src/closed/answer.js';
import { Stamps } from '../../src/closed/files.js';
import { PlaceTable } from '../../src/closed/places.js';
import { rememberNext, rememberWhole } from '../../src/closed/remember.js';
import { type Memory, parseRemembered, type Remembered, renderRemembered } from '../../src/closed/remembered.js';
import { type Day, parseDay } from '../../src/core/day.js';
import { renderDiagnostics } from '../../src/render/terminal/diagnostics.js';
import { terminalLines } from '../../src/render/terminal/document.js';
import { dailyData, dailyDocument } from '../../src/report/daily.js';
import { peopleExtras } from '../../src/report/people.js';
import { reconcileData, verdict } from '../../src/report/reconcile.js';
import { summarize } from '../../src/report/summary.js';
import { makeSeal } from '../../src/seal/make.js';
import { memoryWorkspace, type Workspace } from '../../src/source/workspace.js';

export type Files = Record<string, string | Uint8Array>;

export function dayOf(text: string): Day {
  const day = parseDay(text);
  if (day === null) throw new Error(`no date: ${text}`);
  return day;
}

/** The book with one more day sealed, whatever is wrong with it. */
export function sealed(files: Files, date: string): Files {
  const workspace = memoryWorkspace(files);
  const made = makeSeal(workspace, loadBook(workspace), {
    date: dayOf(date),
    by: 'P1',
    at: `${date}T21:00:00+08:00`,
    accepted: [],
    bom: false,
  });
  if (!made.ok) throw new Error(`${date} cannot be sealed`);
  return { ...files, ...Object.fromEntries(made.files.map(({ file, bytes }) => [file, bytes])) };
}

/** Everything that a night prints, in both languages, as text and as data. */
export function everything({ book, figures, people, diagnostics, quarantined, day }: Checked): unknown {
  if (figures === null) return { day, diagnostics: diagnostics.length };
  const extras = peopleExtras(book, people, figures.period);
  const summary = summarize(diagnostics, quarantined);
  const document = dailyDocument(book, figures, diagnostics, extras);
  const look = { lang: 'zh', width: 100, color: false } as const;
  return {
    day,
    ...reconcileData(book, figures),
    ...dailyData(book, figures, extras),
    requests: figures.requests.filter(({ status }) => status === 'open' || status === 'part-filled').length,
    verdict: verdict(figures, summary),
    summary,
    diagnostics: diagnostics.map(({ tell, related, ...rest }) => ({
      ...rest,
      zh: tell('zh'),
      en: tell('en'),
      related: related.map((one) => ({ at: one.at, zh: one.tell('zh'), en: one.tell('en') })),
    })),
    printed: renderDiagnostics(diagnostics, look, quarantined),
    page: [...terminalLines(document, look)],
  };
}

export interface Night {
  /** From what was remembered, where that was possible, else from the whole history. */
  readonly checked: Checked;
  readonly why: Whole['why'] | 'shortcut' | 'nothing';
  /** What the next night may begin from. */
  readonly memory: Kept | null;
}

/** What a program keeps between two nights: a text, and drawers by their digests. */
export interface Kept {
  readonly remembered: Remembered;
  readonly drawers: ReadonlyMap<string, Uint8Array>;
}

const origin = { program: 'test', node: 'test', book: '/book' };

/** As the next run of the program would read it. */
function written(memory: Memory | null, before: Kept | null): Kept | null {
  if (memory === null) return null;
  const remembered = parseRemembered(origin, renderRemembered(origin, memory.remembered));
  if (remembered === null) throw new Error('not read as it was written');
  const drawers = new Map(before?.drawers);
  const last = remembered.drawers.at(-1);
  if (memory.drawer !== null && last !== undefined) drawers.set(last.sha256, memory.drawer);
  return { remembered, drawers };
}

export function night(workspace: Workspace, before: Kept | null, date: string | null, now = 0): Night {
  const stamps = new Stamps(workspace, now);
  const day = date === null ? null : dayOf(date);
  const drawerOf = (sha256: string) => before?.drawers.get(sha256) ?? null;
  const answer = before === null ? null : answerFromSeal(workspace, stamps, before.remembered, drawerOf, day);
  if (before !== null && answer?.kind === 'shortcut') {
    const next = rememberNext(workspace, stamps, before.remembered, answer);
    return { checked: answer.checked, why: 'shortcut', memory: written(next, before) ?? before };
  }
  const places = new PlaceTable();
  const checked = checkBook(workspace, loadBook(workspace), day, null, false, { places });
  const why = answer?.kind === 'whole' ? answer.why : 'nothing';
  const current = answer?.kind === 'whole' && answer.current ? before : null;
  const next = rememberWhole(workspace, stamps, checked, places, current?.remembered);
  return { checked, why, memory: written(next, null) ?? current };
}

export function wholeAnswer(workspace: Workspace, date: string | null): unknown {
  return everything(checkBook(workspace, loadBook(workspace), date === null ? null : dayOf(date)));
}
