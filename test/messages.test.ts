// The catalogue of messages, entry by entry: both languages are there, differ, and say nothing unfinished.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { registry } from '../src/checks/registry.js';
import { slugs } from '../src/core/slugs.js';
import { callsOf, type Scope } from './messages/signature.js';

const folder = new URL('../src/core/messages/', import.meta.url);
const han = /\p{Script=Han}/u;
const unfinished = /undefined|\bNaN\b|\[object|\$\{|\bTODO\b/u;

/** One sentence in both languages, as somebody would hear it. */
interface Heard {
  readonly zh: string;
  readonly en: string;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** What a value of the catalogue says: words, a telling with its hint, or a sentence for each language. */
function heard(value: unknown): Heard[] | null {
  if (isRecord(value) && typeof value.zh === 'string' && typeof value.en === 'string') {
    return [{ zh: value.zh, en: value.en }];
  }
  if (typeof value !== 'function') return null;
  const [zh, en]: unknown[] = [value('zh'), value('en')];
  if (typeof zh === 'string' && typeof en === 'string') return [{ zh, en }];
  if (!isRecord(zh) || !isRecord(en)) return null;
  return ['message', 'hint'].map((part) => ({ zh: String(zh[part] ?? ''), en: String(en[part] ?? '') }));
}

function* entriesOf(
  source: string,
  name: string,
  value: unknown,
  from: number,
  scope: Scope,
): Generator<[string, Heard]> {
  if (isRecord(value) && !('zh' in value)) {
    const at = Math.max(0, source.search(new RegExp(`\\b${name.split('.').pop() ?? ''}\\b(?: =|:)`, 'u')));
    for (const [key, inner] of Object.entries(value)) yield* entriesOf(source, `${name}.${key}`, inner, at, scope);
    return;
  }
  const said = new RegExp(`\\b${name.split('.').pop() ?? name}'?:\\s*(?:saying|telling)\\(`, 'u');
  if (typeof value !== 'function' || said.test(source.slice(from))) {
    for (const one of heard(value) ?? []) yield [name, one];
    return;
  }
  for (const args of callsOf(source, name.split('.').pop() ?? name, from, scope)) {
    const said: unknown = value(...args);
    for (const one of heard(said) ?? []) yield [name, one];
  }
}

const src = fileURLToPath(new URL('../src/', import.meta.url));
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(`${src}${name}`, 'utf8'))
  .join('\n');

const helpers = new Set(['telling', 'saying']);
const modules = readdirSync(folder).filter((name) => name.endsWith('.ts'));

describe.each(modules)('%s', async (file) => {
  const catalogue: Record<string, unknown> = await import(/* @vite-ignore */ fileURLToPath(new URL(file, folder)));
  const source = readFileSync(fileURLToPath(new URL(file, folder)), 'utf8');
  const entries = Object.entries(catalogue)
    .filter(([name]) => !helpers.has(name))
    .flatMap(([name, value]) => [
      ...entriesOf(source, name, value, 0, { sources: source + sources, values: catalogue }),
    ]);

  test('every entry is there in both languages', () => {
    expect(entries.filter(([, { zh, en }]) => zh.trim() === '' || en.trim() === '').map(([name]) => name)).toEqual([]);
  });

  test('Chinese is Chinese, and English is not the same', () => {
    // What has no word of its own (「甲 → 乙」) needs no language.
    const worded = entries.filter(([, { zh, en }]) => /[A-Za-z]{2}/u.test(en) || zh !== en);
    expect(worded.filter(([, { zh }]) => !han.test(zh))).toEqual([]);
    expect(worded.filter(([, { zh, en }]) => zh === en)).toEqual([]);
  });

  test('nothing unfinished stands in a sentence', () => {
    expect(entries.filter(([, { zh, en }]) => unfinished.test(zh) || unfinished.test(en))).toEqual([]);
  });

  test('English has no Chinese punctuation', () => {
    expect(entries.filter(([, { en }]) => /[，。；：！？（）]/u.test(en))).toEqual([]);
  });
});

describe('the manual', () => {
  test('has a page for every check, in the order of the list', () => {
    expect(registry.map(({ slug }) => slug)).toEqual(slugs);
  });

  test.each(registry.map((check) => [check.slug, check] as const))('%s says all it has to', (_slug, check) => {
    const { title, explanation, wrong, right } = check;
    for (const { zh, en } of [title, explanation]) {
      expect(zh).toMatch(han);
      expect(en.trim()).not.toBe('');
      expect(en).not.toBe(zh);
      expect(`${zh}${en}`).not.toMatch(unfinished);
    }
    expect(explanation.zh.length).toBeGreaterThan(title.zh.length);
    expect(wrong.trim()).not.toBe('');
    expect(right.trim()).not.toBe('');
    expect(right).not.toBe(wrong);
  });
});
