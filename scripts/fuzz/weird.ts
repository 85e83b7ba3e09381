// Cells as nobody should write them, by what the column is for.

import type { Random } from './random.js';

export const numbers = [
  '0',
  '-0',
  '-1',
  '+1',
  '1.',
  '.5',
  '00',
  '007',
  '1e3',
  '1E-3',
  '0x10',
  '１２',
  '１，０００',
  '1,000',
  '10,00',
  '1,2345',
  '1.2.3',
  '1 000',
  '9007199254740991',
  '9007199254740992',
  '9007199254.740991',
  '9007199254.740992',
  '99999999999999999999999999',
  '0.000001',
  '0.0000001',
  '3.6万',
  '3.6万只',
  '万',
  '1万2',
  '九',
  '十二',
  '½',
  '²',
  '1−1',
  '—',
  '1/2',
  '12箱',
  '12 箱',
  '12套',
  '12Kg',
  '12KG',
  '1.5箱',
  '0.05箱',
  '0.0001箱',
  'l0',
  '1O',
  'O',
  '1\u200b2',
  '1\u00a02',
  '₁',
  '٣',
  '१२',
  '1_000',
  '1e400',
  '-9007199254740991',
  '9'.repeat(400),
  `0.${'0'.repeat(300)}1`,
  'NaN',
  'Infinity',
  '1,000.000000',
  '000000000000000000000000000001',
];

export const dates = [
  '2022-02-29',
  '2022-13-01',
  '2022-00-10',
  '2022-1-2',
  '2022/1/12',
  '2022年1月12日',
  '20220112',
  '2022.1.12',
  '12/1/2022',
  '1/12/2022',
  '22-01-12',
  '0000-01-01',
  '0001-01-01',
  '9999-12-31',
  '10000-01-01',
  '-2022-01-01',
  '1969-12-31',
  '1970-01-01',
  '2022-01-12T00:00',
  '2022-01-12 24:00',
  '2022-01-12 23:59',
  '44573',
  '44573.5',
  '２０２２-０１-１２',
  '2022‐01‐12',
  '2022-01-32',
  '2022年13月1日',
  '2100-02-29',
  '2022-01-12Z',
  '昨天',
  '2022-1',
  '2022',
  '20221301',
  '2022-01-12\u200b',
];

export const times = [
  '08:00',
  '24:00',
  '23:60',
  '8:5',
  '08:00:61',
  '０８:００',
  '8点',
  '-1:00',
  '99:99',
  '08：00',
  'T08:00',
];

export const controls = [
  '\u0000',
  '\u0001',
  '\u0008',
  '\u000b',
  '\u000c',
  '\u001b',
  '\u007f',
  '\u0085',
  '\u009b',
  '\u00a0',
  '\u00ad',
  '\u061c',
  '\u200b',
  '\u200e',
  '\u200f',
  '\u2028',
  '\u202a',
  '\u202e',
  '\u2066',
  '\u2069',
  '\ufeff',
  '\ufff9',
  '\ufffd',
  '\u{e0001}',
  '\u{1f600}',
  '\r',
  '\t',
  '\u3000',
];

/** A cell made of another, or of nothing the column was meant for. */
export function weirdCell(cell: string, random: Random, naughty: readonly string[]): string {
  switch (random.below(14)) {
    case 0:
    case 1:
      return random.pick(numbers);
    case 2:
      return random.pick(dates);
    case 3:
      return random.pick(times);
    case 4:
    case 5:
      return random.pick(naughty);
    case 6: {
      const at = random.below(cell.length + 1);
      return cell.slice(0, at) + random.pick(controls) + cell.slice(at);
    }
    case 7:
      return [...cell].map((c) => (c > ' ' && c <= '~' ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c)).join('');
    case 8:
      return cell + cell;
    case 9:
      return cell.slice(0, random.below(cell.length + 1));
    case 10:
      return random.pick(['"', 'a"b', '"a', 'a\nb', 'a\r\nb', 'a,b', '\n', ',']) + cell;
    case 11:
      return cell.toLowerCase() === cell ? cell.toUpperCase() : cell.toLowerCase();
    case 12:
      return random.pick(['x', '长', '\u202e', 'é']).repeat(1 + random.below(300));
    default:
      return '';
  }
}
