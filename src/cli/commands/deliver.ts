// taizhang deliver DOC: see src/cli/recording/delivery.ts.

import type { CommandModule } from '../command.js';
import { writerSession } from '../recording/common.js';
import { deliver } from '../recording/delivery.js';
import { declareOptions } from '../recording/options.js';

const command: CommandModule = {
  configure(self, say) {
    declareOptions(self, say);
    const collect = (value: string, before: readonly string[] = []): string[] => [...before, value];
    self
      .argument('[doc]', say({ zh: '发出时的单号', en: 'the document that was dispatched' }))
      .option('--site <site>', say({ zh: '签收点位', en: 'the site that signs' }))
      .option('--damaged <quantity>', say({ zh: '其中破损', en: 'how much arrived damaged' }), collect)
      .option(
        '--settle <how>',
        say({ zh: '未到的：returned 退回，lost 丢失', en: 'what is missing was returned, or is lost' }),
      );
  },
  run: (args, options) => deliver(writerSession(options), args, options),
};

export const { configure, run } = command;
