// The pieces that the JSON Schemas of all answers are made of (draft 2020-12).

/** A JSON Schema, as far as ours go. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

export const text: JsonSchema = { type: 'string' };
export const flag: JsonSchema = { type: 'boolean' };
export const whole: JsonSchema = { type: 'integer' };
export const count: JsonSchema = { type: 'integer', minimum: 0 };

/** Decimal string in base units: no trailing zeros, no `-0`. */
export const quantity: JsonSchema = { type: 'string', pattern: '^(?!-0$)-?(0|[1-9][0-9]*)(\\.[0-9]{0,5}[1-9])?$' };
export const day: JsonSchema = { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' };
export const time: JsonSchema = { type: 'string', pattern: '^[0-2][0-9]:[0-5][0-9]$' };

export function orNull(schema: JsonSchema): JsonSchema {
  return { anyOf: [schema, { type: 'null' }] };
}

export function oneOf(...words: readonly string[]): JsonSchema {
  return { type: 'string', enum: words };
}

export function listOf(items: JsonSchema): JsonSchema {
  return { type: 'array', items };
}

/** An object that has all of these keys and no others. */
export function objectOf(properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

const position = { file: text, line: { type: 'integer', minimum: 1 }, column: { type: 'integer', minimum: 1 } };

const diagnostic = objectOf({
  code: { type: 'string', pattern: '^[a-z]+/[a-z-]+$' },
  severity: oneOf('error', 'warning', 'note'),
  message: text,
  hint: text,
  ...position,
  endLine: position.line,
  endColumn: position.column,
  related: listOf(objectOf({ ...position, message: text })),
});

/** The keys that every answer begins with. */
export function envelope(command: string): Readonly<Record<string, JsonSchema>> {
  return {
    taizhang: { const: 1 },
    command: { const: command },
    book: orNull(text),
    date: orNull(day),
    ok: flag,
    summary: objectOf({ errors: count, warnings: count, notes: count, quarantined: count }),
    diagnostics: listOf(diagnostic),
  };
}

/** The schema of a command's whole answer. */
export function answerSchema(command: string, parts: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `taizhang ${command} --format json`,
    ...objectOf({ ...envelope(command), ...parts }),
  };
}
