// taizhang close [DATE]: seals the open days up to and including a day.

import type { CommandModule } from '../command.js';
import { dayArgument } from '../options.js';
import { closeDay, declareClosing } from '../recording/closing.js';
import { writerSession } from '../recording/common.js';

const command: CommandModule = {
  configure(self, say) {
    const about = say({
      zh: '封到哪一天（缺省：最后有记录的一天）',
      en: 'through which day (default: the last with rows)',
    });
    self.argument('[date]', about);
    declareClosing(self, say);
  },
  async run([date], options) {
    const session = writerSession(options);
    return await closeDay(session, date === undefined ? session.common.date : dayArgument(date, 'DATE'), options);
  },
};

export const { configure, run } = command;
