// Spreadsheets for the import: archives with their bytes, their parts and their cells changed, and lists of other shapes.

import { deflateRawSync } from 'node:zlib';
import { store, unpack } from '../../../src/import/zip.js';
import { rawWorkbook } from '../../../test/import/rawworkbook.js';
import { utf8 } from '../case.js';
import type { Pool } from '../pool.js';
import type { Random } from '../random.js';
import { weirdCell } from '../weird.js';
import { mutateBytes, randomBytes } from './bytes.js';
import { structureMutated } from './structure.js';

const xml = '<?xml version="1.0" encoding="UTF-8"?>';
const ns = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

function escaped(text: string): string {
  return text.replace(/[&<>"]/gu, (c) => `&#${c.charCodeAt(0)};`);
}

const headers = [
  '日期',
  '类别',
  '品名',
  '规格',
  '数量',
  '单位',
  '来源',
  '去向',
  '单号',
  '备注',
  '序号',
  '金额',
  'qty',
  'item',
];
const words = [
  '2022-01-12',
  '44573',
  '入库',
  '出库',
  '防护服',
  '医用口罩',
  '12箱',
  '3.6万',
  '合计',
  '共计',
  '红十字会',
  'D1',
  'S1',
  '套',
  '1',
  '198件',
  '1400瓶60箱',
  '2、5KG',
  '制表人：陈明',
  '\u200b',
  '',
];

/** A small workbook with what people put into one, and what nobody would. */
function madeWorkbook(random: Random, pool: Pool): Uint8Array {
  const width = 2 + random.below(8);
  const rows: string[] = [];
  let at = 1;
  const strings: string[] = [];
  const cell = (text: string, column: number): string => {
    const place = random.chance(0.97)
      ? `${String.fromCharCode(65 + column)}${at}`
      : random.pick(['', 'A0', 'XFE1', 'ZZZZ99', '1A', `A${at}A`, 'A1048577']);
    const style = random.chance(0.1) ? ` s="${random.below(9)}"` : '';
    switch (random.below(8)) {
      case 0:
        return `<c r="${place}"${style}><v>${escaped(text)}</v></c>`;
      case 1:
        strings.push(text);
        return `<c r="${place}" t="s"><v>${random.chance(0.95) ? strings.length - 1 : random.pick(['-1', '999', 'x', ''])}</v></c>`;
      case 2:
        return `<c r="${place}"${style}><f>${escaped(text)}</f>${random.chance(0.5) ? `<v>${escaped(text)}</v>` : ''}</c>`;
      case 3:
        return `<c r="${place}" t="${random.pick(['e', 'b', 'd', 'str', 'n', 'x'])}"><v>${escaped(text)}</v></c>`;
      default:
        return `<c r="${place}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;
    }
  };
  const line = (texts: readonly string[]) => {
    rows.push(
      `<row r="${random.chance(0.98) ? at : random.pick(['0', '-1', 'x', '1048577'])}">${texts.map(cell).join('')}</row>`,
    );
    at += random.few(3);
  };
  for (let n = random.below(4); n > 0; n--)
    line([random.pick(['物资入库一览表', '2022年1月12日', '单位：中心', ...pool.naughty])]);
  line(random.shuffle(headers).slice(0, width));
  for (let n = random.below(12); n > 0; n--) {
    line(
      Array.from({ length: width }, () =>
        random.chance(0.8) ? random.pick(words) : weirdCell(random.pick(words), random, pool.naughty),
      ),
    );
  }
  const merges = random.chance(0.3)
    ? `<mergeCells>${Array.from({ length: 1 + random.below(4) }, () => `<mergeCell ref="${random.pick(['A2:A5', 'B1:D2', 'A1:XFD1048576', 'C3', 'Z9:A1', 'x'])}"/>`).join('')}</mergeCells>`
    : '';
  const shared = `${xml}<sst xmlns="${ns}">${strings.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`;
  return rawWorkbook(rows.join(''), [{ name: 'xl/sharedStrings.xml', bytes: utf8(shared) }], merges);
}

/** The same parts with one of them changed, so that what is inside is reached and not only the archive's own sums. */
function partsMutated(bytes: Uint8Array, random: Random): Uint8Array {
  const opened = unpack(bytes, () => true);
  if (!opened.ok || opened.parts.length === 0) return mutateBytes(bytes, random);
  const which = random.below(opened.parts.length);
  return store(
    opened.parts.map((part, at) => (at === which ? { ...part, bytes: mutateBytes(part.bytes, random) } : part)),
  );
}

function list(random: Random, pool: Pool): Uint8Array {
  const width = 2 + random.below(8);
  const separator = random.pick([',', '\t', ';', '|']);
  const rows = [
    random.shuffle(headers).slice(0, width),
    ...Array.from({ length: random.below(12) }, () =>
      Array.from({ length: width }, () =>
        random.chance(0.8) ? random.pick(words) : weirdCell(random.pick(words), random, pool.naughty),
      ),
    ),
  ];
  return utf8(rows.map((row) => row.join(separator)).join(random.pick(['\n', '\r\n', '\r'])));
}

export function spreadsheet(random: Random, pool: Pool): { name: string; bytes: Uint8Array; what: string } {
  switch (random.below(8)) {
    case 0: {
      const small = pool.imports.filter(({ bytes }) => bytes.length < 20_000);
      const { name, bytes } = random.pick(small.length === 0 ? pool.imports : small);
      return { name, bytes: mutateBytes(bytes, random), what: `bytes of ${name}` };
    }
    case 1: {
      const name = 'list.csv';
      const { files, what } = structureMutated({ [name]: list(random, pool) }, random);
      return { name, bytes: files[name]!, what };
    }
    case 2:
      return { name: 'list.csv', bytes: list(random, pool), what: 'a list' };
    case 3:
      return { name: 'list.xlsx', bytes: mutateBytes(madeWorkbook(random, pool), random), what: 'bytes of a workbook' };
    case 4:
    case 5:
      return {
        name: 'list.xlsx',
        bytes: partsMutated(madeWorkbook(random, pool), random),
        what: 'a part of a workbook',
      };
    case 6:
      return { name: 'list.xlsx', bytes: randomArchive(random), what: 'an archive of nothing' };
    default:
      return { name: 'list.xlsx', bytes: madeWorkbook(random, pool), what: 'a workbook' };
  }
}

function randomArchive(random: Random): Uint8Array {
  const data = random.chance(0.5) ? deflateRawSync(randomBytes(random, 400)) : randomBytes(random, 400);
  const archive = store([
    { name: random.pick(['xl/workbook.xml', '[Content_Types].xml', '../x', 'a\u0000b']), bytes: data },
  ]);
  if (random.chance(0.5)) archive[8] = 8;
  return archive;
}
