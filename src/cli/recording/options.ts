// The options of every command that records, declared once.

import type { Command as Commander } from 'commander';
import type { Words } from '../../core/lang.js';
import type { Say } from '../command.js';

const words: Readonly<Record<string, Words>> = {
  'doc <number>': { zh: '单号（缺省：自动续号）', en: 'document number (default: the next one)' },
  'item <item>': {
    zh: '物资：编码、名称或别名；几种物资写几次',
    en: 'item by code, name or alias; once for each line',
  },
  'spec <spec>': { zh: '规格', en: 'specification' },
  'lot <lot>': { zh: '批号', en: 'lot' },
  'expiry <date>': { zh: '效期', en: 'expiry date' },
  'qty <quantity>': { zh: '数量，可带单位：3箱', en: 'quantity, with its unit if you like: 3箱' },
  'unit <unit>': { zh: '单位', en: 'unit' },
  'note <text>': { zh: '备注', en: 'note' },
  'from <place>': { zh: '来源', en: 'where from' },
  'to <place>': { zh: '去向', en: 'where to' },
  'by <staff>': { zh: '经办人', en: 'who does it' },
  'checked-by <staff>': { zh: '复核人（不能是同一人）', en: 'the second person' },
  'ref <document>': { zh: '关联单号', en: 'the document it refers to' },
};

const repeated = new Set(['item', 'spec', 'lot', 'expiry', 'qty', 'unit', 'note']);

export function declareOptions(self: Commander, say: Say): void {
  const collect = (value: string, before: readonly string[] = []): string[] => [...before, value];
  for (const [flags, about] of Object.entries(words)) {
    const name = flags.split(' ')[0] ?? '';
    if (repeated.has(name)) self.option(`--${flags}`, say(about), collect);
    else self.option(`--${flags}`, say(about));
  }
  self
    .option(
      '--stdin <format>',
      say({ zh: '从标准输入读几行：csv 或 json', en: 'lines on standard input: csv or json' }),
    )
    .option('--yes', say({ zh: '不再询问，直接写入', en: 'write without asking' }));
}
