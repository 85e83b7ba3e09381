// Which expiry each lot has: the one stated on the earliest day, and the rows that state another.

import type { Lots } from '../lots.js';

interface Declaration {
  readonly lot: number;
  readonly expiry: number;
  readonly day: number;
  readonly row: number;
}

export interface ExpiryConflict {
  readonly row: number;
  readonly lot: number;
  readonly expiry: number;
  readonly kept: number;
  readonly keptRow: number;
}

export class ExpiryDeclarations {
  /** The earliest declaration of every lot and expiry: lots have one expiry, so this stays as small as the lots. */
  private readonly byLot = new Map<number, Map<number, Declaration>>();

  constructor(private readonly lots: Lots) {}

  declare(lot: number, expiry: number, day: number, row: number): void {
    let known = this.byLot.get(lot);
    if (known === undefined) {
      known = new Map();
      this.byLot.set(lot, known);
    }
    const one = known.get(expiry);
    if (one === undefined || day < one.day) known.set(expiry, { lot, expiry, day, row });
  }

  forgetFrom(row: number): void {
    for (const known of this.byLot.values()) {
      for (const one of known.values()) if (one.row >= row) known.delete(one.expiry);
    }
  }

  /** Gives every lot its expiry, whatever the order of files, and returns the statements that disagree. */
  settle(): ExpiryConflict[] {
    const conflicts: ExpiryConflict[] = [];
    for (const [lot, declared] of this.byLot) {
      const known = [...declared.values()];
      if (known.length === 0) continue;
      const first = known.reduce((a, b) => (b.day < a.day || (b.day === a.day && b.expiry < a.expiry) ? b : a));
      this.lots.setExpiry(lot, first.expiry, first.row);
      for (const one of known) {
        if (one === first) continue;
        conflicts.push({ row: one.row, lot, expiry: one.expiry, kept: first.expiry, keptRow: first.row });
      }
    }
    return conflicts;
  }
}
