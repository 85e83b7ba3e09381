// A batch of movements, looked up column by column: what stands in each cell, as the number of what it means.

import type { Batch } from '../../source/csv/batch.js';
import { float64Rows, int32Rows } from '../../source/spellings.js';
import { WordColumns } from '../../source/wordcolumns.js';
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
  private readonly words: WordColumns;

  private readonly kinds = new Vocabulary((text) => {
    const kind = kindWords.get(text.toLowerCase());
    return kind === undefined ? UNKNOWN : kindNames.indexOf(kind);
  });

  constructor(resolver: Resolver) {
    const { days, times, docs, items, specs, lots, units, placeNames, staff } = resolver;
    this.quantities = new QuantityColumn(units);
    this.words = new WordColumns([
      { column: S.date, meaning: days, out: this.day },
      { column: S.time, meaning: times, out: this.minute },
      { column: S.doc, meaning: docs, out: this.doc },
      { column: S.kind, meaning: this.kinds, out: this.kind },
      { column: S.item, meaning: items, out: this.item },
      { column: S.spec, meaning: specs, out: this.spec },
      { column: S.lot, meaning: lots.names, out: this.lot },
      { column: S.expiry, meaning: days, out: this.expiry },
      { column: S.unit, meaning: units, out: this.unit },
      { column: S.from, meaning: placeNames, out: this.from },
      { column: S.to, meaning: placeNames, out: this.to },
      { column: S.by, meaning: staff, out: this.by },
      { column: S.checkedBy, meaning: staff, out: this.checkedBy },
      { column: S.ref, meaning: docs, out: this.ref },
    ]);
  }

  /** `cellOf`: for each column the cell of a record that holds it, or −1. */
  fill(batch: Batch, cellOf: Int32Array): void {
    this.words.fill(batch, cellOf);
    this.quantities.fill(batch, cellOf[S.qty]!, this.qty, this.suffix);
  }
}
