// taizhang reverse DOC: see src/cli/recording/reversal.ts.

import type { CommandModule } from '../command.js';
import { writerSession } from '../recording/common.js';
import { declareOptions } from '../recording/options.js';
import { reverse } from '../recording/reversal.js';

const command: CommandModule = {
  configure(self, say) {
    declareOptions(self, say);
    self.argument('[doc]', say({ zh: '要冲销的单号', en: 'the document to undo' }));
  },
  run: (args, options) => reverse(writerSession(options), args, options),
};

export const { configure, run } = command;
