// Writes the rows of the generated book as a clerk would: names, codes and aliases mixed, packs, quotes and notes here and there.

import { cell } from './registers.mjs';

export const COLUMNS = {
  stock: 'date,time,doc,kind,item,spec,lot,expiry,qty,unit,from,to,by,checked_by,ref,note',
  deliveries: 'date,time,doc,item,spec,lot,received,damaged,unit,site,by,signed_on,note',
  counts: 'date,when,site,item,spec,lot,counted,unit,by,checked_by,note',
};
/** @type {Record<string, [string, string]>} the kind as written, and the letters its documents are numbered with */
const KINDS = {
  opening: ['期初', 'QC'],
  receipt: ['入库', 'RK'],
  issue: ['出库', 'CK'],
  transfer: ['调拨', 'DB'],
  return: ['退库', 'TK'],
  disposal: ['报损', 'BS'],
  gain: ['盘盈', 'PY'],
  loss: ['盘亏', 'PK'],
  reversal: ['冲销', 'CX'],
};
const NOTES = [
  ...['夜班', '加急', '随车送达', '已电话通知', '补昨日申请', '代领', '封控区专用'],
  ...['"加急,先送"', '"大门口交接,无接触"', '"领用人说""先用着"""', '"见""交接单""第2页"'],
];
const LONG_NOTE = '"第一车已到\n第二车下午到"';

/** @param {number} hundredths */
export const decimal = (hundredths) => String(hundredths / 100);

/**
 * @param {{items: import('./catalogue.mjs').Item[], sites: import('./catalogue.mjs').Site[],
 *   parties: import('./catalogue.mjs').Party[], staff: import('./catalogue.mjs').Person[],
 *   random: import('./random.mjs').Random}} registers
 */
export function createClerk({ items, sites, parties, staff, random }) {
  const names = new Map([...sites, ...parties].map((place) => [place.code, place.name]));
  names.set('transit', '在途');
  // The ways to name a thing, item and spec cells together, as often as they are used.
  const spellings = items.map((item) => {
    const named = `${cell(item.name)},${cell(item.shared ? item.spec : '')}`;
    const ways = [...Array(70).fill(named), ...Array(25).fill(`${item.code},`)];
    ways.push(...Array(2).fill(`"${item.name}",${cell(item.spec)}`), item.alias ? `${item.alias},` : named);
    return ways;
  });
  const place = (/** @type {string} */ code) => (code && random.chance(0.04) ? names.get(code) : code);
  const person = () => {
    const { code, name } = random.pick(staff);
    return random.chance(0.05) ? name : code;
  };
  const time = () => {
    const minute = 480 + random.below(720);
    return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  };
  /**
   * Quantity and unit cells: whole packs often as packs, else mostly without a unit.
   * @param {number} index
   * @param {number} qty
   */
  const amount = (index, qty) => {
    const { packs, unit } = items[index];
    for (const pack of packs) {
      if (qty % (pack.factor * 100) === 0 && random.chance(0.7)) return `${qty / (pack.factor * 100)},${pack.unit}`;
    }
    return `${decimal(qty)},${random.chance(0.1) ? unit : ''}`;
  };
  const note = () => {
    if (!random.chance(0.02)) return '';
    return random.chance(0.001) ? LONG_NOTE : random.pick(NOTES);
  };

  let date = '';
  /** @type {Record<string, number>} */
  let numbers = {};
  /** @type {Record<'stock' | 'deliveries' | 'counts', string[]>} */
  let rows = { stock: [], deliveries: [], counts: [] };
  /** @type {Record<string, number>} */
  const kinds = {};

  return {
    /** How many rows of each kind were written. */
    kinds,
    /** Begins a day. @param {string} day */
    begin(day) {
      date = day;
      numbers = {};
      rows = { stock: [], deliveries: [], counts: [] };
    },
    /** The day's rows, ledger by ledger. */
    rows: () => rows,
    /** @param {import('./movements.mjs').Document} document */
    document({ kind, from, to, ref = '', lines }) {
      const [word, letters] = KINDS[kind];
      numbers[kind] = (numbers[kind] ?? 0) + 1;
      kinds[kind] = (kinds[kind] ?? 0) + lines.length;
      const doc = `${letters}${date.replaceAll('-', '')}-${String(numbers[kind]).padStart(3, '0')}`;
      const head = `${date},${random.chance(0.05) ? time() : ''},${doc},${random.chance(0.04) ? kind : word},`;
      const by = person();
      const checked = random.chance(0.1) ? random.pick(staff) : null;
      const second = checked && checked.code !== by && checked.name !== by ? checked.code : '';
      const tail = `${place(from)},${place(to)},${by},${second},${ref},`;
      for (const { item, qty, lot = '', expiry = '' } of lines) {
        const thing = random.pick(spellings[item]);
        rows.stock.push(`${head}${thing},${lot},${expiry},${amount(item, qty)},${tail}${note()}\n`);
      }
      return doc;
    },
    /** @param {{doc: string, item: number, received: number, damaged: number, site: string}} row */
    delivery({ doc, item, received, damaged, site }) {
      const thing = random.pick(spellings[item]);
      const broken = damaged > 0 ? decimal(damaged) : '';
      rows.deliveries.push(`${date},,${doc},${thing},,${decimal(received)},${broken},,${site},${person()},,\n`);
    },
    /** @param {{site: string, item: number, counted: number}} row */
    count({ site, item, counted }) {
      const thing = random.pick(spellings[item]);
      rows.counts.push(`${date},,${site},${thing},,${decimal(counted)},,${random.pick(staff).code},,\n`);
    },
  };
}
