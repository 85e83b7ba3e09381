// A page and findings with one naughty string in every place that takes text.

import type { Diagnostic } from '../../src/core/finding.js';
import { ONE } from '../../src/core/quantity.js';
import type { Document } from '../../src/report/document.js';
import { column, figure, heading, list, notice, paragraph, table, toned } from '../../src/report/document.js';
import { diagnostic, span } from '../render/samples.js';

const same = (text: string) => ({ zh: text, en: text });

export const COLUMNS = [
  column('name', same('物资'), 'text'),
  column('code', same('编码'), 'code'),
  column('day', same('日期'), 'day'),
  column('qty', same('数量'), 'quantity'),
  column('spec', same('规格'), 'text'),
];

/** Two rows a string, so that what one leaves open would swallow the other. */
export function pageOf(strings: readonly string[]): Document {
  return {
    title: strings.join(' ').slice(0, 500),
    subtitle: strings[0] ?? '',
    incomplete: false,
    blocks: strings.flatMap((text) => [
      heading(text),
      paragraph(text),
      notice('bad', text),
      list([text, text]),
      table(COLUMNS, [
        [text, text, 19_004, -5 * ONE, toned(text, 'bad')],
        [text, text, 19_005, figure(-0.5 * ONE, true), text],
      ]),
    ]),
  };
}

export const BLOCKS_A_STRING = 5;

/** A string as the name of a file, as what is said, as the line it was found in, as what is related. */
export function findingsOf(strings: readonly string[]): Diagnostic[] {
  return strings.flatMap((text) => {
    const points = [...text].length;
    const at = span(`stock/${text}.csv`, 2, 3, 3 + points);
    const made = diagnostic({
      at,
      excerpt: `a,${text},b`,
      related: [{ at, tell: () => text }],
    });
    return [{ ...made, tell: () => ({ message: text, hint: text }) }];
  });
}
