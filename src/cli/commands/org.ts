// taizhang org [tree|show ID|coverage]: the chart, one unit of it, and who covers which site.

import { peopleTitles } from '../../core/messages/people-report.js';
import type { ChartPeople } from '../../people/chart.js';
import { partsOf } from '../../render/json/envelope.js';
import { orgData, orgDocument } from '../../report/org.js';
import { unitTree } from '../../report/orgpicture.js';
import { unitDocument, unitPage } from '../../report/orgshow.js';
import { staffData, staffDocument } from '../../report/staff.js';
import { printReport } from '../answer.js';
import type { CommandModule } from '../command.js';
import { Exit, UsageError } from '../exit.js';
import { emit } from '../output.js';
import { Session } from '../session.js';
import { unitNamed } from '../units.js';

const verbs = ['tree', 'show', 'coverage'];

function chartOf(session: Session): ChartPeople {
  const { chart } = session.checked().people;
  if (chart !== null) return chart;
  throw new UsageError(
    { zh: '台账里没有 org.yaml，或它读不出来', en: 'the book has no org.yaml that can be read' },
    {
      zh: '先写 org.yaml；三行就够，见 docs/people.md',
      en: 'write org.yaml first: three lines will do, see docs/people.md',
    },
  );
}

async function picture(session: Session): Promise<number> {
  const { book, lang } = session;
  const { people } = session.checked();
  const chart = chartOf(session);
  const { renderOrgSvg } = await import('../../render/svg.js');
  const title = [book.settings.title ?? '', peopleTitles.org[lang]].filter((part) => part !== '').join(' · ');
  emit([renderOrgSvg(title, unitTree(book, people, chart, lang))], session.common.output);
  return Exit.good;
}

const command: CommandModule = {
  configure(self, say) {
    self
      .argument(
        '[what]',
        say({ zh: 'tree 架构（缺省）、show 一个组织、coverage 点位值守', en: 'tree (default), show or coverage' }),
      )
      .argument('[id]', say({ zh: 'show 的组织编码或名称', en: 'for show: id or name of the unit' }));
  },
  run(args, options) {
    const [what = 'tree', id] = args;
    if (!verbs.includes(what)) {
      throw new UsageError(
        { zh: `org 没有“${what}”`, en: `org has no "${what}"` },
        { zh: '可用：org、org show 编码、org coverage', en: 'use org, org show ID or org coverage' },
      );
    }
    const session = new Session(options);
    const { book } = session;
    if (what === 'tree' && session.common.format?.toLowerCase() === 'svg') return picture(session);
    const checked = session.checked();
    const { people, day } = checked;
    const { showPersonal } = session.common;
    if (what === 'coverage') {
      const { figures } = session.figures();
      return printReport(session, {
        command: 'org coverage',
        checked,
        document: staffDocument(book, people, figures, { showPersonal }),
        parts: () => partsOf(staffData(book, people)),
        rows: () => staffData(book, people).coverage,
      });
    }
    if (what === 'show') {
      if (id === undefined) {
        throw new UsageError(
          { zh: 'show 要指明一个组织', en: 'show wants a unit' },
          { zh: '例：taizhang org show HQ', en: 'for example: taizhang org show HQ' },
        );
      }
      const chart = chartOf(session);
      const unit = unitNamed(session, id);
      return printReport(session, {
        command: 'org show',
        checked,
        document: unitDocument(book, people, chart, unit, { day, showPersonal }),
        parts: () => partsOf(unitPage(book, people, chart, unit, showPersonal)),
      });
    }
    const data = () => orgData(book, people);
    return printReport(session, {
      command: 'org',
      checked,
      document: orgDocument(book, people, day),
      parts: () => partsOf(data()),
      rows: () => data().units,
    });
  },
};

export const { configure, run } = command;
