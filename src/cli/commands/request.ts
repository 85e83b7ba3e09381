// taizhang request: see src/cli/recording/requests.ts.

import type { CommandModule } from '../command.js';
import { writerSession } from '../recording/common.js';
import { declareOptions } from '../recording/options.js';
import { request } from '../recording/requests.js';

const command: CommandModule = {
  configure(self, say) {
    declareOptions(self, say);
    self
      .option('--site <site>', say({ zh: '申请单位', en: 'the site that asks' }))
      .option('--needed-by <date>', say({ zh: '需求日期', en: 'by which day' }))
      .option('--priority <word>', say({ zh: '紧急程度：常规、紧急、特急', en: 'routine, urgent or critical' }));
  },
  run: (_args, options) => request(writerSession(options), options),
};

export const { configure, run } = command;
