// Runs the YAML library over a text: bounded depth, one document, and its errors in words of our own.

import {
  Composer,
  type CST,
  type Document,
  type ErrorCode,
  Lexer,
  type ParsedNode,
  Parser,
  type YAMLError,
} from 'yaml';
import type { Finding } from '../../core/finding.js';
import { yamlTellings } from '../../core/messages/yaml.js';
import { type YamlFault, yamlSyntaxTelling } from '../../core/messages/yamlsyntax.js';
import { Builder, MOST_DEPTH } from './build.js';
import type { YamlNode } from './node.js';
import type { YamlText } from './text.js';

/** After so many errors in one file the rest say nothing new. */
const MOST_ERRORS = 20;

export interface Parsed {
  /** Null where the text is empty, or so broken that nothing of it is used. */
  readonly root: YamlNode | null;
  readonly findings: readonly Finding[];
}

/** The failsafe schema makes text of every scalar, and no tag is known that would make anything else of it. */
const options = {
  schema: 'failsafe',
  resolveKnownTags: false,
  merge: false,
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
  version: '1.2',
} as const;

export function parseYaml(text: YamlText): Parsed {
  const findings: Finding[] = [];
  const document = compose(text, findings);
  if (document === null) return { root: null, findings };
  const errors = syntaxFindings(document.errors, text);
  if (errors.length > 0) return { root: null, findings: [...errors, ...findings] };
  findings.push(...tagFindings(document.warnings, text));
  if (document.contents === null) return { root: null, findings };
  const builder = new Builder(text);
  const root = builder.build(document.contents);
  return { root, findings: [...findings, ...builder.findings] };
}

/**
 * The first document. A second one is not even composed, and what nests too deep is refused while the parser still
 * keeps it on a stack of its own: from there on the library, and we, go by recursion.
 */
function compose(text: YamlText, findings: Finding[]): Document.Parsed<ParsedNode> | null {
  const composer = new Composer(options);
  const parser = new Parser();
  let started = false;
  /** Whether the token begins a second document; the first one is given to the composer. */
  const second = (token: CST.Token): boolean => {
    if (token.type === 'document') {
      if (started) {
        const at = text.place(token.offset, token.offset + 3);
        findings.push({ code: 'yaml/syntax', at, tell: yamlTellings.severalDocuments(), related: [] });
        return true;
      }
      started = true;
    }
    // The composer gives a document only when the next one begins or at the end.
    for (const _ of composer.next(token));
    return false;
  };
  const tokens = (): boolean => {
    for (const lexeme of new Lexer().lex(text.text)) {
      const { offset } = parser;
      for (const token of parser.next(lexeme)) if (second(token)) return true;
      // The document itself is on the stack as well.
      if (parser.stack.length > MOST_DEPTH + 1) {
        const at = text.place(offset, offset + 1);
        findings.push({ code: 'yaml/syntax', at, tell: yamlTellings.tooDeep({ most: MOST_DEPTH }), related: [] });
        return false;
      }
    }
    for (const token of parser.end()) if (second(token)) return true;
    return true;
  };
  if (!tokens()) return null;
  for (const document of composer.end(true, text.text.length)) return document;
  return null;
}

function syntaxFindings(errors: readonly YAMLError[], text: YamlText): Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<number>();
  for (const error of errors) {
    const [start, end] = error.pos;
    // One slip makes the library complain several times of the same place.
    if (seen.has(start)) continue;
    seen.add(start);
    if (findings.length === MOST_ERRORS) break;
    const tell = yamlSyntaxTelling(faultOf(error.code, error.message));
    findings.push({ code: 'yaml/syntax', at: text.place(start, end), tell, related: [] });
  }
  return findings;
}

function tagFindings(warnings: readonly YAMLError[], text: YamlText): Finding[] {
  const findings: Finding[] = [];
  for (const warning of warnings) {
    if (warning.code !== 'TAG_RESOLVE_FAILED' && warning.code !== 'BAD_COLLECTION_TYPE') continue;
    const [start, end] = warning.pos;
    const tell = yamlTellings.tag({ tag: text.text.slice(start, end) });
    findings.push({ code: 'yaml/schema', at: text.place(start, end), tell, related: [] });
  }
  return findings;
}

/** The library's codes are coarser than what people do wrong: a missing quote and a missing comma share one. */
function faultOf(code: ErrorCode, message: string): YamlFault {
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'tab';
    case 'BAD_INDENT':
      return message.includes('must be sufficiently indented and end with') ? 'bracket' : 'indent';
    case 'MISSING_CHAR':
      if (message.startsWith('Missing closing')) return 'quote';
      if (message.includes('must end with a')) return 'bracket';
      if (message.startsWith('Missing space after :')) return 'blankAfterColon';
      if (message.startsWith('Missing ,')) return 'comma';
      if (message.startsWith('Implicit map keys')) return 'noColon';
      if (message.startsWith('Comments must')) return 'comment';
      if (message.startsWith('Tags and anchors')) return 'anchor';
      if (message.startsWith('Sequence item')) return 'indent';
      return message.startsWith('Missing directives-end') ? 'directive' : 'unexpected';
    case 'BLOCK_AS_IMPLICIT_KEY':
      return message.startsWith('Nested mappings') ? 'twoColons' : 'indent';
    case 'MULTILINE_IMPLICIT_KEY':
    case 'KEY_OVER_1024_CHARS':
      return 'keyTooLong';
    case 'BLOCK_IN_FLOW':
      return 'block';
    case 'BAD_DQ_ESCAPE':
      return 'escape';
    case 'BAD_SCALAR_START':
      return 'start';
    case 'ALIAS_PROPS':
    case 'BAD_ALIAS':
    case 'BAD_PROP_ORDER':
    case 'MULTIPLE_ANCHORS':
    case 'MULTIPLE_TAGS':
    case 'TAG_RESOLVE_FAILED':
      return 'anchor';
    case 'BAD_DIRECTIVE':
      return 'directive';
    default:
      return message.startsWith('Comments must') ? 'comment' : 'unexpected';
  }
}
