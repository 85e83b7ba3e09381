// A unit of the chart as it is named on the command line.

import { AMBIGUOUS, UNKNOWN } from '../book/vocabulary.js';
import { UsageError } from './exit.js';
import type { Session } from './session.js';

export function unitNamed(session: Session, text: string): number {
  const { units } = session.book;
  const unit = units.find(text);
  if (unit >= 0) return unit;
  const near = unit === AMBIGUOUS ? units.candidates(text) : units.suggest(text);
  throw new UsageError(
    unit === UNKNOWN
      ? { zh: `org.yaml 里没有组织“${text}”`, en: `org.yaml has no unit "${text}"` }
      : { zh: `“${text}”对应多个组织`, en: `"${text}" fits several units` },
    near.length === 0
      ? { zh: 'taizhang org 列出全部组织', en: '"taizhang org" lists all units' }
      : { zh: `是否为：${near.join('、')}`, en: `did you mean ${near.join(', ')}?` },
  );
}
