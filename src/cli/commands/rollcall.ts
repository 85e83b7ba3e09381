// taizhang rollcall: how far each list is, who is still to be reached, who tried last.

import { partsOf } from '../../render/json/envelope.js';
import { rollcallData, rollcallDocument, rollcallsOf } from '../../report/rollcall.js';
import { printReport } from '../answer.js';
import type { CommandModule } from '../command.js';
import { textOption } from '../options.js';
import { Session } from '../session.js';

const command: CommandModule = {
  configure(self, say) {
    self.option(
      '--list <name>',
      say({ zh: '只看一份名单（名称或其中几个字）', en: 'one list only (its name or a part of it)' }),
    );
  },
  run(_args, options) {
    const session = new Session(options);
    const { book } = session;
    const { checked, day } = session.figures();
    const lists = rollcallsOf(book, day, textOption(options, 'list'));
    return printReport(session, {
      command: 'rollcall',
      checked,
      document: rollcallDocument(book, lists, day),
      parts: () => partsOf(rollcallData(lists)),
      rows: () => rollcallData(lists).lists,
    });
  },
};

export const { configure, run } = command;
