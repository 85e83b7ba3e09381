// Gains and losses that name a count: which of them explain what it found, and which count they explain.

import { describe, expect, test } from 'vitest';
import { told } from './run.js';

const opening = [
  '@1 QC1 opening SUIT - - 100 - D1',
  '@1 QC2 opening RICE - - 50 - D2',
  '@1 QC3 opening MASK A 2023-03-01 40 - D1',
  '@1 QC4 opening MASK B 2023-04-01 60 - D1',
];

/** What each count found and nobody has explained yet, as of the ninth. */
function unexplained(counts: readonly string[], ...rows: string[]): string[] {
  const { book, figures } = told(9, { stock: [...opening, ...rows], counts: [...counts] });
  return [...figures.counts].map(({ count, variance }) => {
    const lot = count.lot < 0 ? '' : ` ${book.lots.text(count.lot)}`;
    const site = book.sites.all[count.site]?.code;
    return `${site} ${book.items.all[count.item]?.code}${lot} ${variance / 1_000_000}`;
  });
}

const named = (site: string) => `count:2022-01-03:${site}`;

describe('a gain or a loss that names a count', () => {
  test('explains what was found of its item at its site, and nothing else that was counted', () => {
    const counts = ['@3 close D1 SUIT - 97', '@3 close D2 RICE - 52', '@3 close D2 SUIT - 2', '@4 close D2 RICE - 53'];
    const gain = `@5 PY1 gain RICE - - 2 - D2 ${named('D2')}`;
    expect(unexplained(counts)).toEqual(['D1 SUIT -3', 'D2 RICE 2', 'D2 SUIT 2', 'D2 RICE 3']);
    expect(unexplained(counts, gain)).toEqual(['D1 SUIT -3', 'D2 RICE 0', 'D2 SUIT 2', 'D2 RICE 3']);
    const loss = `@5 PK1 loss SUIT - - 3 D1 - ${named('D1')}`;
    expect(unexplained(counts, gain, loss)).toEqual(['D1 SUIT 0', 'D2 RICE 0', 'D2 SUIT 2', 'D2 RICE 3']);
  });

  test('explains it in several steps', () => {
    const gains = [1, 2].map((qty) => `@5 PY${qty} gain RICE - - ${qty} - D2 ${named('D2')}`);
    expect(unexplained(['@3 close D2 RICE - 54'], ...gains)).toEqual(['D2 RICE 1']);
  });

  test('explains nothing where it is booked at another site than it names', () => {
    const counts = ['@3 close D1 SUIT - 105', '@3 close D2 SUIT - 5'];
    expect(unexplained(counts, `@5 PY1 gain SUIT - - 5 - D1 ${named('D2')}`)).toEqual(['D1 SUIT 5', 'D2 SUIT 5']);
  });

  test('of a lot explains that lot, or all of them where they were counted together', () => {
    const gain = `@5 PY1 gain MASK A 2023-03-01 5 - D1 ${named('D1')}`;
    const apart = ['@3 close D1 MASK A 45', '@3 close D1 MASK B 65'];
    expect(unexplained(apart, gain)).toEqual(['D1 MASK A 0', 'D1 MASK B 5']);
    expect(unexplained(['@3 close D1 MASK - 105'], gain)).toEqual(['D1 MASK 0']);
  });

  test('is itself in what was counted at the end of its day, and explains what was found at its beginning', () => {
    const gain = (day: number) => `@${day} PY1 gain SUIT - - 5 - D1 ${named('D1')}`;
    const opened = (...rows: string[]) => unexplained(['@3 open D1 SUIT - 105'], ...rows);
    expect([opened(gain(2)), opened(gain(3)), opened(gain(4))]).toEqual([['D1 SUIT 0'], ['D1 SUIT 0'], ['D1 SUIT 0']]);
    const closed = (...rows: string[]) => unexplained(['@3 close D1 SUIT - 105'], ...rows);
    expect([closed(gain(2)), closed(gain(3)), closed(gain(4))]).toEqual([['D1 SUIT 0'], ['D1 SUIT 0'], ['D1 SUIT 0']]);
  });

  test('after the day that is asked about explains nothing yet', () => {
    const gain = `@5 PY1 gain SUIT - - 5 - D1 ${named('D1')}`;
    const as = (day: number) => {
      const { figures } = told(day, { stock: [...opening, gain], counts: ['@3 close D1 SUIT - 105'] });
      return [...figures.counts].map(({ variance }) => variance / 1_000_000);
    };
    expect([as(4), as(5)]).toEqual([[5], [0]]);
  });
});

test('other movements that name a count explain nothing', () => {
  const moved = `@5 BS1 disposal SUIT - - 5 D1 - ${named('D1')}`;
  expect(unexplained(['@3 close D1 SUIT - 95'], moved)).toEqual(['D1 SUIT -5']);
});
