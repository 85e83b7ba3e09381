// A batch of movements, looked up column by column: what stands in each cell, as the number of what it means.

import type { Batch } from '../../source/csv/batch.js';
import { float64Rows, int32Rows } from '../../source/spellings.js';
import { movementKinds, wordsOf } from '../choices.js';
import { kindNames } from '../movement.js';
import { UNKNOWN, Vocabulary } from '../vocabulary.js';
import { QuantityColumn } from './quantities.js';
import type { Resolver } from './resolver.js';
import { S } from './stockrows.js';

const kindWords = wordsOf(movementKinds);

export class StockCells {
  readonly day = int32Rows();
  readonly minute = int32Rows();
  readonly doc = int32Rows();
  readonly kind = int32Rows();
  readonly item = int32Rows();
  readonly spec = int32Rows();
  readonly lot = int32Rows();
  readonly expiry = int32Rows();
  readonly qty = float64Rows();
  readonly suffix = int32Rows();
  readonly unit = int32Rows();
  readonly from = int32Rows();
  readonly to = int32Rows();
  readonly by = int32Rows();
  readonly checkedBy = int32Rows();
  readonly ref = int32Rows();
  readonly quantities: QuantityColumn;

  private readonly kinds = new Vocabulary((text) => {
    const kind = kindWords.get(text.toLowerCase());
    return kind === undefined ? UNKNOWN : kindNames.indexOf(kind);
  });

  constructor(private readonly resolver: Resolver) {
    this.quantities = new QuantityColumn(resolver.units);
  }

  /** `cellOf`: for each column the cell of a record that holds it, or −1. */
  fill(batch: Batch, cellOf: Int32Array): void {
    const { resolver } = this;
    resolver.days.fill(batch, cellOf[S.date]!, this.day);
    resolver.times.fill(batch, cellOf[S.time]!, this.minute);
    resolver.docs.fill(batch, cellOf[S.doc]!, this.doc);
    this.kinds.fill(batch, cellOf[S.kind]!, this.kind);
    resolver.items.fill(batch, cellOf[S.item]!, this.item);
    resolver.specs.fill(batch, cellOf[S.spec]!, this.spec);
    resolver.lots.names.fill(batch, cellOf[S.lot]!, this.lot);
    resolver.days.fill(batch, cellOf[S.expiry]!, this.expiry);
    this.quantities.fill(batch, cellOf[S.qty]!, this.qty, this.suffix);
    resolver.units.fill(batch, cellOf[S.unit]!, this.unit);
    resolver.placeNames.fill(batch, cellOf[S.from]!, this.from);
    resolver.placeNames.fill(batch, cellOf[S.to]!, this.to);
    resolver.staff.fill(batch, cellOf[S.by]!, this.by);
    resolver.staff.fill(batch, cellOf[S.checkedBy]!, this.checkedBy);
    resolver.docs.fill(batch, cellOf[S.ref]!, this.ref);
  }
}
