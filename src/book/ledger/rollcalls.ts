// Reads `rollcalls/`: who on a list has been looked for, and with what result.

import { dayFromColumn } from '../../core/day.js';
import { Int32Vector, Uint8Vector } from '../../core/vector.js';
import type { Batch } from '../../source/csv/batch.js';
import { int32Rows } from '../../source/spellings.js';
import { choicesOf, type RollcallState, rollcallStates, wordsOf } from '../choices.js';
import { columnsOf } from '../columns.js';
import { EMPTY, FAULT, Names, UNKNOWN, Vocabulary } from '../vocabulary.js';
import { ColumnarReader } from './columnar.js';
import { ColumnRows } from './columnrows.js';
import { RowReport } from './report.js';
import type { Resolver } from './resolver.js';

const columns = columnsOf('rollcalls');
const at = (name: string): number => columns.findIndex((column) => column.name === name);

export const L = {
  date: at('date'),
  time: at('time'),
  list: at('list'),
  person: at('person'),
  status: at('status'),
  by: at('by'),
} as const;

export const rollcallStateNames: readonly RollcallState[] = choicesOf(rollcallStates);
const stateWords = wordsOf(rollcallStates);

export class RollcallRows extends ColumnRows {
  readonly day = new Int32Vector();
  /** −1 without a time. */
  readonly minute = new Int32Vector();
  readonly list = new Int32Vector();
  readonly person = new Int32Vector();
  /** Index into rollcallStateNames. */
  readonly status = new Uint8Vector();
  readonly by = new Int32Vector();
  readonly lists = new Names();
  readonly persons = new Names();
  readonly callers = new Names();

  protected readonly columns = [this.day, this.minute, this.list, this.person, this.status, this.by];
}

export class RollcallReader extends ColumnarReader<RollcallRows> {
  private readonly states = new Vocabulary((text) => {
    const state = stateWords.get(text.toLowerCase());
    return state === undefined ? UNKNOWN : rollcallStateNames.indexOf(state);
  });
  private readonly day = int32Rows();
  private readonly minute = int32Rows();
  private readonly list = int32Rows();
  private readonly person = int32Rows();
  private readonly status = int32Rows();
  private readonly by = int32Rows();

  constructor(private readonly resolver: Resolver) {
    super(new RollcallRows());
  }

  protected fill(batch: Batch): void {
    const { resolver, rows } = this;
    const { cellOf } = this.header;
    resolver.days.fill(batch, cellOf[L.date]!, this.day);
    resolver.times.fill(batch, cellOf[L.time]!, this.minute);
    rows.lists.fill(batch, cellOf[L.list]!, this.list);
    rows.persons.fill(batch, cellOf[L.person]!, this.person);
    this.states.fill(batch, cellOf[L.status]!, this.status);
    rows.callers.fill(batch, cellOf[L.by]!, this.by);
  }

  protected plain(row: number, at: number): boolean {
    const day = this.day[row]!;
    const minute = this.minute[row]!;
    const list = this.list[row]!;
    const person = this.person[row]!;
    const status = this.status[row]!;
    if (day < 0 || minute <= FAULT || list < 0 || person < 0 || status < 0) return false;
    const { rows } = this;
    rows.day.data[at] = day;
    rows.minute.data[at] = minute;
    rows.list.data[at] = list;
    rows.person.data[at] = person;
    rows.status.data[at] = status;
    rows.by.data[at] = this.by[row]!;
    return true;
  }

  protected careful(batch: Batch, row: number): boolean {
    const report = new RowReport(this.resolver, columns, this.file, this.header, batch, row);
    if (report.isBlank()) return false;
    const day = this.day[row]!;
    if (day <= FAULT) report.date(L.date);
    else if (day === EMPTY) report.required(L.date);
    if (this.minute[row]! <= FAULT) report.time(L.time);
    if (this.list[row]! < 0) report.required(L.list);
    if (this.person[row]! < 0) report.required(L.person);
    const status = this.status[row]!;
    if (status === EMPTY) report.required(L.status);
    else if (status < 0) report.choice(L.status, rollcallStates);
    for (const finding of report.findings) this.findings.push(finding);
    this.quarantined.push({
      table: 'rollcalls',
      at: report.record(),
      day: day < 0 ? null : dayFromColumn(day),
      kind: null,
      docs: [],
      item: null,
      lot: null,
      sites: [],
    });
    return false;
  }
}
