// Reads .xlsx and .xls through the spreadsheet library, after taking from the file whatever could make that costly.

import { bookRefusals } from '../core/messages/import-file.js';
import { type CellFault, faultKey, type Merge, type Opened, type Raw, type Sheet } from './sheet.js';
import { type Part, store, unpack } from './zip.js';

/** Old workbooks are not archives: their size is what they cost. */
const MOST_XLS = 32 * 1_048_576;
/** Cells the library would lay out, blanks between them included. */
const MOST_CELLS = 20_000_000;

/** Cells, their texts, their formats, and where these stand: nothing that is drawn, linked, run or remembered. */
const needed =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/sharedStrings\.xml|xl\/styles\.xml|xl\/worksheets\/[^/]+\.xml)$/iu;

type Library = typeof import('hucre/xlsx');
type Workbook = Awaited<ReturnType<Library['readXlsx']>>;
type LibrarySheet = Workbook['sheets'][number];

export async function readWorkbook(bytes: Uint8Array, kind: 'xlsx' | 'xls'): Promise<Opened> {
  let archive = bytes;
  const remarks = [];
  if (kind === 'xlsx') {
    const unpacked = unpack(bytes, (name) => needed.test(name));
    if (!unpacked.ok) return { ok: false, refusal: bookRefusals.zip(unpacked.fault) };
    if (unpacked.names.some((name) => name.startsWith('xl/externalLinks/'))) remarks.push(bookRefusals.externalLinks());
    archive = store(unpacked.parts.map(withoutBlankEnd));
  } else if (bytes.length > MOST_XLS) return { ok: false, refusal: bookRefusals.zip('too-large') };
  const library = await import('hucre/xlsx');
  try {
    const workbook = kind === 'xlsx' ? await library.readXlsx(archive) : await library.readXls(archive);
    const cells = workbook.sheets.reduce((sum, { rows }) => sum + rows.length * (rows[0]?.length ?? 0), 0);
    if (cells > MOST_CELLS) return { ok: false, refusal: bookRefusals.zip('too-large') };
    return { ok: true, sheets: workbook.sheets.map(sheetOf), remarks };
  } catch (error) {
    return { ok: false, refusal: refusalOf(error) };
  }
}

/** What the library says of a file is about the file: the one place where an exception is bad data. */
function refusalOf(error: unknown) {
  const name = error instanceof Error ? error.name : '';
  if (name === 'EncryptedFileError') return bookRefusals.zip('encrypted');
  // One stray cell at the far end of a sheet makes it as large as sheets can be.
  if (error instanceof Error && /\bcells\), over the\b/u.test(error.message)) return bookRefusals.zip('too-large');
  return bookRefusals.unreadable(error instanceof Error ? error.message : String(error));
}

/**
 * A sheet without the formatted but empty rows below its last value: somebody who colours a whole column leaves a
 * million of them, and they hold nothing.
 */
function withoutBlankEnd(part: Part): Part {
  if (!/^xl\/worksheets\//iu.test(part.name)) return part;
  const text = Buffer.from(part.bytes.buffer, part.bytes.byteOffset, part.bytes.byteLength);
  const end = text.indexOf('</sheetData>');
  if (end < 0) return part;
  let last = text.lastIndexOf('</v>', end);
  // What holds something else can only count where it comes later.
  for (const tag of ['</t>', '</f>']) {
    const later = text.subarray(Math.max(0, last), end).lastIndexOf(tag);
    if (later >= 0) last = Math.max(0, last) + later;
  }
  const opening = text.indexOf('<sheetData>');
  const from = last >= 0 ? text.indexOf('</row>', last) + 6 : opening < 0 ? end : opening + 11;
  if (from < 6 || from >= end) return part;
  return { name: part.name, bytes: Buffer.concat([text.subarray(0, from), text.subarray(end)]) };
}

function sheetOf(sheet: LibrarySheet): Sheet {
  const faults = new Map<string, CellFault>();
  for (const [key, cell] of sheet.cells ?? []) {
    const fault = cell.type === 'error' ? 'error' : cell.type === 'formula' && cell.value === null ? 'formula' : null;
    if (fault === null) continue;
    const [row = 0, column = 0] = key.split(',').map(Number);
    faults.set(faultKey(row, column), fault);
  }
  const merges: Merge[] = (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
    top: startRow,
    left: startCol,
    bottom: endRow,
    right: endCol,
  }));
  return { name: sheet.name, rows: sheet.rows.map((row) => plain(row)), merges, faults };
}

const EPOCH = Date.UTC(1899, 11, 30);

/** Rows are used as they are where they hold no dates: most do not, and there may be a hundred thousand. */
function plain(row: LibrarySheet['rows'][number]): readonly Raw[] {
  if (row.every(isRaw)) return row;
  return row.map((cell) => (cell instanceof Date ? (cell.getTime() - EPOCH) / 86_400_000 : cell));
}

function isRaw(cell: LibrarySheet['rows'][number][number]): cell is Raw {
  return !(cell instanceof Date);
}
