// taizhang undo: takes back the last document recorded here, while its day is open.

import { ledgerNames } from '../../book/columns.js';
import { undoWords } from '../../core/messages/record-night.js';
import { closedThrough } from '../../record/closed.js';
import { nodeDisk } from '../../record/disk.js';
import { refuse } from '../../record/fault.js';
import { bytesOf } from '../../record/overlay.js';
import { Turn, withTurn } from '../../record/session.js';
import { lastRecorded, type Remembered, takeBack } from '../../record/undo.js';
import { datedRows } from '../../seal/dated.js';
import type { CommandModule } from '../command.js';
import { Exit, UsageError } from '../exit.js';
import { emitLines, note } from '../output.js';
import { agreed, declinedStatus, sayFault, writerSession } from '../recording/common.js';

/** The lines that would go, file by file. */
function linesIn(turn: Turn, { parts }: Remembered): { readonly file: string; readonly lines: readonly string[] }[] {
  return parts.map(({ file, from, to }) => {
    const text = new TextDecoder().decode(bytesOf(turn.workspace, file).subarray(from, to));
    const lines = text.split(/\r?\n/).filter((line) => line !== '');
    return { file, lines: from === 0 ? lines.slice(1) : lines };
  });
}

/** Nothing of a closed day is taken back. */
function mustBeOpen(turn: Turn, { parts }: Remembered): void {
  const closed = closedThrough(turn.workspace);
  if (closed === null) return;
  for (const { file, from } of parts) {
    const ledger = ledgerNames.find((name) => file.startsWith(`${name}/`));
    if (ledger === undefined) continue;
    const day = datedRows(turn.workspace, ledger, file).find((row) => row.record + 3 >= from && row.day <= closed)?.day;
    if (day !== undefined) refuse({ kind: 'closed', day, closedThrough: closed });
  }
}

const command: CommandModule = {
  configure(self, say) {
    self.option('--yes', say({ zh: '不再询问', en: 'do not ask' }));
  },
  async run(_args, options) {
    const session = writerSession(options);
    const { lang, root, workspace, common } = session;
    const look = new Turn(root, nodeDisk, workspace);
    const last = lastRecorded(look);
    if (last === null) throw new UsageError(undoWords.nothing, undoWords.nothingHint);
    const shown = linesIn(look, last);
    for (const { file, lines } of shown) {
      note(undoWords.preview({ file })[lang]);
      for (const line of lines) note(`    ${line}`);
    }
    if (!(await agreed(session))) return declinedStatus();
    const done = withTurn(root, (turn) => {
      const now = lastRecorded(turn);
      if (now === null || JSON.stringify(now) !== JSON.stringify(last)) {
        return refuse({ kind: 'changed', file: last.parts[0]?.file ?? '' });
      }
      mustBeOpen(turn, now);
      takeBack(turn, now);
    });
    if (!done.ok) return sayFault(done.fault, lang);
    const lines = shown.reduce((sum, one) => sum + one.lines.length, 0);
    emitLines([undoWords.done({ lines, files: shown.map(({ file }) => file) })[lang]], common.output);
    return Exit.good;
  },
};

export const { configure, run } = command;
