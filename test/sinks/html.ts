// What a browser's parser makes of a page: its elements, their attributes, its text.

import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;

function* walk(nodes: readonly Node[]): Generator<Node> {
  for (const node of nodes) {
    yield node;
    if ('childNodes' in node) yield* walk(node.childNodes);
  }
}

/** How many there are of each element; comments and the like under the name that the parser gives them. */
export function elementsOf(html: string): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { nodeName } of walk(parseFragment(html).childNodes)) {
    if (nodeName !== '#text') found[nodeName] = (found[nodeName] ?? 0) + 1;
  }
  return found;
}

export function textOf(html: string): string {
  let text = '';
  for (const node of walk(parseFragment(html).childNodes)) if ('value' in node) text += node.value;
  return text;
}

export interface Page {
  readonly elements: Readonly<Record<string, number>>;
  /** Every attribute that any element has, as `element name`. */
  readonly attributes: ReadonlySet<string>;
  /** What the parser had to guess. */
  readonly errors: readonly string[];
  readonly text: string;
}

export function pageIn(html: string): Page {
  const elements: Record<string, number> = {};
  const attributes = new Set<string>();
  const errors: string[] = [];
  let text = '';
  const document = parse(html, { onParseError: ({ code }) => errors.push(code) });
  for (const node of walk(document.childNodes)) {
    if (node.nodeName === '#text') {
      if ('value' in node) text += node.value;
      continue;
    }
    elements[node.nodeName] = (elements[node.nodeName] ?? 0) + 1;
    if ('attrs' in node) for (const { name } of node.attrs) attributes.add(`${node.nodeName} ${name}`);
  }
  return { elements, attributes, errors, text };
}
