// The little of JSON Schema (draft 2020-12) that the schemas of the YAML files are written in.

import type { Words } from '../../core/lang.js';

export type JsonType = 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array' | 'null';

export interface JsonSchema {
  readonly $schema?: string;
  readonly $id?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly title?: string;
  readonly description?: string;
  readonly default?: string | number | boolean;
  readonly examples?: readonly (string | number)[];
  readonly type?: JsonType | readonly JsonType[];
  readonly enum?: readonly (string | number | boolean | null)[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly propertyNames?: JsonSchema;
  readonly minProperties?: number;
  readonly required?: readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly not?: JsonSchema;
  readonly if?: JsonSchema;
  readonly then?: JsonSchema;
  readonly else?: JsonSchema;
}

export const DRAFT = 'https://json-schema.org/draft/2020-12/schema';

/** Both languages: an editor shows one description, whoever sits before it. */
export function described(words: Words, schema: JsonSchema): JsonSchema {
  return { description: `${words.zh}\n${words.en}`, ...schema };
}

/** Any scalar that says something: a number or a `true` is taken as it is written. */
export const word: JsonSchema = { type: ['string', 'number', 'boolean'], pattern: '\\S' };

/** The same for a key that may be left blank, which is as good as absent. */
export const optionalWord: JsonSchema = { type: ['string', 'number', 'boolean', 'null'], pattern: '\\S' };

/** A whole number, in quotes or not; only the reader holds one in quotes to its bounds. */
export function whole(least: number, most: number): JsonSchema {
  return { type: ['integer', 'string', 'null'], minimum: least, maximum: most, pattern: '^[0-9]{1,9}$' };
}

export function object(properties: Readonly<Record<string, JsonSchema>>, more: JsonSchema = {}): JsonSchema {
  return { type: ['object', 'null'], properties, additionalProperties: false, ...more };
}

export function list(items: JsonSchema): JsonSchema {
  return { type: ['array', 'null'], items };
}
