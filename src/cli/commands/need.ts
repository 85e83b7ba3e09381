// taizhang need list|show: what residents wait for, who must act now, and the story of one need.

import { EMPTY } from '../../book/vocabulary.js';
import { nearest } from '../../core/nearest.js';
import { partsOf } from '../../render/json/envelope.js';
import { needDocument, needListData, needListDocument, needStory } from '../../report/need.js';
import { printReport } from '../answer.js';
import type { CommandModule } from '../command.js';
import { UsageError } from '../exit.js';
import { siteNamed } from '../filters.js';
import { flagOption, textOption } from '../options.js';
import { Session } from '../session.js';

const verbs = ['list', 'show'];

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
  const unit = unitText === null ? null : book.units.find(unitText);
  if (unit !== null && unit < 0) {
    const near = book.units.suggest(unitText ?? '');
    throw new UsageError(
      { zh: `org.yaml 里没有组织“${unitText}”`, en: `org.yaml has no unit "${unitText}"` },
      near.length === 0 ? null : { zh: `是否为：${near.join('、')}`, en: `did you mean ${near.join(', ')}?` },
    );
  }
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
      .argument('[what]', say({ zh: 'list 未办结（缺省）、show 一条的经过', en: 'list (default) or show' }))
      .argument('[need]', say({ zh: '需求编号', en: 'number of the need' }))
      .option('--site <site>', say({ zh: '只看一个点位（编码或名称）', en: 'one site only (code or name)' }))
      .option('--unit <unit>', say({ zh: '只看一个组织承办或该它办的', en: 'only what a unit has or must act on' }))
      .option('--overdue', say({ zh: '只看超时的', en: 'overdue ones only' }));
  },
  run(args, options) {
    const [what = 'list', number] = args;
    if (!verbs.includes(what)) {
      throw new UsageError(
        { zh: `need 没有“${what}”`, en: `need has no "${what}"` },
        { zh: `可用：${verbs.join('、')}`, en: `use ${verbs.join(', ')}` },
      );
    }
    const session = new Session(options);
    if (what === 'show') return show(session, number);
    return list(session, textOption(options, 'unit'), textOption(options, 'site'), flagOption(options, 'overdue'));
  },
};

export const { configure, run } = command;
