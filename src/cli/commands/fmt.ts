// taizhang fmt: canonical layout of open ledgers; never of what is sealed.

import { type LedgerName, ledgerNames } from '../../book/columns.js';
import { ledgerFiles } from '../../book/load.js';
import { fmtWords } from '../../core/messages/record-night.js';
import { formatted } from '../../record/format.js';
import { bytesOf } from '../../record/overlay.js';
import { withTurn } from '../../record/session.js';
import { readChain } from '../../seal/chain.js';
import { hold, pinsOf } from '../../seal/pins.js';
import type { Workspace } from '../../source/workspace.js';
import type { CommandModule } from '../command.js';
import { Exit } from '../exit.js';
import { flagOption } from '../options.js';
import { emitLines } from '../output.js';
import { sayFault, writerSession } from '../recording/common.js';

interface Plan {
  readonly changes: { readonly file: string; readonly bytes: Uint8Array }[];
  readonly skipped: string[];
}

function plan(workspace: Workspace): Plan {
  const made: Plan = { changes: [], skipped: [] };
  const pins = pinsOf(readChain(workspace).links);
  const files = ledgerNames.flatMap((ledger): [LedgerName, string][] =>
    ledgerFiles(workspace, ledger).map((file) => [ledger, file]),
  );
  for (const [ledger, file] of files) {
    const pin = pins.get(file);
    const held = pin === undefined ? null : hold(workspace, pin);
    // A file that is not what was sealed is evidence now.
    if (held !== null && held.differences.length > 0) continue;
    const bytes = bytesOf(workspace, file);
    const after = formatted(ledger, file, bytes, held?.sealedLines ?? 0);
    if (after === null) made.skipped.push(file);
    else if (after !== bytes) made.changes.push({ file, bytes: after });
  }
  return made;
}

const command: CommandModule = {
  configure(self, say) {
    self.option(
      '--check',
      say({ zh: '只看，不改：有没整理的就返回 1', en: 'only look: exit 1 where something is not in order' }),
    );
  },
  run(_args, options) {
    const session = writerSession(options);
    const { lang, root, common } = session;
    const only = flagOption(options, 'check');
    const say = ({ changes, skipped }: Plan): void => {
      const lines = changes.map(({ file }) => (only ? fmtWords.would({ file }) : fmtWords.changed({ file })));
      const left = skipped.map((file) => fmtWords.skipped({ file }));
      const words = changes.length + skipped.length === 0 ? [fmtWords.clean] : [...lines, ...left];
      emitLines(
        words.map((one) => one[lang]),
        common.output,
      );
    };
    if (only) {
      const made = plan(session.workspace);
      say(made);
      return made.changes.length > 0 ? Exit.findings : Exit.good;
    }
    const done = withTurn(root, (turn) => {
      const made = plan(turn.workspace);
      for (const { file, bytes } of made.changes) turn.put(file, bytes);
      return made;
    });
    if (!done.ok) return sayFault(done.fault, lang);
    say(done.value);
    return Exit.good;
  },
};

export const { configure, run } = command;
