// Reads `needs/`: the events in the life of residents' needs, a million of them as easily as ten.

import { dayFromColumn, MINUTES_A_DAY } from '../../core/day.js';
import { peopleReadingTellings } from '../../core/messages/people-reading.js';
import { quoted } from '../../core/text.js';
import { Float64Vector, Int32Vector, Uint8Vector } from '../../core/vector.js';
import { type Batch, ROWS } from '../../source/csv/batch.js';
import { int32Rows } from '../../source/spellings.js';
import { choicesOf, type NeedEvent, needEvents, type Priority, priorities, wordsOf } from '../choices.js';
import { columnsOf } from '../columns.js';
import type { UnitDirectory } from '../orgchart/directory.js';
import { EMPTY, FAULT, Names, UNKNOWN, Vocabulary } from '../vocabulary.js';
import { siteCell } from './cells.js';
import { CellTexts } from './celltexts.js';
import { ColumnarReader } from './columnar.js';
import { ColumnRows } from './columnrows.js';
import { MomentColumn, NO_MOMENT } from './moments.js';
import { RowReport } from './report.js';
import type { Resolver } from './resolver.js';

const columns = columnsOf('needs');
const at = (name: string): number => columns.findIndex((column) => column.name === name);

export const N = {
  time: at('time'),
  need: at('need'),
  event: at('event'),
  site: at('site'),
  person: at('person'),
  category: at('category'),
  priority: at('priority'),
  unit: at('unit'),
  by: at('by'),
} as const;

export const needEventNames: readonly NeedEvent[] = choicesOf(needEvents);
export const priorityNames: readonly Priority[] = choicesOf(priorities);
/** A row that says nothing of the priority. */
export const NO_PRIORITY = 255;

const eventWords = wordsOf(needEvents);
const priorityWords = wordsOf(priorities);

/** −1 stands for an empty cell. */
export class NeedRows extends ColumnRows {
  /** Minutes since 1970. */
  readonly moment = new Float64Vector();
  readonly need = new Int32Vector();
  /** Index into needEventNames. */
  readonly event = new Uint8Vector();
  readonly site = new Int32Vector();
  /** A code of the resident, as it was written. */
  readonly person = new CellTexts();
  readonly category = new Int32Vector();
  /** Index into priorityNames, or NO_PRIORITY. */
  readonly priority = new Uint8Vector();
  readonly unit = new Int32Vector();
  readonly by = new CellTexts();
  /** Their numbers (`XQ20220112-001`) and categories. */
  readonly needs = new Names();
  readonly categories = new Names();

  protected readonly columns = [
    this.moment,
    this.need,
    this.event,
    this.site,
    this.person,
    this.category,
    this.priority,
    this.unit,
    this.by,
  ];
}

function choiceVocabulary<W extends string>(words: ReadonlyMap<string, W>, names: readonly W[]): Vocabulary {
  return new Vocabulary((text) => {
    const word = words.get(text.toLowerCase());
    return word === undefined ? UNKNOWN : names.indexOf(word);
  });
}

export class NeedReader extends ColumnarReader<NeedRows> {
  private readonly moments = new MomentColumn();
  private readonly events = choiceVocabulary(eventWords, needEventNames);
  private readonly urgency = choiceVocabulary(priorityWords, priorityNames);

  private readonly moment = new Float64Array(ROWS);
  private readonly need = int32Rows();
  private readonly event = int32Rows();
  private readonly site = int32Rows();
  private readonly category = int32Rows();
  private readonly priority = int32Rows();
  private readonly unit = int32Rows();

  constructor(
    private readonly resolver: Resolver,
    private readonly units: UnitDirectory,
  ) {
    super(new NeedRows());
  }

  protected fill(batch: Batch): void {
    const { rows } = this;
    const { cellOf } = this.header;
    this.moments.fill(batch, cellOf[N.time]!, this.moment);
    rows.needs.fill(batch, cellOf[N.need]!, this.need);
    this.events.fill(batch, cellOf[N.event]!, this.event);
    this.resolver.sites.fill(batch, cellOf[N.site]!, this.site);
    rows.categories.fill(batch, cellOf[N.category]!, this.category);
    this.urgency.fill(batch, cellOf[N.priority]!, this.priority);
    this.units.vocabulary.fill(batch, cellOf[N.unit]!, this.unit);
  }

  protected plain(row: number, at: number, batch: Batch): boolean {
    const moment = this.moment[row]!;
    const need = this.need[row]!;
    const event = this.event[row]!;
    const site = this.site[row]!;
    const priority = this.priority[row]!;
    const unit = this.unit[row]!;
    if (moment < 0 || need < 0 || event < 0 || site <= FAULT || priority <= FAULT || unit <= FAULT) return false;
    const { rows } = this;
    rows.moment.data[at] = moment;
    rows.need.data[at] = need;
    rows.event.data[at] = event;
    rows.site.data[at] = site;
    rows.category.data[at] = this.category[row]!;
    rows.priority.data[at] = priority < 0 ? NO_PRIORITY : priority;
    rows.unit.data[at] = unit;
    const { cellOf } = this.header;
    rows.person.put(at, batch, cellOf[N.person]!, row);
    rows.by.put(at, batch, cellOf[N.by]!, row);
    return true;
  }

  protected careful(batch: Batch, row: number): boolean {
    const { resolver } = this;
    const report = new RowReport(resolver, columns, this.file, this.header, batch, row);
    if (report.isBlank()) return false;
    const moment = this.moment[row]!;
    if (moment === NO_MOMENT) report.required(N.time);
    else if (moment < 0) {
      report.add('value/date', N.time, peopleReadingTellings.moment({ text: quoted(report.raw(N.time)) }));
    }
    const need = this.need[row]!;
    if (need < 0) report.required(N.need);
    const event = this.event[row]!;
    if (event === EMPTY) report.required(N.event);
    else if (event < 0) report.choice(N.event, needEvents);
    const site = siteCell(report, resolver, N.site, this.site[row]!, false);
    if (this.priority[row]! <= FAULT) report.choice(N.priority, priorities);
    if (this.unit[row]! <= FAULT) this.unitFault(report);
    for (const finding of report.findings) this.findings.push(finding);
    this.quarantined.push({
      table: 'needs',
      at: report.record(),
      day: moment < 0 ? null : dayFromColumn(Math.floor(moment / MINUTES_A_DAY)),
      kind: null,
      docs: need < 0 ? null : [need],
      item: null,
      lot: null,
      sites: site === null ? null : [site],
    });
    return false;
  }

  private unitFault(report: RowReport): void {
    const text = report.raw(N.unit);
    const candidates = this.units.candidates(text);
    if (candidates.length > 1) report.ambiguous(N.unit, candidates);
    else {
      const tell = peopleReadingTellings.unknownUnit({ text: quoted(text), nearest: this.units.suggest(text) });
      report.add('ref/unit', N.unit, tell);
    }
  }
}
