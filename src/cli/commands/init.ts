// taizhang init [DIR]: a new book, empty but for its settings and the headers of its registers.

import path from 'node:path';
import { columnsOf, type RegisterName } from '../../book/columns.js';
import { isFree, writeNew } from '../../record/create.js';
import { inertJson } from '../../render/json/inert.js';
import type { CommandModule } from '../command.js';
import { Exit, UsageError } from '../exit.js';
import { textOption } from '../options.js';
import { emitLines } from '../output.js';
import { Speaker } from '../session.js';

const BOM = '\uFEFF';
const registers: readonly RegisterName[] = ['items', 'sites', 'staff', 'parties'];

function headerOf(register: RegisterName, chinese: boolean): string {
  return `${columnsOf(register)
    .map(({ name, zh }) => (chinese ? (zh[0] ?? name) : name))
    .join(',')}\n`;
}

function settings(title: string, chinese: boolean): string {
  // JSON strings are YAML strings: whatever the title holds stays a title.
  const name = inertJson(JSON.stringify(title));
  return chinese
    ? `title: ${name}\nlanguage: zh-CN\ntimezone: Asia/Shanghai\nexcel: yes        # 新文件带 BOM，Excel 和 WPS 打开不乱码\n`
    : `title: ${name}\nlanguage: en\nexcel: no\n`;
}

const command: CommandModule = {
  configure(self, say) {
    self
      .argument('[dir]', say({ zh: '台账目录（缺省：当前目录）', en: 'the folder (default: this one)' }))
      .option('--title <title>', say({ zh: '台账名称', en: 'what the book is called' }));
  },
  run([dir = '.'], options) {
    const speaker = new Speaker(options);
    const target = path.resolve(dir);
    if (!isFree(target)) {
      throw new UsageError(
        { zh: `${dir} 里已有文件，没有改动`, en: `${dir} is not empty, and nothing was changed` },
        { zh: '换一个空文件夹：taizhang init 新文件夹', en: 'name an empty folder: taizhang init NEWFOLDER' },
      );
    }
    const chinese = speaker.lang === 'zh';
    const files: Record<string, string> = {
      'taizhang.yaml': settings(textOption(options, 'title') ?? path.basename(target), chinese),
    };
    for (const register of registers) files[`${register}.csv`] = (chinese ? BOM : '') + headerOf(register, chinese);
    writeNew(target, files);
    const names = Object.keys(files).join(chinese ? '、' : ', ');
    emitLines(
      [
        speaker.say({ zh: `新台账在 ${dir}：${names}`, en: `A new book is in ${dir}: ${names}` }),
        speaker.say({
          zh: '接下来：在 items.csv 登记物资、sites.csv 登记点位，然后把出入库记在 stock/日期.csv，运行 taizhang check',
          en: 'Next: list the goods in items.csv and the places in sites.csv, record movements in stock/DATE.csv, and run "taizhang check"',
        }),
      ],
      speaker.common.output,
    );
    return Exit.good;
  },
};

export const { configure, run } = command;
