// Reads the sample book back from its files, knowing nothing of how it was made: the verifier's own small reader.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One CSV file as records by column name; quoted cells may hold commas, quotes and newlines. */
function parse(text) {
  const rows = [];
  let row = [];
  let cell = '';
  let quoted = false;
  const plain = text.replace(/^\uFEFF/, '');
  for (let i = 0; i < plain.length; i += 1) {
    const c = plain[i];
    if (quoted && c === '"' && plain[i + 1] === '"') {
      cell += c;
      i += 1;
    } else if (c === '"') quoted = !quoted;
    else if (quoted || (c !== ',' && c !== '\n')) cell += c;
    else {
      row.push(cell);
      cell = '';
      if (c === '\n') {
        rows.push(row);
        row = [];
      }
    }
  }
  if (row.length > 0 || cell !== '') throw new Error('the last line has no end');
  const [header, ...data] = rows;
  return data.map((cells) => {
    if (cells.length !== header.length) throw new Error(`a row of ${cells.length} cells: ${cells.join(',')}`);
    return Object.fromEntries(header.map((h, i) => [h, cells[i]]));
  });
}

export function readBook(root) {
  const file = (path) => parse(readFileSync(join(root, path), 'utf8'));
  const folder = (name) => {
    if (!existsSync(join(root, name))) return [];
    return readdirSync(join(root, name))
      .sort()
      .flatMap((f) => file(`${name}/${f}`));
  };
  const items = file('items.csv');
  for (const i of items) {
    const packs = i.包装 === '' ? [] : i.包装.split(';').map((p) => p.split('='));
    i.units = new Map([[i.单位, 1], ...packs.map(([unit, size]) => [unit, Number(size)])]);
  }
  const itemOf = (row) => {
    const fits = items.filter((i) => i.名称 === row.品名 && i.规格 === row.规格);
    if (fits.length !== 1) throw new Error(`${fits.length} items are ${row.品名} ${row.规格}`);
    return fits[0];
  };
  const ledger = (name, column) =>
    folder(name).map((row) => {
      const it = itemOf(row);
      const [, number, suffix] = /^(\d+)(.*)$/.exec(row[column]) ?? [];
      const factor = it.units.get(suffix || row.单位);
      if (number === undefined || factor === undefined) throw new Error(`no quantity: ${JSON.stringify(row)}`);
      return { ...row, item: it, qty: Number(number) * factor };
    });
  return {
    items,
    sites: file('sites.csv'),
    staff: file('staff.csv'),
    parties: file('parties.csv'),
    stock: ledger('stock', '数量'),
    deliveries: ledger('deliveries', '实收'),
    counts: ledger('counts', '实盘'),
    requests: ledger('requests', '数量'),
    needs: folder('needs'),
    census: folder('census'),
    roster: folder('roster'),
    rollcalls: folder('rollcalls'),
    text: (path) => readFileSync(join(root, path), 'utf8'),
    has: (path) => existsSync(join(root, path)),
  };
}
