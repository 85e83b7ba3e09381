// Which cell of a file holds which column, and what is said of a header that does not fit its table.

import { describe, expect, test } from 'vitest';
import { columnsOf } from '../../src/book/columns.js';
import { columnNames, readHeader } from '../../src/book/header.js';
import type { HeaderCell } from '../../src/source/csv/read.js';

const columns = columnsOf('census');

/** A header read as it stands: its cells by column, and its findings with where they point. */
function header(text: string) {
  let at = 0;
  const cells: HeaderCell[] = [];
  for (const part of text === '' ? [] : text.split(',')) {
    cells.push({ text: part, start: at, end: at + part.length });
    at += part.length + 1;
  }
  const { cellOf, unreadable, findings } = readHeader('census/a.csv', cells, columns);
  return {
    cellOf: Object.fromEntries(columns.map(({ name }, index) => [name, cellOf[index]])),
    unreadable: [...unreadable].map((index) => columns[index]?.name),
    found: findings.map(({ code, at: place }) => {
      if (place.kind !== 'bytes') throw new Error(place.kind);
      return `${code} ${place.start}-${place.end}`;
    }),
    said: findings.map(({ tell }) => tell('en').message),
    hints: findings.map(({ tell }) => tell('en').hint),
  };
}

test('columns stand in any order, in either language, in any case and width', () => {
  expect(header('隔离人数,Date,ｓｉｔｅ, 备注 ')).toMatchObject({
    cellOf: { residents: 0, date: 1, site: 2, note: 3, staff: -1 },
    unreadable: [],
    found: [],
  });
});

describe('a column', () => {
  test('that is required and absent is missing, once for each, said at the first cell', () => {
    const read = header('staff,note');
    expect(read.unreadable).toEqual(['date', 'site', 'residents']);
    expect(read.found).toEqual(['csv/header-missing 0-5', 'csv/header-missing 0-5', 'csv/header-missing 0-5']);
    expect(read.said[0]).toMatch(/date.*日期/);
  });

  test('that is optional may be absent', () => {
    expect(header('date,site,residents').found).toEqual([]);
  });

  test('that stands twice cannot be read; the first of the two is where it is', () => {
    const read = header('date,site,residents,日期');
    expect(read.unreadable).toEqual(['date']);
    expect(read.cellOf.date).toBe(0);
    expect(read.found).toEqual(['csv/header-duplicate 20-22']);
    expect(read.said[0]).toMatch(/日期.*date/);
  });

  test('that nobody knows is told with the nearest names, and is no hindrance', () => {
    const read = header('date,site,residnets,residents');
    expect(read).toMatchObject({ unreadable: [], cellOf: { residents: 3 }, found: ['csv/header-unknown 10-19'] });
    expect(read.said[0]).toContain('residnets');
    expect(read.hints[0]).toContain('residents');
  });

  test('without a name, behind a table or within it, is nothing', () => {
    expect(header('date,,site,residents, ,\u200b')).toMatchObject({ cellOf: { site: 2 }, unreadable: [], found: [] });
  });
});

test('a file without a header is told once, and none of its required columns can be read', () => {
  const read = header('');
  expect(read.found).toEqual(['csv/header-missing 0-0']);
  expect(read.unreadable).toEqual(['date', 'site', 'residents']);
});

test('a column answers to all of its names', () => {
  const names = columnNames(columnsOf('stock'));
  expect(['kind', '类别', '类型', 'item', '物资', '品名', '物资名称'].map((name) => names.get(name))).toEqual([
    3, 3, 3, 4, 4, 4, 4,
  ]);
  expect(columnNames(columnsOf('stock'))).toBe(names);
  expect(columnNames(columnsOf('counts'))).not.toBe(names);
});
