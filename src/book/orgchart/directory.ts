// What the words for org units mean: an id of the chart first, else a name; without a chart each word is taken as it stands.

import { matchable } from '../../core/text.js';
import { Directory } from '../register/directory.js';
import { AMBIGUOUS, Names, UNKNOWN, Vocabulary } from '../vocabulary.js';
import type { OrgChart } from './chart.js';

export class UnitDirectory {
  /** Is there a chart to look units up in? */
  readonly present: boolean;
  readonly vocabulary: Vocabulary;
  private readonly directory = new Directory();
  private readonly free = new Names();
  private readonly looked = new Map<string, number>();

  constructor(readonly chart: OrgChart | null) {
    this.present = chart !== null;
    for (const [index, { id, name }] of (chart?.units ?? []).entries()) {
      const code = matchable(id.value);
      if (code !== '') this.directory.addCode(code, index);
      this.directory.addName(matchable(name), index);
    }
    this.vocabulary = new Vocabulary((text) => this.find(text));
  }

  /** Index of the unit in the chart, UNKNOWN or AMBIGUOUS; without a chart a number for the word. */
  find(text: string): number {
    if (!this.present) return this.free.of(text);
    let unit = this.looked.get(text);
    if (unit === undefined) {
      const found = this.directory.find(matchable(text));
      unit = found.length === 0 ? UNKNOWN : found.length > 1 ? AMBIGUOUS : found[0]!;
      this.looked.set(text, unit);
    }
    return unit;
  }

  suggest(text: string): string[] {
    return this.directory.suggest(matchable(text));
  }

  /** Ids of the units that a word fits. */
  candidates(text: string): string[] {
    return this.directory.find(matchable(text)).map((index) => this.id(index));
  }

  id(unit: number): string {
    if (unit < 0) return '';
    return this.chart === null ? this.free.text(unit) : (this.chart.units[unit]?.id.value ?? '');
  }

  name(unit: number): string {
    if (unit < 0) return '';
    return this.chart === null ? this.free.text(unit) : (this.chart.units[unit]?.name ?? '');
  }
}
