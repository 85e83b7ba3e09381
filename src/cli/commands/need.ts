// taizhang need: what residents wait for and who must act, the story of one need, and the events that are recorded.

import { needEventNames } from '../../book/ledger/needs.js';
import { EMPTY } from '../../book/vocabulary.js';
import { nearest } from '../../core/nearest.js';
import { partsOf } from '../../render/json/envelope.js';
import { needDocument, needListData, needListDocument, needStory } from '../../report/need.js';
import { printReport } from '../answer.js';
import type { CommandModule } from '../command.js';
import { UsageError } from '../exit.js';
import { siteNamed } from '../filters.js';
import { flagOption, textOption } from '../options.js';
import { writerSession } from '../recording/common.js';
import { Session } from '../session.js';
import { unitNamed } from '../units.js';

const verbs = ['list', 'show', ...needEventNames];

export function needNamed(session: Session, text: string): number {
  const { needs } = session.book.needs;
  const need = text.trim() === '' ? EMPTY : numbersOf(session).get(text.trim());
  if (need !== undefined && need >= 0) return need;
  const near = nearest(text, numbersOf(session).keys());
  throw new UsageError(
    { zh: `没有需求“${text}”`, en: `there is no need "${text}"` },
    near.length === 0 || needs.size === 0
      ? { zh: 'taizhang need list 列出未办结的需求', en: '"taizhang need list" lists those that are open' }
      : { zh: `是否为：${near.join('、')}`, en: `did you mean ${near.join(', ')}?` },
  );
}

function numbersOf({ book: { needs } }: Session): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (let row = 0; row < needs.length; row++) {
    const need = needs.need.data[row]!;
    numbers.set(needs.needs.text(need), need);
  }
  return numbers;
}

function list(session: Session, unitText: string | null, siteText: string | null, overdue: boolean): number {
  const { book } = session;
  const { checked, figures, day } = session.figures();
  const unit = unitText === null ? null : unitNamed(session, unitText);
  const filter = { site: siteText === null ? null : siteNamed(book, siteText), unit, overdue };
  const data = () => needListData(book, checked.people, day, filter);
  return printReport(session, {
    command: 'need list',
    checked,
    document: needListDocument(book, checked.people, figures, filter),
    parts: () => partsOf(data()),
    rows: () => data().needs,
  });
}

function show(session: Session, number: string | undefined): number {
  if (number === undefined) {
    throw new UsageError(
      { zh: 'show 要指明需求编号', en: 'show wants the number of a need' },
      { zh: '例：taizhang need show XQ20220112-001', en: 'for example: taizhang need show XQ20220112-001' },
    );
  }
  const { checked, day } = session.figures();
  const { book } = session;
  const need = needNamed(session, number);
  const { people } = checked;
  const lives = people.needs;
  if (lives === null) return 0;
  return printReport(session, {
    command: 'need show',
    checked,
    document: needDocument(book, people, lives, need, day),
    parts: () => partsOf(needStory(book, people, lives, need, day)),
  });
}

const command: CommandModule = {
  configure(self, say) {
    self
      .argument(
        '[what]',
        say({
          zh: 'list 未办结（缺省）、show 一条的经过；记事：raise 提出、assign 交办、escalate 上报、resolve 办结、reopen 重开、cancel 撤销',
          en: 'list (default) or show; to record: raise, assign, escalate, resolve, reopen, cancel',
        }),
      )
      .argument('[need]', say({ zh: '需求编号', en: 'number of the need' }))
      .option('--site <site>', say({ zh: '点位（编码或名称）', en: 'the site (code or name)' }))
      .option(
        '--unit <unit>',
        say({
          zh: '承办组织；上报时缺省为上一级',
          en: 'the unit that has it; escalate goes to the next above by default',
        }),
      )
      .option('--overdue', say({ zh: 'list：只看超时的', en: 'list: overdue ones only' }))
      .option('--person <code>', say({ zh: '对象（代码，不写姓名）', en: 'whom it is about: a code, never a name' }))
      .option('--category <words>', say({ zh: '类别', en: 'what kind of need' }))
      .option('--priority <word>', say({ zh: '紧急程度：常规、紧急、特急', en: 'routine, urgent or critical' }))
      .option('--time <time>', say({ zh: '几点（缺省：现在）', en: 'at what time (default: now)' }))
      .option('--by <name>', say({ zh: '经办人', en: 'who does it' }))
      .option('--note <text>', say({ zh: '备注', en: 'note' }))
      .option('--yes', say({ zh: '不再询问，直接写入', en: 'write without asking' }));
  },
  async run(args, options) {
    const [what = 'list', number] = args;
    if (!verbs.includes(what)) {
      throw new UsageError(
        { zh: `need 没有“${what}”`, en: `need has no "${what}"` },
        { zh: `可用：${verbs.join('、')}`, en: `use ${verbs.join(', ')}` },
      );
    }
    const event = needEventNames.find((one) => one === what);
    if (event !== undefined) {
      const { needEvent } = await import('../recording/needs.js');
      return await needEvent(writerSession(options), event, number, options);
    }
    const session = new Session(options);
    if (what === 'show') return show(session, number);
    return list(session, textOption(options, 'unit'), textOption(options, 'site'), flagOption(options, 'overdue'));
  },
};

export const { configure, run } = command;
