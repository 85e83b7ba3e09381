// Builds our tree from the library's document: aliases are expanded within bounds, keys stand once.

import { isAlias, isMap, isScalar, isSeq, type ParsedNode, type YAMLMap } from 'yaml';
import type { Finding, Place } from '../../core/finding.js';
import { yamlTellings } from '../../core/messages/yaml.js';
import { nearest } from '../../core/nearest.js';
import { looksOf, type YamlEntry, type YamlNode, type YamlScalar } from './node.js';
import type { YamlText } from './text.js';

/** How deep values may nest, aliases expanded. */
export const MOST_DEPTH = 100;
/** How many values all aliases of a file may expand to, together. */
export const MOST_EXPANDED = 100_000;

const TEXT_TAG = 'tag:yaml.org,2002:str';

interface Anchored {
  readonly node: YamlNode;
  /** Values in it, itself included. */
  readonly size: number;
  /** Levels in it, itself included. */
  readonly height: number;
}

export class Builder {
  readonly findings: Finding[] = [];
  /** Null while the anchored value is being built: an alias to it would contain itself. */
  private readonly anchors = new Map<string, Anchored | null>();
  private expanded = 0;
  private exhausted = false;

  constructor(private readonly text: YamlText) {}

  /** The parser has bounded the depth, and with it this recursion. */
  build(node: ParsedNode, depth = 1): YamlNode {
    const at = this.placeOf(node);
    if (isAlias(node)) return this.expand(node.source, at, depth);
    const { anchor } = node;
    if (anchor === undefined) return this.value(node, at, depth);
    this.anchors.set(anchor, null);
    const built = this.value(node, at, depth);
    this.anchors.set(anchor, { node: built, ...extent(built) });
    return built;
  }

  private value(node: ParsedNode, at: Place, depth: number): YamlNode {
    if (isMap(node)) return { kind: 'map', at, entries: this.entries(node, depth) };
    if (isSeq(node)) return { kind: 'list', at, items: node.items.map((item) => this.build(item, depth + 1)) };
    if (!isScalar(node)) return nothing(at);
    const text = node.source;
    const plain = node.type === 'PLAIN' && node.tag !== TEXT_TAG;
    return { kind: 'scalar', at, text, looks: plain ? looksOf(text) : 'text' };
  }

  private entries(map: YAMLMap.Parsed, depth: number): YamlEntry[] {
    const entries: YamlEntry[] = [];
    const seen = new Map<string, YamlScalar>();
    for (const pair of map.items) {
      const key = this.build(pair.key, depth + 1);
      const value = pair.value === null ? nothing(key.at) : this.build(pair.value, depth + 1);
      if (key.kind !== 'scalar') {
        this.findings.push({ code: 'yaml/schema', at: key.at, tell: yamlTellings.keyNotText(), related: [] });
        continue;
      }
      const first = seen.get(key.text);
      if (first === undefined) {
        seen.set(key.text, key);
        entries.push({ key, value });
        continue;
      }
      const related = [{ at: first.at, tell: yamlTellings.firstKey() }];
      this.findings.push({
        code: 'yaml/syntax',
        at: key.at,
        tell: yamlTellings.duplicateKey({ key: key.text }),
        related,
      });
    }
    return entries;
  }

  /** What an alias stands for, placed at the alias: the anchored text itself is read, and judged, where it stands. */
  private expand(name: string, at: Place, depth: number): YamlNode {
    const anchored = this.anchors.get(name);
    if (anchored === undefined) {
      const tell = yamlTellings.unknownAlias({ name, nearest: nearest(name, this.anchors.keys(), 1) });
      this.findings.push({ code: 'yaml/syntax', at, tell, related: [] });
      return nothing(at);
    }
    if (anchored === null) {
      this.findings.push({ code: 'yaml/syntax', at, tell: yamlTellings.circularAlias({ name }), related: [] });
      return nothing(at);
    }
    if (depth + anchored.height - 1 > MOST_DEPTH) {
      this.findings.push({ code: 'yaml/syntax', at, tell: yamlTellings.tooDeep({ most: MOST_DEPTH }), related: [] });
      return nothing(at);
    }
    if (this.expanded + anchored.size > MOST_EXPANDED) {
      // Said once: a bomb is made of many such aliases.
      if (this.exhausted) return nothing(at);
      this.exhausted = true;
      const tell = yamlTellings.tooManyAliases({ name, most: MOST_EXPANDED });
      this.findings.push({ code: 'yaml/syntax', at, tell, related: [] });
      return nothing(at);
    }
    this.expanded += anchored.size;
    return placedAt(anchored.node, at);
  }

  private placeOf(node: ParsedNode): Place {
    return this.text.place(node.range[0], node.range[1]);
  }
}

function nothing(at: Place): YamlScalar {
  return { kind: 'scalar', at, text: '', looks: 'null' };
}

function placedAt(node: YamlNode, at: Place): YamlNode {
  switch (node.kind) {
    case 'scalar':
      return { ...node, at };
    case 'list':
      return { kind: 'list', at, items: node.items.map((item) => placedAt(item, at)) };
    case 'map':
      return {
        kind: 'map',
        at,
        entries: node.entries.map(({ key, value }) => ({ key: { ...key, at }, value: placedAt(value, at) })),
      };
  }
}

function extent(node: YamlNode): { size: number; height: number } {
  if (node.kind === 'scalar') return { size: 1, height: 1 };
  const parts = node.kind === 'list' ? node.items : node.entries.map((entry) => entry.value);
  let size = 1;
  let height = 0;
  for (const part of parts) {
    const inner = extent(part);
    size += inner.size;
    height = Math.max(height, inner.height);
  }
  return { size, height: height + 1 };
}
