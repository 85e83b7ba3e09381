// Reads `requests/`: what sites have asked for, and what they have taken back.

import { type Day, dayFromColumn } from '../../core/day.js';
import { type Quantity, ZERO } from '../../core/quantity.js';
import { type Batch, ROWS } from '../../source/csv/batch.js';
import { int32Rows } from '../../source/spellings.js';
import { choicesOf, flags, type Priority, priorities, wordsOf } from '../choices.js';
import { columnsOf } from '../columns.js';
import { RowLog } from '../rowlog.js';
import { EMPTY, FAULT, UNKNOWN, Vocabulary } from '../vocabulary.js';
import { itemCell, quantityCell, siteCell } from './cells.js';
import { LedgerReader } from './ledgerreader.js';
import { QuantityColumn } from './quantities.js';
import { RowReport } from './report.js';
import type { Resolver } from './resolver.js';

const columns = columnsOf('requests');
const at = (name: string): number => columns.findIndex((column) => column.name === name);

export const R = {
  date: at('date'),
  doc: at('doc'),
  site: at('site'),
  item: at('item'),
  spec: at('spec'),
  qty: at('qty'),
  unit: at('unit'),
  neededBy: at('needed_by'),
  priority: at('priority'),
  cancelled: at('cancelled'),
} as const;

export interface Request {
  readonly row: number;
  readonly day: Day;
  readonly doc: number;
  readonly site: number;
  readonly item: number;
  /** Base units asked for; zero where the row only cancels. */
  readonly qty: Quantity;
  readonly neededBy: Day | null;
  readonly priority: Priority;
  readonly cancelled: boolean;
}

const priorityNames = choicesOf(priorities);
const priorityWords = wordsOf(priorities);
const flagWords = wordsOf(flags);

export class RequestReader extends LedgerReader {
  readonly log: RowLog;
  readonly requests: Request[] = [];
  private readonly quantities: QuantityColumn;
  private readonly urgency = new Vocabulary((text) => {
    const priority = priorityWords.get(text.toLowerCase());
    return priority === undefined ? UNKNOWN : priorityNames.indexOf(priority);
  });
  private readonly yesNo = new Vocabulary((text) => {
    const flag = flagWords.get(text.toLowerCase());
    return flag === undefined ? UNKNOWN : flag === 'yes' ? 1 : 0;
  });

  private readonly day = int32Rows();
  private readonly doc = int32Rows();
  private readonly site = int32Rows();
  private readonly item = int32Rows();
  private readonly spec = int32Rows();
  private readonly qty = new Float64Array(ROWS);
  private readonly suffix = int32Rows();
  private readonly unit = int32Rows();
  private readonly neededBy = int32Rows();
  private readonly priority = int32Rows();
  private readonly cancelled = int32Rows();

  constructor(private readonly resolver: Resolver) {
    const log = new RowLog();
    super(log);
    this.log = log;
    this.quantities = new QuantityColumn(resolver.units);
  }

  protected forgetFrom(row: number): void {
    this.log.offset.length = row;
    this.requests.length = row;
  }

  batch(batch: Batch): void {
    const { resolver } = this;
    const { cellOf } = this.header;
    resolver.days.fill(batch, cellOf[R.date]!, this.day);
    resolver.docs.fill(batch, cellOf[R.doc]!, this.doc);
    resolver.sites.fill(batch, cellOf[R.site]!, this.site);
    resolver.items.fill(batch, cellOf[R.item]!, this.item);
    resolver.specs.fill(batch, cellOf[R.spec]!, this.spec);
    this.quantities.fill(batch, cellOf[R.qty]!, this.qty, this.suffix);
    resolver.units.fill(batch, cellOf[R.unit]!, this.unit);
    resolver.days.fill(batch, cellOf[R.neededBy]!, this.neededBy);
    this.urgency.fill(batch, cellOf[R.priority]!, this.priority);
    this.yesNo.fill(batch, cellOf[R.cancelled]!, this.cancelled);
    for (let row = 0; row < batch.rows; row++) this.row(batch, row);
  }

  private row(batch: Batch, row: number): void {
    const { resolver } = this;
    const report = new RowReport(resolver, columns, this.file, this.header, batch, row);
    const day = this.day[row]!;
    const doc = this.doc[row]!;
    if (day < 0 && report.isBlank()) return;
    if (day <= FAULT) report.date(R.date);
    else if (day === EMPTY) report.required(R.date);
    if (doc === EMPTY) report.required(R.doc);
    const site = siteCell(report, resolver, R.site, this.site[row]!, true);
    const suffix = this.suffix[row]!;
    const unit = this.unit[row]!;
    const item = itemCell(
      report,
      resolver,
      { item: R.item, spec: R.spec },
      this.item[row]!,
      this.spec[row]!,
      suffix >= 0 ? suffix : unit,
    );
    const cancelled = this.cancelled[row]!;
    if (cancelled <= FAULT) report.choice(R.cancelled, flags);
    const amount = this.qty[row]!;
    const blank = Number.isNaN(amount) && suffix === EMPTY;
    if (blank && cancelled !== 1) report.required(R.qty);
    const sign = cancelled === 1 ? 'zero' : 'positive';
    const qty = quantityCell(
      report,
      resolver,
      this.quantities,
      { qty: R.qty, unit: R.unit },
      { amount, suffix, unit },
      item,
      sign,
    );
    const neededBy = this.neededBy[row]!;
    if (neededBy <= FAULT) report.date(R.neededBy);
    const priority = this.priority[row]!;
    if (priority <= FAULT) report.choice(R.priority, priorities);

    if (report.sound && site !== null && item !== null && (qty !== null || cancelled === 1)) {
      this.log.offset.reserve(1)[this.log.length] = batch.record[row]!;
      const made = this.log.offset.length++;
      this.requests.push({
        row: made,
        day: dayFromColumn(day),
        doc,
        site,
        item,
        qty: cancelled === 1 ? ZERO : (qty ?? ZERO),
        neededBy: neededBy < 0 ? null : dayFromColumn(neededBy),
        priority: priorityNames[Math.max(0, priority)] ?? 'routine',
        cancelled: cancelled === 1,
      });
      return;
    }
    this.findings.push(...report.findings);
    this.quarantined.push({
      table: 'requests',
      at: report.record(),
      day: day < 0 ? null : dayFromColumn(day),
      kind: null,
      docs: doc < 0 ? null : [doc],
      item,
      lot: null,
      sites: site === null ? null : [site],
    });
  }
}
