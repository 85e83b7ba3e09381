// Where goods come from and go to: which places may stand at each end of each kind of movement, and what is said of others.

import { describe, expect, test } from 'vitest';
import { MovementEnds } from '../../src/book/ledger/ends.js';
import { loadBook } from '../../src/book/load.js';
import { End } from '../../src/book/movement.js';
import { FAULT } from '../../src/book/vocabulary.js';
import { memoryWorkspace } from '../../src/source/workspace.js';
import { told, words } from '../told.js';
import { REGISTERS, registersBut, resolverOf } from './desk.js';

/** The code of the place that a word means at each end, `-` for none, `?` where a careful look is wanted. */
function placesOf(word: string, resolver = resolverOf()): Record<keyof typeof End, string> {
  const ends = new MovementEnds(resolver);
  const name = resolver.placeNames.of(word);
  const at = (end: End): string => {
    const place = ends.place(end, name);
    expect(ends.place(end, name), 'the same when it is asked again').toBe(place);
    return place <= FAULT ? '?' : place < 0 ? '-' : resolver.places.code(place);
  };
  return {
    none: at(End.none),
    site: at(End.site),
    party: at(End.party),
    siteOrTransit: at(End.siteOrTransit),
    siteOrParty: at(End.siteOrParty),
    any: at(End.any),
  };
}

describe('an end of a movement', () => {
  test.each([
    // word, none, site, party, siteOrTransit, siteOrParty, any
    ['', '-', '?', '?', '?', '?', '?'],
    ['D1', '?', 'D1', '?', 'D1', 'D1', 'D1'],
    ['分仓', '?', 'D2', '?', 'D2', 'D2', 'D2'],
    ['SUP', '?', '?', 'SUP', '?', 'SUP', '?'],
    ['供应商', '?', '?', 'SUP', '?', 'SUP', '?'],
    ['在途', '?', '?', '?', 'transit', '?', 'transit'],
    ['Transit', '?', '?', '?', 'transit', '?', 'transit'],
    ['隔离点', '?', '?', '?', '?', '?', '?'],
    ['医院', '?', '?', '?', '?', '?', '?'],
    ['红十字会', '?', 'S3', 'RC', 'S3', '?', 'S3'],
    ['nowhere', '?', '?', '?', '?', '?', '?'],
  ])('that says "%s" is taken as it stands where that is plain', (word, none, site, party, transit, either, any) => {
    expect(placesOf(word)).toEqual({ none, site, party, siteOrTransit: transit, siteOrParty: either, any });
  });

  test('may be any sender at all where no parties are registered', () => {
    const resolver = resolverOf(registersBut('parties.csv'));
    expect(placesOf('民政局', resolver)).toMatchObject({ party: '民政局', site: '?', siteOrParty: '?', any: '?' });
    expect(placesOf('D1', resolver)).toMatchObject({ party: 'D1', site: 'D1', siteOrParty: 'D1', none: '?' });
  });
});

interface Told {
  readonly found: readonly string[];
  readonly said: readonly string[];
  readonly ends: readonly string[];
  readonly sites: readonly (readonly string[] | null)[];
}

/** A book of one movement, with enough of everything else that only its ends can be wrong. */
function movement(kind: string, from: string, to: string, files: Readonly<Record<string, string>> = REGISTERS): Told {
  const workspace = memoryWorkspace({
    'taizhang.yaml': 'categories:\n  living: {zh: 生活物资, en: living supplies}\n',
    ...files,
    'stock/a.csv': `date,doc,kind,item,qty,from,to,ref\n2022-01-12,X1,${kind},SUIT,5,${from},${to},X0\n`,
  });
  const { findings, stock, places, quarantined } = loadBook(workspace);
  const ours = findings.filter(({ code }) => code !== 'ref/document');
  return {
    found: told(workspace, ours).map((one) => one.replace('stock/a.csv:2:', '').replace(/-\d+ /, ' ')),
    said: words(ours, 'en'),
    ends: Array.from({ length: ours.length === 0 ? stock.length : 0 }, (_, row) => {
      const { from: here, to: there } = stock.movement(row);
      return `${places.code(here)}→${places.code(there)}`;
    }),
    sites: quarantined.map(({ sites }) => sites?.map((site) => places.code(site)) ?? null),
  };
}

// The columns of the cells: from stands at 27 where the kind is `opening`; it is easier to say which end it was.
const ended = (kind: string, from: string, to: string, files = REGISTERS): string[] => {
  const before = `2022-01-12,X1,${kind},SUIT,5,`.length + 1;
  return movement(kind, from, to, files).found.map((one) => {
    const [column, code] = one.split(' ');
    return `${Number(column) === before ? 'from' : Number(column) === before + from.length + 1 ? 'to' : column} ${code}`;
  });
};

describe('the ends that fit a movement', () => {
  test.each([
    ['opening', '', 'D1', '→D1'],
    ['receipt', 'SUP', 'D1', 'SUP→D1'],
    ['receipt', '红十字会', 'D1', 'RC→D1'],
    ['issue', 'D1', 'S1', 'D1→S1'],
    ['issue', 'D1', 'H1', 'D1→H1'],
    ['transfer', 'D1', 'D2', 'D1→D2'],
    ['transfer', '红十字会', 'D2', 'S3→D2'],
    ['return', 'S1', 'D1', 'S1→D1'],
    ['return', '在途', 'D1', 'transit→D1'],
    ['disposal', 'D1', '', 'D1→'],
    ['gain', '', 'D1', '→D1'],
    ['loss', 'D1', '', 'D1→'],
    ['loss', 'transit', '', 'transit→'],
    ['reversal', 'D1', 'S1', 'D1→S1'],
    ['reversal', 'SUP', 'D1', 'SUP→D1'],
    ['reversal', '', 'D1', '→D1'],
    ['reversal', 'D1', '', 'D1→'],
    ['reversal', '在途', 'D1', 'transit→D1'],
  ])('%s from "%s" to "%s"', (kind, from, to, ends) => {
    const { found, ends: read } = movement(kind, from, to);
    expect(found).toEqual([]);
    expect(read).toEqual([ends]);
  });
});

describe('an end that does not fit is told at its cell:', () => {
  test.each([
    ['opening', 'D1', 'D2', ['from stock/direction']],
    ['opening', '', '', ['to stock/direction']],
    ['opening', '', 'SUP', ['to stock/direction']],
    ['opening', '', 'nowhere', ['to ref/site']],
    ['opening', '', '隔离点', ['to ref/ambiguous']],
    ['opening', '', '在途', ['to stock/direction']],
    ['opening', '', '医院', ['to stock/direction']],
    ['receipt', '', 'D1', ['from stock/direction']],
    ['receipt', 'D2', 'D1', ['from stock/direction']],
    ['receipt', '隔离点', 'D1', ['from stock/direction']],
    ['receipt', '在途', 'D1', ['from stock/direction']],
    ['receipt', 'nobody', 'D1', ['from ref/party']],
    ['receipt', '医院', 'D1', ['from ref/ambiguous']],
    ['receipt', 'SUP', '在途', ['to stock/direction']],
    ['issue', 'SUP', 'S1', ['from stock/direction']],
    ['issue', '在途', 'S1', ['from stock/direction']],
    ['issue', 'D1', '', ['to stock/direction']],
    ['issue', 'D1', '在途', ['to stock/direction']],
    ['issue', 'D1', 'nowhere', ['to ref/site']],
    ['issue', 'D1', '红十字会', ['to ref/ambiguous']],
    ['issue', 'D1', '医院', ['to ref/ambiguous']],
    ['issue', 'D1', '隔离点', ['to ref/ambiguous']],
    ['issue', 'D1', 'D1', ['to stock/direction']],
    ['transfer', 'D1', '总仓', ['to stock/direction']],
    ['transfer', 'D1', 'H1', ['to stock/direction']],
    ['transfer', '在途', 'D1', ['from stock/direction']],
    ['return', 'nowhere', 'D1', ['from ref/site']],
    ['return', 'SUP', 'D1', ['from stock/direction']],
    ['return', '隔离点', 'D1', ['from ref/ambiguous']],
    ['return', 'S1', '在途', ['to stock/direction']],
    ['disposal', 'D1', 'D2', ['to stock/direction']],
    ['disposal', 'D1', 'nowhere', ['to stock/direction']],
    ['disposal', '在途', '', ['from stock/direction']],
    ['loss', 'D1', 'D2', ['to stock/direction']],
    ['loss', '', '', ['from stock/direction']],
    ['reversal', 'nowhere', 'D1', ['from ref/site']],
    ['reversal', '红十字会', 'D1', ['from ref/ambiguous']],
    ['reversal', '隔离点', 'D1', ['from ref/ambiguous']],
    ['reversal', 'D1', 'D1', ['to stock/direction']],
    ['issue', 'SUP', '在途', ['from stock/direction', 'to stock/direction']],
  ])('%s from "%s" to "%s"', (kind, from, to, expected) => {
    expect(ended(kind, from, to)).toEqual(expected);
  });

  test('with the words for what it is', () => {
    expect(movement('opening', 'D1', 'D2').said).toEqual([
      expect.stringMatching(/^"D1" cannot be the from of a movement of kind opening/),
    ]);
    expect(movement('disposal', 'D1', 'D2').said).toEqual([
      expect.stringMatching(/^"D2" cannot be the to of a movement of kind disposal/),
    ]);
    expect(movement('receipt', '', 'D1').said).toEqual([
      expect.stringMatching(/^a movement of kind receipt needs a from/),
    ]);
    expect(movement('issue', 'D1', '').said).toEqual([expect.stringMatching(/^a movement of kind issue needs a to/)]);
    expect(movement('transfer', 'D1', '总仓').said).toEqual([expect.stringMatching(/^from and to are both "总仓"/)]);
    expect(movement('issue', 'D1', '红十字会').said).toEqual([expect.stringMatching(/S3.*RC/)]);
  });

  test('a kind that cannot be read leaves both ends open, to anything that is a place at all', () => {
    expect(ended('?', 'D1', '')).toEqual(['15 value/choice']);
    expect(ended('?', 'SUP', '在途')).toEqual(['15 value/choice']);
    expect(ended('?', 'nowhere', 'D1')).toEqual(['15 value/choice', 'from ref/site']);
  });
});

describe('where no parties are registered', () => {
  const files = registersBut('parties.csv');
  test.each([
    ['receipt', '民政局', 'D1', '民政局→D1'],
    ['receipt', 'D2', 'D1', 'D2→D1'],
    ['reversal', '民政局', 'D1', '民政局→D1'],
    ['reversal', 'D1', 'D2', 'D1→D2'],
  ])('a %s may come from "%s"', (kind, from, to, ends) => {
    const { found, ends: read } = movement(kind, from, to, files);
    expect(found).toEqual([]);
    expect(read).toEqual([ends]);
  });

  test.each([
    ['issue', 'D1', '民政局', ['to ref/site']],
    ['issue', '民政局', 'S1', ['from ref/site']],
    ['reversal', 'D1', '民政局', ['to ref/site']],
    ['receipt', '', 'D1', ['from stock/direction']],
  ])('no %s goes from "%s" to "%s"', (kind, from, to, expected) => {
    expect(ended(kind, from, to, files)).toEqual(expected);
  });
});

describe('a row that is left out may have changed the stock', () => {
  test.each([
    ['opening', 'D1', 'D2', ['D2']],
    ['transfer', 'D1', 'nowhere', null],
    ['transfer', 'nowhere', 'D1', null],
    ['transfer', 'D1', 'D1', ['D1', 'D1']],
    ['receipt', 'nobody', 'D1', ['D1']],
    ['receipt', '在途', 'D2', ['D2']],
    ['disposal', 'D1', 'D2', ['D1']],
    ['issue', 'D1', '红十字会', null],
    ['return', 'nowhere', 'D1', null],
    ['loss', 'transit', 'D1', []],
    ['?', 'D1', 'SUP', ['D1']],
    ['?', 'nowhere', 'D1', null],
    ['?', '', 'D1', ['D1']],
  ])('of the sites that a wrong %s from "%s" to "%s" names, or of any', (kind, from, to, sites) => {
    expect(movement(kind, from, to).sites).toEqual([sites]);
  });
});
