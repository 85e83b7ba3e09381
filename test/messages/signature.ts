// What a catalogue entry takes, read from its source, and values that fit: enough to hear every sentence once.

/** Where types and tables are looked up: the source of the whole program, and the values of the catalogue. */
export interface Scope {
  readonly sources: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Samples of the types that say nothing of themselves; a name that cannot be found is given a text. */
const named: Readonly<Record<string, readonly unknown[]>> = {
  string: ['甲1'],
  number: [3, 1],
  boolean: [true, false],
  null: [null],
  true: [true],
  false: [false],
  Day: [19004],
  Words: [{ zh: '甲', en: 'A' }],
};

/** Splits at a sign that stands outside all brackets and quotes. */
function splitTop(text: string, sign: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quoted = false;
  let part = '';
  for (const c of text) {
    if (c === "'") quoted = !quoted;
    if (!quoted && '([{<'.includes(c)) depth++;
    if (!quoted && ')]}>'.includes(c)) depth--;
    if (c === sign && depth === 0 && !quoted) {
      parts.push(part);
      part = '';
    } else part += c;
  }
  return [...parts, part].map((one) => one.trim()).filter((one) => one !== '');
}

/** Values of a type: every alternative of a union at least once. */
export function samplesOf(type: string, scope: Scope): unknown[] {
  const text = type.trim().replace(/^readonly\s+/u, '');
  const alternatives = splitTop(text, '|');
  if (alternatives.length > 1) return alternatives.flatMap((one) => samplesOf(one, scope));
  if (/^'.*'$/su.test(text)) return [text.slice(1, -1)];
  if (text.endsWith('[]')) return [samplesOf(text.slice(0, -2), scope)];
  if (/^\(.*\)$/su.test(text)) return samplesOf(text.slice(1, -1), scope);
  if (/^\[.*\]$/su.test(text)) return [splitTop(text.slice(1, -1), ',').map((one) => samplesOf(one, scope)[0])];
  if (/^\{.*\}$/su.test(text)) {
    const fields = splitTop(text.slice(1, -1).replaceAll('\n', ';'), ';').flatMap((field) => splitTop(field, ','));
    const given = fields.map((field): [string, unknown[]] => {
      const [, name = '', of = 'string'] = /^(?:readonly\s+)?(\w+)\??:\s*(.*)$/su.exec(field) ?? [];
      return [name, samplesOf(of, scope)];
    });
    const most = Math.max(1, ...given.map(([, values]) => values.length));
    return Array.from({ length: most }, (_, at) =>
      Object.fromEntries(given.map(([name, values]) => [name, values[at % values.length]])),
    );
  }
  return [...(named[text] ?? lookedUp(text, scope) ?? ['甲1'])];
}

function lookedUp(name: string, scope: Scope): unknown[] | null {
  const table = /^keyof typeof (\w+)$/u.exec(name)?.[1];
  if (table !== undefined) {
    const value = scope.values[table];
    if (typeof value === 'object' && value !== null) return Object.keys(value);
    const body = new RegExp(`const ${table}\\b[^=]*= (\\{.*?\\n\\})`, 'su').exec(scope.sources)?.[1] ?? '';
    return [...body.matchAll(/^ {2}'?([\w/-]+)'?:/gmu)].map(([, key]) => key);
  }
  if (!/^\w+$/u.test(name)) return null;
  const alias = new RegExp(`type ${name} =([^;]+);`, 'u').exec(scope.sources)?.[1];
  if (alias !== undefined) return samplesOf(alias.replace(/^\s*\|/u, ''), scope);
  const fields = new RegExp(`interface ${name}\\b[^{]*(\\{.*?\\n\\})`, 'su').exec(scope.sources)?.[1];
  return fields === undefined ? null : samplesOf(fields.replace(/\/\*.*?\*\/|\/\/.*$/gmsu, ''), scope);
}

/** Calls of the function that is declared as `name` after `from` in the source: one list of arguments each. */
export function callsOf(source: string, name: string, from: number, scope: Scope): unknown[][] {
  const at = source.slice(from).search(new RegExp(`(?:\\b|')${name}'?(?:: | = |)\\(`, 'u'));
  if (at < 0) return [[]];
  const open = source.indexOf('(', from + at);
  let depth = 0;
  let close = open;
  for (; close < source.length; close++) {
    if (source[close] === '(') depth++;
    if (source[close] === ')' && --depth === 0) break;
  }
  const types = splitTop(source.slice(open + 1, close), ',').map((one) => one.replace(/^\w+\??(?::\s*| = .*)/su, ''));
  const given = types.map((type) => samplesOf(type === '' ? 'number' : type, scope));
  const most = Math.max(1, ...given.map((values) => values.length));
  return Array.from({ length: most }, (_, call) => given.map((values) => values[call % values.length]));
}
