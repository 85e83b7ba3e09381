// The families of cases, how often each comes up, and how one case is made from a seed and its number.

import { type Case, type Files, textOf, utf8 } from './case.js';
import { bytesMutated, randomBytes } from './families/bytes.js';
import { encodingMutated } from './families/encodings.js';
import { withFault } from './families/faults.js';
import { sealedBook } from './families/seals.js';
import { structureMutated } from './families/structure.js';
import { spreadsheet } from './families/workbooks.js';
import { yamlMutated } from './families/yaml.js';
import { goodBook } from './goodbook.js';
import type { Pool } from './pool.js';
import { Random } from './random.js';
import { copySheets, plainFiles, rewritten, tableOf } from './sheets.js';
import { weirdCell } from './weird.js';

type Maker = (random: Random, pool: Pool) => Case;

const nothing = { kind: 'nothing' } as const;

function aBook(random: Random, pool: Pool): Files {
  return random.chance(0.3) ? plainFiles(goodBook(random)) : random.pick(pool.books).files;
}

/** Columns in which another value moves a figure, or is an error. */
const telling: Readonly<Record<string, readonly string[]>> = {
  stock: ['kind', 'item', 'qty', 'unit', 'from', 'to', 'lot'],
  deliveries: ['doc', 'item', 'received', 'unit', 'site', 'lot'],
  counts: ['site', 'item', 'counted', 'unit'],
};

export const families: Readonly<Record<string, { readonly weight: number; readonly make: Maker }>> = {
  random: {
    weight: 6,
    make(random) {
      const files = plainFiles(goodBook(random));
      const name = random.pick([
        ...Object.keys(files),
        'stock/x.csv',
        'org/x.yaml',
        'seals/2022-01-10.json',
        'seals/2022-01-10.csv',
        'imports/x.csv',
      ]);
      return {
        kind: 'book',
        family: 'random',
        what: name,
        files: { ...files, [name]: randomBytes(random, 600) },
        expect: nothing,
      };
    },
  },
  bytes: {
    weight: 16,
    make: (random, pool) => ({
      kind: 'book',
      family: 'bytes',
      expect: nothing,
      ...bytesMutated(aBook(random, pool), random),
    }),
  },
  structure: {
    weight: 16,
    make: (random, pool) => ({
      kind: 'book',
      family: 'structure',
      expect: nothing,
      ...structureMutated(aBook(random, pool), random),
    }),
  },
  encodings: {
    weight: 8,
    make: (random, pool) => ({
      kind: 'book',
      family: 'encodings',
      expect: nothing,
      ...encodingMutated(aBook(random, pool), random),
    }),
  },
  cells: {
    weight: 12,
    make(random, pool) {
      const sheets = goodBook(random);
      const names = [...sheets.grids.keys()];
      const done: string[] = [];
      for (let n = random.few(5); n > 0; n--) {
        const file = random.pick(names);
        const { header, rows } = sheets.grids.get(file)!;
        const row = random.pick(rows);
        const at = random.below(header.length);
        const made = random.chance(0.2) ? random.pick(random.pick(rows)) : weirdCell(row[at]!, random, pool.naughty);
        done.push(`${file} ${header[at]} ${JSON.stringify(row[at])} → ${JSON.stringify(made.slice(0, 40))}`);
        row[at] = made;
      }
      return {
        kind: 'book',
        family: 'cells',
        what: done.join('; '),
        files: rewritten(sheets, random),
        expect: nothing,
      };
    },
  },
  counted: {
    weight: 9,
    make(random, pool) {
      const good = goodBook(random);
      const sheets = copySheets(good);
      const file = random.pick(['stock/2022.csv', 'deliveries/2022.csv', 'counts/2022.csv']);
      const { header, rows } = sheets.grids.get(file)!;
      const column = random.pick(telling[tableOf(file) ?? ''] ?? header);
      const at = header.indexOf(column);
      const row = random.pick(rows);
      const before = row[at]!;
      row[at] = weirdCell(before, random, pool.naughty);
      const what = `${file} ${column} ${JSON.stringify(before)} → ${JSON.stringify(row[at].slice(0, 40))}`;
      return {
        kind: 'book',
        family: 'counted',
        what,
        files: plainFiles(sheets),
        expect: { kind: 'counted', as: plainFiles(good) },
      };
    },
  },
  faults: {
    weight: 10,
    make(random) {
      const { files, what, slugs } = withFault(goodBook(random, true), random, (sheets) => rewritten(sheets, random));
      return { kind: 'book', family: 'faults', what, files, expect: { kind: 'fault', slugs } };
    },
  },
  same: {
    weight: 4,
    make(random, pool) {
      const sheets = goodBook(random);
      for (let n = random.below(3); n > 0; n--) {
        // The ledgers whose rows stand for themselves: a code of a register that changes may be told by another row.
        const { header, rows } = sheets.grids.get(
          random.pick(['stock/2022.csv', 'deliveries/2022.csv', 'counts/2022.csv']),
        )!;
        const row = random.pick(rows);
        const at = random.below(header.length);
        row[at] = weirdCell(row[at]!, random, pool.naughty).replaceAll(/[\r\n]/gu, '');
      }
      return {
        kind: 'book',
        family: 'same',
        what: 'written otherwise',
        files: rewritten(sheets, random),
        expect: { kind: 'same', as: plainFiles(sheets) },
      };
    },
  },
  yaml: {
    weight: 9,
    make: (random, pool) => ({
      kind: 'book',
      family: 'yaml',
      expect: nothing,
      ...yamlMutated(aBook(random, pool), random),
    }),
  },
  seals: {
    weight: 3,
    make(random) {
      const files = sealedBook(random.below(8));
      if (random.chance(0.5)) {
        const sealed = Object.fromEntries(Object.entries(files).filter(([name]) => name.startsWith('seals/')));
        const { files: changed, what } = bytesMutated(random.chance(0.7) ? sealed : files, random);
        return { kind: 'book', family: 'seals', what, files: { ...files, ...changed }, expect: nothing };
      }
      return tampered(files, random);
    },
  },
  spreadsheets: {
    weight: 5,
    make(random, pool) {
      const { name, bytes, what } = spreadsheet(random, pool);
      return { kind: 'import', family: 'spreadsheets', what, files: plainFiles(goodBook(random)), name, bytes };
    },
  },
};

/** One byte that a seal vouches for, or a whole file. */
function tampered(files: Files, random: Random): Case {
  const expect = { kind: 'tampered' } as const;
  const closed = '2022-01-12';
  const names = Object.keys(files).filter((name) =>
    /^(?:stock|deliveries|counts|requests|census|roster|seals)\//u.test(name),
  );
  const name = random.pick(names);
  if (random.chance(0.15) && !name.startsWith('seals/2022-01-11')) {
    const { [name]: _, ...rest } = files;
    return { kind: 'book', family: 'seals', what: `${name} is gone`, files: rest, expect };
  }
  const text = textOf(files[name]!);
  // What stands after the first row of an open day is vouched for by nobody.
  const open = name.startsWith('seals/') ? text.length : text.indexOf(`\n${closed}`);
  const places = [...text.slice(0, open)].flatMap((c, at) => (/[0-9A-Za-z,]/u.test(c) ? [at] : []));
  const at = random.pick(places);
  const other = random.pick([...'0123456789abcXYZ;'].filter((c) => c !== text[at]));
  const made = text.slice(0, at) + other + text.slice(at + 1);
  return {
    kind: 'book',
    family: 'seals',
    what: `${name} at ${at}: ${text[at]} → ${other}`,
    files: { ...files, [name]: utf8(made) },
    expect,
  };
}

const drawn = Object.keys(families).flatMap((name) => new Array<string>(families[name]!.weight).fill(name));

/** The same case for the same seed and number, of one family where only that is asked for. */
export function makeCase(seed: number, number: number, pool: Pool, only: string | null = null): Case {
  const random = new Random(seed, number);
  const name = only ?? random.pick(drawn);
  return families[name]!.make(random, pool);
}
