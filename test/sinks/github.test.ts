// Annotations of GitHub Actions: one command a finding, its properties and its message as far as they go and no further.

import { expect, test } from 'vitest';
import { visible } from '../../src/core/text.js';
import { renderGithub } from '../../src/render/github.js';
import { findingsOf } from './made.js';
import { acting, each } from './strings.js';

const unescapeData = (text: string): string =>
  text.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%');
const unescapeProperty = (text: string): string => unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','));

test('a string stays in its property and in its message', () => {
  each((text) => {
    const written = renderGithub(findingsOf([text]), 'zh');
    expect(acting.exec(written)?.[0]).toBeUndefined();
    // Every kind of line end that a runner might break at.
    const lines = written.split(/[\n\r\u0085\u2028\u2029]/u);
    expect(lines.length).toBe(2);
    const [, kind, properties = '', message = ''] = /^::(\w+) ([^:]*)::(.*)$/u.exec(lines[0] ?? '') ?? [];
    expect(kind).toBe('error');
    const pairs = properties.split(',').map((pair) => pair.split('='));
    expect(pairs.map(([name]) => name)).toEqual(['file', 'line', 'col', 'endLine', 'endColumn', 'title']);
    const file = pairs[0]?.slice(1).join('=') ?? '';
    expect(unescapeProperty(file)).toBe(visible(`stock/${text}.csv`));
    expect(unescapeData(message)).toBe(text === '' ? '' : `${visible(text)}\n${visible(text)}`);
  });
});
