// What day and time it is where the book is kept. The one place that looks at a clock.

import { type Day, dayOf } from '../core/day.js';

export interface Now {
  readonly day: Day;
  readonly minute: number;
  /** `2022-01-12T21:40:00+08:00` */
  readonly stamp: string;
}

/** `instant` is only given by tests and by those who show how something was on another day. */
export function nowIn(timezone: string | null, instant: Date = new Date()): Now {
  const zone = timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const parts = new Map(
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      timeZoneName: 'longOffset',
    })
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes): string => parts.get(name) ?? '00';
  const offset = part('timeZoneName').replace('GMT', '');
  const day = dayOf(Number(part('year')), Number(part('month')), Number(part('day')));
  if (day === null) throw new RangeError(`the clock is beyond the calendar: ${instant.toISOString()}`);
  const date = `${part('year')}-${part('month')}-${part('day')}`;
  return {
    day,
    minute: Number(part('hour')) * 60 + Number(part('minute')),
    stamp: `${date}T${part('hour')}:${part('minute')}:${part('second')}${offset === '' ? '+00:00' : offset}`,
  };
}
