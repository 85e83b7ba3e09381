// Works out lines and columns, only for the places that somebody is told about.

import type { Diagnostic, Finding, Place, Span } from '../core/finding.js';
import type { Severity, Slug } from '../core/slugs.js';
import { compareText } from '../core/text.js';
import { type CellSpan, NEED_MORE, parseRecord } from './csv/odd.js';
import { decodeFile } from './decode.js';
import { characters, LONG, LongLine } from './longline.js';
import type { Workspace } from './workspace.js';

const LF = 0x0a;
const CR = 0x0d;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A place that has still to be found. */
type PlaceInFile = Exclude<Place, { readonly kind: 'span' }>;

/** A file's text with the line starts found so far. */
class LocatedFile {
  private readonly starts: number[] = [0];
  /** Where the last of those lines ends; null until somebody asks. */
  private reached: number | null = null;
  private readonly longLines = new Map<number, LongLine>();
  /** A row may have many findings, and a row of many cells is not taken apart for each. */
  private parsed: { readonly record: number; readonly cells: readonly CellSpan[] } | null = null;

  constructor(
    readonly name: string,
    private readonly bytes: Uint8Array,
    private readonly isCsv: boolean,
  ) {}

  span(place: PlaceInFile): Span {
    switch (place.kind) {
      case 'line': {
        const start = this.startOf(place.line);
        return start === null
          ? this.between(this.bytes.length, this.bytes.length)
          : this.between(start, this.lineStop(start));
      }
      case 'file':
        return { file: this.name, line: 1, column: 1, endLine: 1, endColumn: 1 };
      case 'bytes':
        return this.between(place.start, place.end);
      case 'record': {
        const stop = this.lineStop(place.record);
        return this.between(place.record, stop);
      }
      case 'cell':
        return this.cell(place.record, place.cell);
    }
  }

  /** The text of a line, without its end; of a very long one what stands around the place. */
  excerpt({ line, column }: Span): { readonly excerpt: string; readonly excerptFrom?: number } {
    const start = this.startOf(line);
    if (start === null) return { excerpt: '' };
    const long = this.longLine(start);
    if (long === null) return { excerpt: decoder.decode(this.bytes.subarray(start, this.lineStop(start))) };
    const around = long.around(long.offsetOf(column - 1));
    return { excerpt: around.text, excerptFrom: around.from };
  }

  private cell(record: number, cell: number): Span {
    const found = this.cellsOf(record)?.[cell];
    if (found !== undefined) {
      const quoted = found.outerStart !== found.start;
      return quoted ? this.between(found.outerStart, found.outerEnd) : this.trimmed(found.start, found.end);
    }
    const stop = this.lineStop(record);
    return this.between(stop, stop);
  }

  private cellsOf(record: number): readonly CellSpan[] | null {
    if (!this.isCsv) return null;
    if (this.parsed?.record === record) return this.parsed.cells;
    // Generous about newlines: what is broken about the record was reported when it was read.
    const parsed = parseRecord(this.bytes, record, this.bytes.length, true, () => true, 0);
    if (parsed === NEED_MORE) return null;
    this.parsed = { record, cells: parsed.cells };
    return parsed.cells;
  }

  /** A cell without the blanks around it; a cell of nothing but blanks as it stands. */
  private trimmed(start: number, end: number): Span {
    const text = decoder.decode(this.bytes.subarray(start, end));
    const ink = text.trim();
    if (ink === '') return this.between(start, end);
    const lead = Buffer.byteLength(text.slice(0, text.indexOf(ink)));
    return this.between(start + lead, start + lead + Buffer.byteLength(ink));
  }

  private between(start: number, end: number): Span {
    const [line, column] = this.position(start);
    const [endLine, endColumn] = end === start ? [line, column] : this.position(end);
    return { file: this.name, line, column, endLine, endColumn };
  }

  private position(offset: number): [number, number] {
    const { starts, bytes } = this;
    while (this.lastStop() < offset && this.nextLine());
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    const start = starts[low]!;
    const near = offset - start < LONG ? null : this.longLine(start);
    return [low + 1, (near === null ? characters(bytes, start, offset) : near.charactersTo(offset)) + 1];
  }

  private startOf(number: number): number | null {
    while (this.starts.length < number) if (!this.nextLine()) return null;
    return this.starts[number - 1] ?? null;
  }

  /** Where the newline of the last line found so far stands, or the end of the file. */
  private lastStop(): number {
    if (this.reached === null) {
      const newline = this.bytes.indexOf(LF, this.starts[this.starts.length - 1]!);
      this.reached = newline < 0 ? this.bytes.length : newline;
    }
    return this.reached;
  }

  private nextLine(): boolean {
    const stop = this.lastStop();
    if (stop >= this.bytes.length) return false;
    this.starts.push(stop + 1);
    this.reached = null;
    return true;
  }

  private longLine(start: number): LongLine | null {
    const known = this.longLines.get(start);
    if (known !== undefined) return known;
    const stop = this.lineStop(start);
    if (stop - start <= LONG) return null;
    const made = new LongLine(this.bytes, start, stop);
    this.longLines.set(start, made);
    return made;
  }

  private lineStop(start: number): number {
    const known = this.longLines.get(start);
    if (known !== undefined) return known.stop;
    let stop = this.bytes.indexOf(LF, start);
    if (stop < 0) stop = this.bytes.length;
    return stop > start && this.bytes[stop - 1] === CR ? stop - 1 : stop;
  }
}

/** How the line of a finding is shown. */
export type Excerpt = Pick<Diagnostic, 'excerpt' | 'excerptFrom'>;

/** Where places were found before, and how their lines read: what is there need not be looked for again. */
export interface KnownPlaces {
  span(place: Place): Span | null;
  excerpt(at: Span): Excerpt | null;
  learn(place: Place, span: Span): void;
  learnExcerpt(at: Span, excerpt: Excerpt): void;
}

/** Locates findings and sorts them by file, line and column. `severityOf` is null where a check is switched off. */
export function locate(
  workspace: Workspace,
  findings: readonly Finding[],
  severityOf: (finding: Finding) => Severity | null,
  known: KnownPlaces | null = null,
): Diagnostic[] {
  const files = new Map<string, LocatedFile | null>();
  const fileNamed = (name: string): LocatedFile | null => {
    let file = files.get(name);
    if (file === undefined) {
      file = openForLocating(workspace, name);
      files.set(name, file);
    }
    return file;
  };
  const spanOf = (place: Place): Span => {
    if (place.kind === 'span') return place.span;
    const before = known?.span(place) ?? null;
    if (before !== null) return before;
    const file = fileNamed(place.file);
    if (file === null) return { file: place.file, line: 1, column: 1, endLine: 1, endColumn: 1 };
    const span = file.span(place);
    known?.learn(place, span);
    return span;
  };
  const excerptOf = (at: Span): Excerpt => {
    const before = known?.excerpt(at) ?? null;
    if (before !== null) return before;
    const excerpt = fileNamed(at.file)?.excerpt(at) ?? null;
    if (excerpt !== null) known?.learnExcerpt(at, excerpt);
    return excerpt ?? { excerpt: null };
  };
  const located: (Diagnostic | null)[] = findings.map(() => null);
  // Findings come column by column; a record is taken apart once if they are located record by record.
  // Stryker disable next-line all: any other order gives the same and takes more work
  const order = [...findings.keys()].sort((a, b) => recordOf(findings[a]!.at) - recordOf(findings[b]!.at));
  for (const index of order) {
    const finding = findings[index]!;
    const severity = severityOf(finding);
    if (severity === null) continue;
    const at = spanOf(finding.at);
    located[index] = {
      code: finding.code,
      severity,
      at,
      tell: finding.tell,
      ...(finding.figures === undefined ? {} : { figures: finding.figures }),
      related: finding.related.map((one) => ({ at: spanOf(one.at), tell: one.tell })),
      ...excerptOf(at),
    };
  }
  return located.filter((one) => one !== null).sort(compareDiagnostics);
}

function recordOf(place: Place): number {
  // Stryker disable next-line all: only that order hangs on it
  return place.kind === 'cell' ? place.record : -1;
}

function openForLocating(workspace: Workspace, name: string): LocatedFile | null {
  if (!workspace.has(name)) return null;
  const file = workspace.open(name);
  try {
    const raw = file.all();
    // A file in no encoding still has lines: a changed byte is shown where it stands.
    return new LocatedFile(name, decodeFile(raw)?.bytes ?? raw, name.toLowerCase().endsWith('.csv'));
  } finally {
    file.close();
  }
}

function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.at.file, b.at.file) ||
    a.at.line - b.at.line ||
    a.at.column - b.at.column ||
    compareSlugs(a.code, b.code)
  );
}

function compareSlugs(a: Slug, b: Slug): number {
  return compareText(a, b);
}
