// A YAML file as a tree of its own, every node with its place: the rest of the program never meets the library.

import type { Place } from '../../core/finding.js';

export type YamlNode = YamlScalar | YamlMap | YamlList;

/** What a plain scalar would be to YAML 1.2; what is quoted or a block is always text. */
export type ScalarLooks = 'null' | 'boolean' | 'number' | 'text';

export interface YamlScalar {
  readonly kind: 'scalar';
  readonly at: Place;
  /** As written in the file: `0123` and `1e3` keep their characters; quotes and escapes are resolved. */
  readonly text: string;
  readonly looks: ScalarLooks;
}

export interface YamlEntry {
  readonly key: YamlScalar;
  readonly value: YamlNode;
}

/** Keys stand once each, in the order of the file. Like every collection it is placed at its first line. */
export interface YamlMap {
  readonly kind: 'map';
  readonly at: Place;
  readonly entries: readonly YamlEntry[];
}

export interface YamlList {
  readonly kind: 'list';
  readonly at: Place;
  readonly items: readonly YamlNode[];
}

const number =
  /^(?:[-+]?\d+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/u;

/** The core schema's reading of a plain scalar. */
export function looksOf(plain: string): ScalarLooks {
  if (/^(?:|~|null|Null|NULL)$/u.test(plain)) return 'null';
  if (/^(?:true|True|TRUE|false|False|FALSE)$/u.test(plain)) return 'boolean';
  return number.test(plain) ? 'number' : 'text';
}

export function isNull(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.looks === 'null';
}
