// The picture of the org chart, read by a strict XML parser: well-formed, and the elements that the program draws.

import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { renderOrgSvg } from '../../src/render/svg.js';
import { acting, each } from './strings.js';

function drawn(svg: string): { readonly elements: Record<string, number>; readonly other: string[] } {
  const elements: Record<string, number> = {};
  const other: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ name }) => {
    elements[name] = (elements[name] ?? 0) + 1;
  });
  for (const event of ['comment', 'cdata', 'doctype', 'processinginstruction'] as const) {
    parser.on(event, () => other.push(event));
  }
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(svg).close();
  return { elements, other };
}

test('a string is text wherever it stands', () => {
  each((text) => {
    const leaf = { title: text, leader: text, strength: text, missing: text, children: [] };
    const svg = renderOrgSvg(text, [{ ...leaf, missing: '', children: [leaf, leaf] }]);
    expect(acting.exec(svg)?.[0]).toBeUndefined();
    const { elements, other } = drawn(svg);
    expect(elements).toEqual({ svg: 1, title: 1 + 3, rect: 1 + 3, text: 1 + 2 * 3, g: 1 + 3, path: 2 });
    expect(other).toEqual([]);
  });
});
