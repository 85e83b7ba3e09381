// A workbook whose one sheet is given as XML, for what no well-meaning writer would write.

import { type Part, store } from '../../src/import/zip.js';

const xml = '<?xml version="1.0" encoding="UTF-8"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** `more`: parts beside the usual ones; `behind`: what follows the rows in the sheet. */
export function rawWorkbook(sheetData: string, more: readonly Part[] = [], behind = ''): Uint8Array {
  const text = (name: string, content: string): Part => ({ name, bytes: new TextEncoder().encode(xml + content) });
  const content = 'http://schemas.openxmlformats.org/package/2006/content-types';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const ml = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return store([
    text(
      '[Content_Types].xml',
      `<Types xmlns="${content}"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${ml}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${ml}.worksheet+xml"/></Types>`,
    ),
    text(
      '_rels/.rels',
      `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    text(
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    text(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    text(
      'xl/worksheets/sheet1.xml',
      `<worksheet xmlns="${main}"><sheetData>${sheetData}</sheetData>${behind}</worksheet>`,
    ),
    ...more,
  ]);
}
