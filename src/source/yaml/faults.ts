// The library's errors as findings: where a person would look for them, and in words of our own.

import type { CST, ErrorCode, YAMLError } from 'yaml';
import type { Finding } from '../../core/finding.js';
import { yamlTellings } from '../../core/messages/yaml.js';
import { type YamlFault, yamlSyntaxTelling } from '../../core/messages/yaml-syntax.js';
import type { YamlText } from './text.js';

/** After so many syntax errors in one file the rest say nothing new. */
export const MOST_ERRORS = 20;

export function syntaxFindings(errors: readonly YAMLError[], document: CST.Document | null, text: YamlText): Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<number>();
  const open = errors.length === 0 ? NOTHING_OPEN : unclosedIn(document?.value);
  let bracket = 0;
  for (const error of errors) {
    const fault = faultOf(error, text);
    let [start, end] = error.pos;
    // What is never closed the library finds where the file ends; a person looks where it was opened.
    const opened =
      fault === 'quote' ? open.quotes.get(start) : fault === 'bracket' ? open.brackets[bracket++] : undefined;
    if (opened !== undefined) {
      start = opened;
      end = opened + 1;
    }
    // One slip makes the library complain several times of the same place.
    if (seen.has(start)) continue;
    seen.add(start);
    findings.push({ code: 'yaml/syntax', at: text.place(start, end), tell: yamlSyntaxTelling(fault), related: [] });
    if (findings.length === MOST_ERRORS) break;
  }
  return findings;
}

/** Tags of YAML itself are harmless; any other would ask a program to make something of the value. */
export function tagFindings(warnings: readonly YAMLError[], text: YamlText): Finding[] {
  const findings: Finding[] = [];
  for (const warning of warnings) {
    if (warning.code !== 'TAG_RESOLVE_FAILED') continue;
    const [start, end] = warning.pos;
    const tell = yamlTellings.tag({ tag: text.text.slice(start, end) });
    findings.push({ code: 'yaml/schema', at: text.place(start, end), tell, related: [] });
    if (findings.length === MOST_ERRORS) break;
  }
  return findings;
}

interface Unclosed {
  /** Where each unclosed quote was opened, by where its text ends. */
  readonly quotes: ReadonlyMap<number, number>;
  /** Where each unclosed bracket was opened, in the order in which the library complains of them: the inner ones first. */
  readonly brackets: readonly number[];
}

const NOTHING_OPEN: Unclosed = { quotes: new Map(), brackets: [] };

function unclosedIn(root: CST.Token | undefined): Unclosed {
  const quotes = new Map<number, number>();
  const brackets: number[] = [];
  const visit = (token: CST.Token | null | undefined): void => {
    if (token === null || token === undefined) return;
    switch (token.type) {
      case 'single-quoted-scalar':
      case 'double-quoted-scalar':
        quotes.set(token.offset + token.source.length, token.offset);
        break;
      case 'block-map':
      case 'block-seq':
        for (const { key, value } of token.items) {
          visit(key);
          visit(value);
        }
        break;
      case 'flow-collection':
        for (const { key, value } of token.items) {
          visit(key);
          visit(value);
        }
        if (token.end[0]?.source !== (token.start.source === '{' ? '}' : ']')) brackets.push(token.offset);
        break;
      default:
    }
  };
  visit(root);
  return { quotes, brackets };
}

function faultOf(error: YAMLError, text: YamlText): YamlFault {
  const fault = faultNamed(error.code, error.message);
  // An input method left on full width is behind most keys that seem to have no colon.
  return fault === 'noColon' && text.lineAt(error.pos[0]).includes('：') ? 'fullWidthColon' : fault;
}

function faultNamed(code: ErrorCode, message: string): YamlFault {
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
      return 'noColon';
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
      return 'unexpected';
  }
}
