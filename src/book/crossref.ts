// What rows say of each other while a book is read: sums that must stay exact, documents that must exist, corrections
// that must have something to correct. Rows that fail are left out of every figure.

import type { Finding } from '../core/finding.js';
import { correctionsCovered } from './crossref/corrections.js';
import type { Ledgers } from './crossref/ledgers.js';
import { documentsNamed } from './crossref/references.js';
import { exactSums } from './crossref/sums.js';

export function crossReference(ledgers: Ledgers): Finding[] {
  return [...exactSums(ledgers), ...documentsNamed(ledgers), ...correctionsCovered(ledgers)];
}
