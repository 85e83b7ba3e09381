// Closing a day from a command line: what stands in the way, what is accepted, the preview, the seal.

import type { Command as Commander } from 'commander';
import { type Day, formatDay } from '../../core/day.js';
import type { Words } from '../../core/lang.js';
import { closeWords } from '../../core/messages/seal-commands.js';
import { isSlug } from '../../core/slugs.js';
import { quoted, visible } from '../../core/text.js';
import { type Acceptance, type ClosePlan, closeIn, isAcceptable, planClose } from '../../record/closing.js';
import { withTurn } from '../../record/session.js';
import { jsonPieces } from '../../render/json/envelope.js';
import { renderDiagnostics } from '../../render/terminal/diagnostics.js';
import { renderSeal, type Seal, sealPath } from '../../seal/seal.js';
import { sign } from '../../seal/sign.js';
import type { Say } from '../command.js';
import { Exit, UsageError } from '../exit.js';
import { listOption, type RawOptions, textOption } from '../options.js';
import { emit, note } from '../output.js';
import type { Session } from '../session.js';
import { agreed, declinedStatus, missing, now, sayFault, someStaff, staffCode } from './common.js';

function acceptanceOf(text: string): Acceptance {
  const [, check = '', at, reason = ''] = /^([a-z/-]+)(?:@([^=]+))?=(.*)$/su.exec(text) ?? [];
  if (!isSlug(check) || !isAcceptable(check) || reason.trim() === '') {
    throw new UsageError(closeWords.badAccept({ text: quoted(text) }), closeWords.badAcceptHint);
  }
  return { check, at: at ?? null, reason: reason.trim() };
}

function planOrThrow(session: Session, day: Day | null, acceptances: readonly Acceptance[]): ClosePlan {
  const plan = planClose(session.workspace, day, acceptances);
  if (plan === null) throw new UsageError(closeWords.noRows, closeWords.noRowsHint);
  return plan;
}

/** What stands in the way; one that may be accepted is named as --accept takes it. */
function standing({ day, left }: ClosePlan): Words {
  const one = left.find(({ code }) => isAcceptable(code));
  const accept = one === undefined ? null : `${one.code}@${one.at.file}:${one.at.line}`;
  return closeWords.errors({ day: formatDay(day), count: left.length, accept });
}

/** The answer itself, or a word beside the answer of another command. */
export type Where = 'answer' | 'beside';

/** The findings that stand in the way, or what was done; the sealed day's figures go with it in JSON. */
function answer(session: Session, plan: ClosePlan, words: Words, seal: Seal | null, where: Where): void {
  if (where === 'beside') {
    note(words[session.lang]);
    return;
  }
  const { lang, terminal, common } = session;
  const format = session.format(['text', 'json']);
  const checked = { ...plan.checked, diagnostics: seal === null ? plan.left : [] };
  const closed =
    seal === null ? null : { date: formatDay(seal.date), seal: sealPath(seal.date), digest: digestOf(seal) };
  const pieces = (): Iterable<string> => {
    if (format === 'json') return jsonPieces(session.outcome('close', checked), [['closed', closed]]);
    const findings = plan.left.length > 0 ? [renderDiagnostics(plan.left, { lang, ...terminal })] : [];
    return [...findings, `${visible(words[lang])}\n`];
  };
  emit(pieces(), common.output);
}

function digestOf(seal: Seal): string {
  return /"digest": "([^"]+)"/.exec(renderSeal(seal))?.[1] ?? '';
}

/** Closes a day of the book of a session; also the end of `nightly --close`. */
export async function closeDay(
  session: Session,
  asked: Day | null,
  raw: RawOptions,
  where: Where = 'answer',
): Promise<number> {
  const acceptances = listOption(raw, 'accept').map(acceptanceOf);
  const plan = planOrThrow(session, asked, acceptances);
  if (plan.already !== null) {
    answer(session, { ...plan, left: [] }, closeWords.already({ through: formatDay(plan.already) }), null, where);
    return Exit.good;
  }
  const [unused] = plan.unused;
  if (unused !== undefined) {
    const text = `${unused.check}${unused.at === null ? '' : `@${unused.at}`}`;
    throw new UsageError(closeWords.unusedAccept({ text }), closeWords.unusedAcceptHint);
  }
  if (plan.left.length > 0) {
    answer(session, plan, standing(plan), null, where);
    return Exit.findings;
  }
  const by = textOption(raw, 'by');
  if (by === null) throw missing([['--by', someStaff(session.book)]]);
  const member = staffCode(session.book, by);
  note(session.say(closeWords.preview({ day: formatDay(plan.day), accepted: plan.accepted.length })));
  if (!(await agreed(session))) return declinedStatus();

  const key = textOption(raw, 'sign');
  const done = withTurn(session.root, (turn) =>
    closeIn(turn, {
      day: plan.day,
      by: member,
      at: now(session.book).stamp,
      acceptances,
      sign: key === null ? null : (bytes) => sign(key, bytes),
    }),
  );
  if (!done.ok) return sayFault(done.fault, session.lang);
  const closed = done.value;
  switch (closed.kind) {
    case 'already':
      answer(session, plan, closeWords.already({ through: formatDay(closed.through) }), null, where);
      return Exit.good;
    case 'errors':
      answer(session, closed.plan, standing(closed.plan), null, where);
      return Exit.findings;
    case 'misplaced':
      for (const { path, line, day, afterLine } of closed.rows) {
        note(session.say(closeWords.misplaced({ path, line, day: formatDay(day), after: afterLine })));
      }
      return Exit.findings;
    case 'unsigned':
      throw new UsageError(closeWords.cannotSign({ reason: closed.reason }), closeWords.cannotSignHint);
    case 'closed': {
      const { seal } = closed;
      const day = formatDay(seal.date);
      answer(session, plan, closeWords.done({ day, seal: sealPath(seal.date), digest: digestOf(seal) }), seal, where);
      if (key !== null) note(session.say(closeWords.signed));
      return Exit.good;
    }
  }
}

export function declareClosing(self: Commander, say: Say): void {
  const collect = (value: string, before: readonly string[] = []): string[] => [...before, value];
  self
    .option('--by <staff>', say({ zh: '谁封账', en: 'who closes' }))
    .option(
      '--accept <what>',
      say({
        zh: '附理由接受一处差异：检查[@文件:行]=理由，可写多次',
        en: 'accept a finding: CHECK[@FILE:LINE]=REASON, repeatable',
      }),
      collect,
    )
    .option('--sign <key>', say({ zh: '用 SSH 密钥签名', en: 'sign with an SSH key' }))
    .option('--yes', say({ zh: '不再询问', en: 'do not ask' }));
}
