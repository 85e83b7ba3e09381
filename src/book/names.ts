// Names of files that mean one thing here and another on the next machine.

import type { Finding } from '../core/finding.js';
import { readingTellings } from '../core/messages/reading.js';
import { meantBy, type Workspace } from '../source/workspace.js';

/** As file systems compare names that do not tell case, or the ways to compose a character, apart. */
function folded(path: string): string {
  return path.normalize('NFC').toLowerCase().normalize('NFC');
}

export function nameFindings({ paths, strays }: Workspace): Finding[] {
  const findings: Finding[] = [];
  const first = new Map<string, string>();
  for (const path of paths) {
    const key = folded(path);
    const before = first.get(key);
    if (before === undefined) first.set(key, path);
    else
      findings.push({
        code: 'file/name',
        at: { kind: 'file', file: path },
        tell: readingTellings.sameName({ path, first: before }),
        related: [],
      });
  }
  for (const path of strays) {
    const tell = readingTellings.stray({ path, meant: meantBy(path) ?? '' });
    findings.push({ code: 'file/name', at: { kind: 'file', file: path }, tell, related: [], severity: 'error' });
  }
  return findings;
}
