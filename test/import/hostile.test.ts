// Files that mean harm, or only are what people make of a spreadsheet: bounded in time and memory, with a clear word.

import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../src/import/delimited.js';
import { openSheets } from '../../src/import/open.js';
import { rawWorkbook } from './rawworkbook.js';
import { accepted, csv, plan, rejected, tryPlan, workbook } from './workbooks.js';

const cell = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const header = `<row r="1">${['日期', '类别', '品名', '数量', '来源'].map((text, i) => cell(`${'ABCDE'[i]}1`, text)).join('')}</row>`;
const line = (row: number, qty: string): string =>
  `<row r="${row}">${cell(`A${row}`, '2020-01-30')}${cell(`B${row}`, '入库')}${cell(`C${row}`, '口罩')}${qty}${cell(`E${row}`, 'P1')}</row>`;

/** The archive with one part made of `size` zero bytes, its entry saying `said`. */
function bomb(size: number, said: number): Uint8Array {
  const name = new TextEncoder().encode('xl/worksheets/sheet1.xml');
  const data = deflateRawSync(new Uint8Array(size));
  const local = new DataView(new ArrayBuffer(30));
  const central = new DataView(new ArrayBuffer(46));
  const end = new DataView(new ArrayBuffer(22));
  local.setUint32(0, 0x04034b50, true);
  central.setUint32(0, 0x02014b50, true);
  for (const [view, at] of [
    [local, 8],
    [central, 10],
  ] as const) {
    view.setUint16(at, 8, true);
    view.setUint32(at + 10, data.length, true);
    view.setUint32(at + 14, said, true);
    view.setUint16(at + 18, name.length, true);
  }
  const offset = 30 + name.length + data.length;
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, 1, true);
  end.setUint16(10, 1, true);
  end.setUint32(12, 46 + name.length, true);
  end.setUint32(16, offset, true);
  return Buffer.concat([
    new Uint8Array(local.buffer),
    name,
    data,
    new Uint8Array(central.buffer),
    name,
    new Uint8Array(end.buffer),
  ]);
}

describe('hostile workbooks', () => {
  it('a zip bomb is refused by what it says of itself, and by what it is', async () => {
    for (const said of [300_000_000, 1000]) {
      const opened = await openSheets(bomb(300_000_000, said));
      expect(opened.ok ? '' : opened.refusal.message.zh).toContain('展开后太大');
    }
  }, 20_000);

  it('a million blank formatted rows change nothing', async () => {
    const blank = Array.from(
      { length: 1_000_000 },
      (_, i) => `<row r="${i + 3}"><c r="A${i + 3}" s="1"/><c r="B${i + 3}" s="1"/></row>`,
    ).join('');
    const bytes = rawWorkbook(header + line(2, '<c r="D2"><v>5</v></c>') + blank);
    const planned = await plan(bytes);
    expect(accepted(planned, 'qty')).toEqual(['5']);
  }, 20_000);

  it('one stray cell at the far end of a sheet is refused, not laid out', async () => {
    const far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
    const result = await tryPlan(rawWorkbook(header + line(2, '<c r="D2"><v>5</v></c>') + far));
    expect(result.ok ? '' : result.refusal.message.zh).toContain('展开后太大');
  });

  it('formulas are never worked out: a saved result counts, one without is rejected, an error too', async () => {
    const rows = [
      line(2, '<c r="D2"><f>2+3</f><v>5</v></c>'),
      line(3, '<c r="D3"><f>SUM(D2:D2)</f></c>'),
      line(4, '<c r="D4" t="e"><v>#REF!</v></c>'),
      line(5, '<c r="D5"><f>[1]Other!A1</f><v>7</v></c>'),
    ];
    const links = { name: 'xl/externalLinks/externalLink1.xml', bytes: new TextEncoder().encode('<externalLink/>') };
    const bytes = rawWorkbook(header + rows.join(''), [links]);
    const planned = await plan(bytes);
    expect(accepted(planned, 'qty')).toEqual(['5', '7']);
    expect(rejected(planned).map((text) => text.slice(0, 24))).toEqual([
      'Sheet1!D3 : 公式没有保存结果，这里不',
      'Sheet1!D4 #REF!: 这一格是公式错',
    ]);
    const opened = await openSheets(bytes);
    expect(opened.ok ? opened.remarks.map(({ zh }) => zh) : []).toEqual([
      '工作簿引用了别的文件：没有去读，只用保存下来的结果',
    ]);
  });

  it('what is damaged, empty or no workbook says so', async () => {
    const good = await workbook({
      rows: [
        ['品名', '数量'],
        ['口罩', 1],
      ],
    });
    for (const [bytes, words] of [
      [good.subarray(0, good.length / 2), '不完整或已损坏'],
      [new Uint8Array(), '文件是空的'],
      [csv('只有一行说明\n'), '没有找到表头'],
      [new Uint8Array([0xff, 0xff, 0x80, 0x0a]), '编码认不出来'],
    ] as const) {
      const result = await tryPlan(bytes);
      expect(result.ok ? '' : result.refusal.message.zh).toContain(words);
    }
  });
});

describe('encodings', () => {
  const text = '日期,类别,品名,数量,来源\n2020-01-30,入库,口罩,3,P1\n';
  const utf16 = (be: boolean): Uint8Array => {
    const bytes = Buffer.from(`\ufeff${text.replaceAll(',', '\t')}`, 'utf16le');
    return be ? bytes.swap16() : bytes;
  };
  // 日期,类别,品名,数量,来源 and 入库,口罩 in GB18030.
  const gb = Buffer.concat([
    Buffer.from('c8d5c6da2cc0e0b1f02cc6b7c3fb2ccafdc1bf2cc0b4d4b40a', 'hex'),
    Buffer.from('2020-01-30,'),
    Buffer.from('c8ebbfe22cbfdad5d6', 'hex'),
    Buffer.from(',3,P1\n'),
  ]);
  it.each([
    ['UTF-8', csv(text)],
    ['UTF-8 with BOM', csv(`\ufeff${text}`)],
    ['CRLF', csv(text.replaceAll('\n', '\r\n'))],
    ['semicolons', csv(text.replaceAll(',', ';'))],
    ['GB18030', gb],
    ['UTF-16LE with tabs, which Excel calls Unicode text', utf16(false)],
    ['UTF-16BE', utf16(true)],
    ['UTF-16LE without mark', utf16(false).subarray(2)],
  ])('%s', async (_name, bytes) => {
    expect(accepted(await plan(bytes), 'date', 'item', 'qty')).toEqual(['2020-01-30 MASK 3']);
  });
  it('text that is none of these is not guessed', () => {
    expect(textOf(new Uint8Array([0x41, 0xff, 0xff, 0xff]))).toBeNull();
  });
});
