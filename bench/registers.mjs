// Writes the registers and the settings of the generated book.

/** @typedef {import('./catalogue.mjs').Item} Item */
/** @typedef {import('./catalogue.mjs').Site} Site */
/** @typedef {import('./catalogue.mjs').Person} Person */
/** @typedef {import('./catalogue.mjs').Party} Party */

const yes = (/** @type {boolean} */ flag) => (flag ? 'yes' : 'no');

/**
 * The registers and settings as files: path and text.
 * @param {{items: Item[], sites: Site[], staff: Person[], parties: Party[]}} registers
 * @returns {[string, string][]}
 */
export function registerFiles({ items, sites, staff, parties }) {
  const csv = (/** @type {string} */ header, /** @type {string[]} */ rows) => `\uFEFF${header}\n${rows.join('\n')}\n`;
  const packs = (/** @type {Item} */ item) => item.packs.map((p) => `${p.unit}=${p.factor}`).join(';');
  return [
    ['taizhang.yaml', 'title: 物资储备保障中心（压力测试）\nlanguage: zh-CN\ntimezone: Asia/Shanghai\n'],
    [
      'items.csv',
      csv(
        '物资编码,名称,规格,类别,单位,包装,别名,批次管理',
        items.map((i) =>
          [i.code, i.name, cell(i.spec), i.category, i.unit, packs(i), i.alias, i.lots ? 'auto' : 'no'].join(','),
        ),
      ),
    ],
    [
      'sites.csv',
      csv(
        'site,name,kind,tracked,signs',
        sites.map((s) => [s.code, s.name, s.kind, yes(s.tracked), yes(s.signs)].join(',')),
      ),
    ],
    [
      'staff.csv',
      csv(
        '工号,姓名',
        staff.map((p) => `${p.code},${p.name}`),
      ),
    ],
    [
      'parties.csv',
      csv(
        '编码,名称,类型',
        parties.map((p) => `${p.code},${p.name},${p.kind}`),
      ),
    ],
  ];
}

/**
 * A cell as CSV writes it: quoted only where it must be.
 * @param {string} text
 */
export function cell(text) {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
