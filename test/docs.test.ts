// The manual and the README say what the program does: pages made from the source are fresh, transcripts are real,
// links lead somewhere.

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checksPage, withTables } from '../scripts/docs/pages.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const read = (name: string): string => readFileSync(`${root}${name}`, 'utf8');
const pages = ['README.md', ...readdirSync(`${root}docs`).map((name) => `docs/${name}`)].filter((name) =>
  name.endsWith('.md'),
);

describe('pages made from the source are fresh (node scripts/docs.mjs)', () => {
  test('docs/checks.md', () => {
    expect(read('docs/checks.md')).toBe(checksPage());
  });

  test.each(['docs/book.md', 'docs/commands.md'])('%s', (name) => {
    expect(read(name)).toBe(withTables(read(name)));
  });
});

describe('the README', () => {
  const readme = read('README.md');
  const transcripts = [...readme.matchAll(/<!-- transcript: (.+?) -->\n```\n([\s\S]*?)```/gu)].map(
    ([, source = '', text = '']) => [source, text] as const,
  );

  test('shows transcripts', () => {
    expect(transcripts.length).toBeGreaterThanOrEqual(3);
  });

  test.each(transcripts)('%s is what the program prints', (source, text) => {
    const printed = source.startsWith('taizhang ')
      ? execFileSync(process.execPath, ['bin/taizhang.js', ...source.split(' ').slice(1)], {
          cwd: root,
          encoding: 'utf8',
        })
      : read(source);
    let from = 0;
    // What stands between two ellipses stands in the output as it is, one part after the other.
    for (const part of text.split(/^…$/mu).map((one) => one.trim())) {
      const at = printed.indexOf(part, from);
      expect(at, part).toBeGreaterThanOrEqual(0);
      from = at + part.length;
    }
  });
});

describe('every page', () => {
  test.each(pages)('%s: links lead to a file', (page) => {
    const links = [...read(page).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/gu)].map(([, link = '']) => link);
    const broken = links.filter(
      (link) => !/^https?:/u.test(link) && !existsSync(path.join(root, path.dirname(page), link)),
    );
    expect(broken).toEqual([]);
  });

  test.each(pages)('%s names no machine and no path of one', (page) => {
    expect(read(page)).not.toMatch(/\/home\/|\/root\/|\/tmp\/|\/work\/|localhost/u);
  });
});
