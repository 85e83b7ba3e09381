// The seals of a book in their order, and what is wrong with the chain they form.

import type { Workspace } from '../source/workspace.js';
import { canonical, sha256 } from './canonical.js';
import { dateOfName, parseSeal, REOPENED, type Seal, sealPath, statementPath } from './seal.js';

export interface ChainLink {
  readonly file: string;
  readonly seal: Seal;
  /** Digest of the seal's file, which the next seal names. */
  readonly digest: string;
}

export type ChainFault =
  /** Not the text that was sealed. */
  | { readonly kind: 'altered'; readonly file: string }
  /** Nothing can be made out in it any more. */
  | { readonly kind: 'unreadable'; readonly file: string }
  /** It names another date than its file. */
  | { readonly kind: 'misnamed'; readonly file: string; readonly date: string }
  /** It was not built on the seal that stands before it. */
  | { readonly kind: 'unlinked'; readonly file: string; readonly before: string | null }
  | { readonly kind: 'statement-altered'; readonly file: string; readonly seal: string }
  | { readonly kind: 'statement-missing'; readonly file: string; readonly seal: string }
  /** A statement whose seal is gone. */
  | { readonly kind: 'seal-missing'; readonly file: string; readonly statement: string }
  /** A file that no seal is made of. */
  | { readonly kind: 'stranger'; readonly file: string };

export interface Chain {
  readonly links: readonly ChainLink[];
  readonly faults: readonly ChainFault[];
}

/** The canonical bytes of a file of the book. */
export function canonicalFile(workspace: Workspace, file: string): Uint8Array {
  const open = workspace.open(file);
  try {
    return canonical(open.all());
  } finally {
    open.close();
  }
}

export function hasSeals(workspace: Workspace): boolean {
  return workspace.paths.some((path) => path.startsWith('seals/'));
}

export function readChain(workspace: Workspace): Chain {
  const faults: ChainFault[] = [];
  const links: ChainLink[] = [];
  // Paths are in the order of their names, and these name their days.
  const files = workspace.paths.filter((path) => path.startsWith('seals/'));
  const altered = new Set<string>();
  for (const file of files) {
    const named = dateOfName(file);
    if (file === REOPENED) continue;
    if (named === null) faults.push({ kind: 'stranger', file });
    else if (file.endsWith('.csv')) {
      const seal = sealPath(named);
      if (!workspace.has(seal)) faults.push({ kind: 'seal-missing', file: seal, statement: file });
    } else {
      const bytes = canonicalFile(workspace, file);
      const parsed = parseSeal(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
      if (parsed === null) {
        altered.add(file);
        faults.push({ kind: 'unreadable', file });
        continue;
      }
      const { seal, exact } = parsed;
      if (!exact) {
        altered.add(file);
        faults.push({ kind: 'altered', file });
      }
      if (seal.date !== named) faults.push({ kind: 'misnamed', file, date: sealPath(seal.date) });
      else links.push({ file, seal, digest: sha256(bytes) });
    }
  }
  faults.push(...linkFaults(links, altered), ...statementFaults(workspace, links));
  return { links, faults };
}

function linkFaults(links: readonly ChainLink[], altered: ReadonlySet<string>): ChainFault[] {
  const faults: ChainFault[] = [];
  for (const [index, { file, seal }] of links.entries()) {
    const before = links[index - 1] ?? null;
    if (seal.previous === (before?.digest ?? null)) continue;
    // Where the seal in between was altered, that is said already.
    const between = [...altered].some((name) => name < file && (before === null || name >= before.file));
    if (!between) faults.push({ kind: 'unlinked', file, before: before?.file ?? null });
  }
  return faults;
}

function statementFaults(workspace: Workspace, links: readonly ChainLink[]): ChainFault[] {
  const faults: ChainFault[] = [];
  for (const { file, seal } of links) {
    const statement = statementPath(seal.date);
    if (!workspace.has(statement)) faults.push({ kind: 'statement-missing', file: statement, seal: file });
    else if (seal.statement.path !== statement || sha256(canonicalFile(workspace, statement)) !== seal.statement.sha256)
      faults.push({ kind: 'statement-altered', file: statement, seal: file });
  }
  return faults;
}
