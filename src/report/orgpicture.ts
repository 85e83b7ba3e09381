// The chart as a tree for a picture: each unit with its leader, its strength and what it lacks.

import type { Book } from '../book/book.js';
import type { Lang, Words } from '../core/lang.js';
import { type ChartPeople, leaderName } from '../people/chart.js';
import type { People } from '../people/survey.js';
import { missingText, strengthByUnit, strengthText } from './org.js';

/** The same shape as the picture's nodes. */
export interface UnitNode {
  readonly title: string;
  readonly leader: string;
  readonly strength: string;
  readonly missing: string;
  readonly children: readonly UnitNode[];
}

export function unitTree(book: Book, people: People, chart: ChartPeople, lang: Lang): UnitNode[] {
  const strength = strengthByUnit(people);
  const children = new Map<number, number[]>();
  for (const [unit, parent] of chart.parentOf.entries()) {
    children.set(parent, [...(children.get(parent) ?? []), unit]);
  }
  const lacking = (words: Words): string =>
    words[lang] === '' ? '' : lang === 'zh' ? `缺 ${words.zh}` : `missing: ${words.en}`;
  const node = (unit: number): UnitNode => {
    const lines = strength.get(unit) ?? [];
    const { name, id } = chart.chart.units[unit]!;
    return {
      title: name === '' ? id.value : name,
      leader: leaderName(book, chart, unit),
      strength: strengthText(lines),
      missing: lacking(missingText(lines)),
      children: (children.get(unit) ?? []).map(node),
    };
  };
  return (children.get(-1) ?? []).map(node);
}
