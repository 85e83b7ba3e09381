// Reads values out of a YAML tree: each method gives the value, or null and a finding that says what belongs there.

import type { Finding, Place, Related, Tell } from '../../core/finding.js';
import { type Found, yamlTellings } from '../../core/messages/yaml.js';
import { nearest } from '../../core/nearest.js';
import { matchable } from '../../core/text.js';
import { isNull, type YamlEntry, type YamlMap, type YamlNode } from './node.js';

/** The values of a map under the keys that belong there. A key without a value is as good as absent. */
export interface Fields {
  readonly at: Place;
  entry(key: string): YamlEntry | null;
  get(key: string): YamlNode | null;
}

export class YamlReader {
  readonly findings: Finding[] = [];

  wrong(at: Place, tell: Tell, related: readonly Related<Place>[] = []): void {
    this.findings.push({ code: 'yaml/schema', at, tell, related });
  }

  map(node: YamlNode): YamlMap | null {
    if (node.kind === 'map') return node;
    this.wrong(node.at, yamlTellings.notMap({ found: foundIn(node) }));
    return null;
  }

  /** A map of known keys; an unknown one is a finding with the nearest known one. */
  fields(node: YamlNode, known: readonly string[]): Fields | null {
    const map = this.map(node);
    if (map === null) return null;
    const values = new Map<string, YamlEntry>();
    for (const entry of map.entries) {
      const key = entry.key.text;
      if (!known.includes(key)) {
        this.unknownKey(entry, known);
      } else if (!isNull(entry.value)) values.set(key, entry);
    }
    return {
      at: map.at,
      entry: (key) => values.get(key) ?? null,
      get: (key) => values.get(key)?.value ?? null,
    };
  }

  unknownKey(entry: YamlEntry, known: readonly string[]): void {
    const key = entry.key.text;
    this.wrong(entry.key.at, yamlTellings.unknownKey({ key, nearest: nearest(key, known, 1)[0] ?? null, known }));
  }

  list(node: YamlNode): readonly YamlNode[] | null {
    if (node.kind === 'list') return node.items;
    this.wrong(node.at, yamlTellings.notList({ found: foundIn(node) }));
    return null;
  }

  /** Any scalar but an empty one, as written: a number or a `true` is text where text is wanted. */
  text(node: YamlNode): string | null {
    if (node.kind === 'scalar' && !isNull(node)) {
      const text = node.text.trim();
      if (matchable(text) !== '') return text;
    }
    this.wrong(node.at, yamlTellings.notText({ found: foundIn(node) }));
    return null;
  }

  /** One of the words, after NFKC. */
  choice<Word extends string>(node: YamlNode, words: readonly Word[]): Word | null {
    const text = node.kind === 'scalar' && !isNull(node) ? matchable(node.text) : null;
    const word = words.find((one) => one === text);
    if (word !== undefined) return word;
    const near = text === null ? null : (nearest(text, words, 1)[0] ?? null);
    this.wrong(node.at, yamlTellings.notChoice({ found: foundIn(node), words, nearest: near }));
    return null;
  }

  whole(node: YamlNode, least: number, most: number): number | null {
    const value = wholeIn(node);
    if (value !== null && value >= least && value <= most) return value;
    this.wrong(node.at, yamlTellings.notWhole({ found: foundIn(node), least, most }));
    return null;
  }
}

/** Digits only, so that the value is exact and nothing else was meant. */
export function wholeIn(node: YamlNode): number | null {
  const text = node.kind === 'scalar' ? matchable(node.text) : '';
  return /^\d{1,9}$/u.test(text) ? Number(text) : null;
}

export function foundIn(node: YamlNode): Found {
  return node.kind === 'scalar' ? { kind: 'scalar', text: node.text } : { kind: node.kind };
}
