// taizhang roster: who is where on a day, and which sites have nobody.

import { matchable } from '../../core/text.js';
import { partsOf } from '../../render/json/envelope.js';
import { rosterData, rosterDocument } from '../../report/roster.js';
import { printReport } from '../answer.js';
import type { CommandModule } from '../command.js';
import { UsageError } from '../exit.js';
import { siteNamed } from '../filters.js';
import { textOption } from '../options.js';
import { Session } from '../session.js';

function memberNamed(session: Session, text: string): number {
  const { resolver, staff } = session.book;
  const member = resolver.staff.valueOfText(text);
  if (member >= 0) return member;
  const found = staff.directory.find(matchable(text)).map((index) => staff.all[index]!.code);
  const near = found.length > 0 ? found : staff.directory.suggest(matchable(text));
  throw new UsageError(
    found.length > 1
      ? { zh: `“${text}”对应多个人`, en: `"${text}" fits several people` }
      : { zh: `staff.csv 里没有“${text}”`, en: `staff.csv has no "${text}"` },
    near.length === 0 ? null : { zh: `是否为：${near.join('、')}`, en: `did you mean ${near.join(', ')}?` },
  );
}

const command: CommandModule = {
  configure(self, say) {
    self
      .option('--site <site>', say({ zh: '只看一个点位（编码或名称）', en: 'one site only (code or name)' }))
      .option('--staff <person>', say({ zh: '只看一个人（工号或姓名）', en: 'one person only (code or name)' }));
  },
  run(_args, options) {
    const session = new Session(options);
    const { book } = session;
    const { checked, figures } = session.figures();
    const { people } = checked;
    const site = textOption(options, 'site');
    const staff = textOption(options, 'staff');
    const filter = {
      site: site === null ? null : siteNamed(book, site),
      member: staff === null ? null : memberNamed(session, staff),
    };
    const data = () => rosterData(book, people, filter);
    return printReport(session, {
      command: 'roster',
      checked,
      document: rosterDocument(book, people, figures, filter),
      parts: () => partsOf(data()),
      rows: () => data().roster,
    });
  },
};

export const { configure, run } = command;
