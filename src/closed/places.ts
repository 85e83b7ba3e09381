// Where findings stand in files that do not change, and how their lines read: found once, not every night.

import type { Place, Span } from '../core/finding.js';
import type { Excerpt, KnownPlaces } from '../source/locate.js';
import type { Remembered } from './remembered.js';

function keyOf(place: Place | Span): string {
  return JSON.stringify(Object.values(place));
}

/** What is known, and what of it was asked for or learnt. */
class Asked<Found> {
  private readonly asked = new Map<string, readonly [Span, Found]>();
  private readonly known: ReadonlyMap<string, readonly [Span, Found]>;

  constructor(known: readonly (readonly [key: string, at: Span, found: Found])[]) {
    this.known = new Map(known.map(([key, at, found]) => [key, [at, found]]));
  }

  find(key: string): Found | null {
    const found = this.known.get(key);
    if (found === undefined) return null;
    this.asked.set(key, found);
    return found[1];
  }

  learn(key: string, at: Span, found: Found): void {
    this.asked.set(key, [at, found]);
  }

  hasNew(files: ReadonlySet<string>): boolean {
    for (const [key, [{ file }]] of this.asked) if (!this.known.has(key) && files.has(file)) return true;
    return false;
  }

  of(files: ReadonlySet<string>): (readonly [key: string, at: Span, found: Found])[] {
    return [...this.asked].flatMap(([key, [at, found]]) => (files.has(at.file) ? [[key, at, found]] : []));
  }
}

export class PlaceTable implements KnownPlaces {
  private readonly spans: Asked<Span>;
  private readonly excerpts: Asked<Excerpt>;

  constructor({ places, lines }: Pick<Remembered, 'places' | 'lines'> = { places: [], lines: [] }) {
    this.spans = new Asked(places.map(([place, span]) => [place, span, span]));
    this.excerpts = new Asked(lines.map(([at, excerpt]) => [keyOf(at), at, excerpt]));
  }

  span(place: Place): Span | null {
    return this.spans.find(keyOf(place));
  }

  excerpt(at: Span): Excerpt | null {
    return this.excerpts.find(keyOf(at));
  }

  learn(place: Place, span: Span): void {
    this.spans.learn(keyOf(place), span, span);
  }

  learnExcerpt(at: Span, excerpt: Excerpt): void {
    this.excerpts.learn(keyOf(at), at, excerpt);
  }

  /** Was anything of these files asked for that had to be looked for? */
  hasNew(files: ReadonlySet<string>): boolean {
    return this.spans.hasNew(files) || this.excerpts.hasNew(files);
  }

  /** What was asked for, of files that do not change. */
  of(files: ReadonlySet<string>): Pick<Remembered, 'places' | 'lines'> {
    return {
      places: this.spans.of(files).map(([place, span]) => [place, span]),
      lines: this.excerpts.of(files).map(([, at, excerpt]) => [at, excerpt]),
    };
  }
}
