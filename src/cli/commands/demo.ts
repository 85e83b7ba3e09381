// taizhang demo [DIR]: a copy of the sample book to try things on.

import path from 'node:path';
import { copyNew, isFree } from '../../record/create.js';
import type { CommandModule } from '../command.js';
import { Exit, UsageError } from '../exit.js';
import { emitLines } from '../output.js';
import { packageRoot } from '../packageroot.js';
import { shellWord } from '../recording/common.js';
import { Speaker } from '../session.js';

const command: CommandModule = {
  configure(self, say) {
    self.argument('[dir]', say({ zh: '放在哪里（缺省：./shizhu）', en: 'where to put it (default: ./shizhu)' }));
  },
  run([dir = 'shizhu'], options) {
    const speaker = new Speaker(options);
    const target = path.resolve(dir);
    if (!isFree(target)) {
      throw new UsageError(
        { zh: `${dir} 里已有文件，没有覆盖`, en: `${dir} is not empty, and nothing is overwritten` },
        { zh: '换一个文件夹：taizhang demo 新文件夹', en: 'name another folder: taizhang demo NEWFOLDER' },
      );
    }
    copyNew(path.join(packageRoot, 'data', 'shizhu'), target);
    const done = speaker.say({
      zh: `样例台账已复制到 ${dir}（内容是虚构的）。接下来：`,
      en: `The sample book is in ${dir} (what it holds is made up). Next:`,
    });
    const next = [`  cd ${shellWord(dir)}`, '  taizhang nightly', '  taizhang report card --item 防护服'];
    emitLines([done, ...next], speaker.common.output);
    return Exit.good;
  },
};

export const { configure, run } = command;
