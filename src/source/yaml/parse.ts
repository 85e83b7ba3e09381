// Runs the YAML library over a text: bounded depth, one document, and no tag that would make anything but text.

import { Composer, type CST, type Document, Lexer, type ParsedNode, Parser } from 'yaml';
import type { Finding } from '../../core/finding.js';
import { yamlTellings } from '../../core/messages/yaml.js';
import { Builder, MOST_DEPTH } from './build.js';
import { MOST_ERRORS, syntaxFindings, tagFindings } from './faults.js';
import type { YamlNode } from './node.js';
import type { YamlText } from './text.js';

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
  const stream = new Stream(text);
  const document = stream.document();
  if (document === null) return { root: null, findings: stream.findings };
  const errors = syntaxFindings(document.errors, stream.syntax, text);
  if (errors.length > 0) return { root: null, findings: [...errors, ...stream.findings] };
  const tags = tagFindings(document.warnings, text);
  const builder = new Builder(text);
  const root = document.contents === null ? null : builder.build(document.contents);
  return { root, findings: [...stream.findings, ...tags, ...builder.findings] };
}

/** Lexer, parser and composer one token at a time, so that each bound is met before it costs anything. */
class Stream {
  readonly findings: Finding[] = [];
  /** The first document as it was written, for those errors whose place the library gives badly. */
  syntax: CST.Document | null = null;
  private readonly composer = new Composer(options);
  private errors = 0;

  constructor(private readonly text: YamlText) {}

  /** The first document, and the only one that is read; null where it nests too deep. */
  document(): Document.Parsed<ParsedNode> | null {
    const { text, composer } = this;
    if (!this.feed()) return null;
    for (const document of composer.end(true, text.text.length)) return document;
    return null;
  }

  private feed(): boolean {
    const parser = new Parser();
    for (const lexeme of new Lexer().lex(this.text.text)) {
      const { offset } = parser;
      for (const token of parser.next(lexeme)) if (!this.take(token)) return true;
      // From here on the library, and we, go by recursion; the parser still keeps a stack, the document at its bottom.
      if (parser.stack.length > MOST_DEPTH + 1) {
        const at = this.text.place(offset, offset + 1);
        this.findings.push({ code: 'yaml/syntax', at, tell: yamlTellings.tooDeep({ most: MOST_DEPTH }), related: [] });
        return false;
      }
    }
    for (const token of parser.end()) if (!this.take(token)) break;
    return true;
  }

  /** Gives a token to the composer, and says whether the rest of the file is worth reading. */
  private take(token: CST.Token): boolean {
    if (token.type === 'document') {
      if (this.syntax !== null) {
        const at = this.text.place(token.offset, token.offset + 3);
        this.findings.push({ code: 'yaml/syntax', at, tell: yamlTellings.severalDocuments(), related: [] });
        return false;
      }
      this.syntax = token;
    }
    if (token.type === 'error') this.errors++;
    // A document comes out when the next one begins, which it never does, or at the end.
    for (const _ of this.composer.next(token));
    return this.errors < MOST_ERRORS;
  }
}
