// The registers of the generated book: which goods, sites, people and parties it speaks of.

/**
 * @typedef {object} Item
 * @property {string} code
 * @property {string} name
 * @property {string} spec
 * @property {string} category
 * @property {string} unit
 * @property {{unit: string, factor: number}[]} packs
 * @property {string} alias
 * @property {boolean} lots kept in lots, taken first-expired-first-out
 * @property {boolean} decimal issued in fractions of its unit
 * @property {boolean} shared the name alone does not tell it from its sisters
 * @property {number} typical a usual quantity of one line
 */
/**
 * @typedef {object} Site
 * @property {string} code
 * @property {string} name
 * @property {string} kind
 * @property {boolean} tracked
 * @property {boolean} signs
 */
/** @typedef {{code: string, name: string, kind: string}} Party */
/** @typedef {{code: string, name: string}} Person */

// name | base unit | packs | alias | specs that share the name
const GOODS = {
  protective: `防护服|套|箱=20|大白|S;M;L;XL
隔离衣|件|箱=50||
N95口罩|只|箱=600;盒=20|医用防护口罩|
外科口罩|只|箱=2000;包=50|医用外科口罩|
一次性口罩|只|箱=2500;包=50||
护目镜|副|箱=100|眼罩|
面屏|只|箱=200|面罩|
乳胶手套|双|箱=500;盒=50||S;M;L
丁腈手套|双|箱=500;盒=50||S;M;L
鞋套|双|箱=500||
靴套|双|箱=200||
医用帽|只|箱=1000;包=20||
消毒液|瓶|箱=30|84消毒液|
酒精|L|桶=25||75%;95%
免洗洗手液|瓶|箱=24||
喷壶|个|||
体温枪|把|箱=50|额温枪|
水银体温计|支|盒=12||
医疗废物袋|只|箱=500;捆=50||
雨衣|件|箱=50||
手电筒|只|||12";8"`,
  testing: `采样管|管|箱=1200;盒=50||单采;五混一;十混一
采样拭子|支|箱=5000;包=100|咽拭子|
抗原试剂|人份|箱=800;盒=20|抗原检测试剂盒|
核酸试剂|人份|盒=48||
标本箱|个|||
生物安全袋|只|捆=100||
试管架|个|||
条码纸|卷|箱=50||
扫码枪|把|||
冰袋|只|箱=100||
封口膜|卷|||
移液枪头|支|盒=96||`,
  living: `棉被|条|捆=5||1.5m;1.8m
床单|条|捆=20||
枕头|只|捆=10||
折叠床|张|||
毛巾|条|箱=100||
牙刷|支|箱=200||
牙膏|支|箱=72||
洗衣液|瓶|箱=12||
卷纸|卷|提=10|卫生纸|
抽纸|包|箱=30||
垃圾袋|只|箱=1000;卷=50||
暖水瓶|只|||
电热水壶|只|箱=8||
拖鞋|双|箱=60||
脸盆|只|捆=20||
奶粉|罐|箱=6||一段;二段;三段
尿不湿|片|包=40||M;L;XL
大米|kg|袋=25||
面粉|kg|袋=25||
食用油|L|桶=5||
食盐|袋|箱=50||
土豆|kg|袋=20||
白菜|kg|||
胡萝卜|kg|袋=10||
鸡蛋|枚|箱=360||
猪肉|kg|||
莲花清瘟|盒|箱=200|连花|
帐篷|顶|||
取暖器|台|||
插线板|只|箱=40||
充电宝|只|||
雨伞|把|||`,
  meals: `盒饭|份|||早餐;午餐;晚餐
方便面|桶|箱=12||
矿泉水|瓶|箱=24||
牛奶|盒|箱=24;提=12||
面包|个|箱=30||
八宝粥|罐|箱=12||
火腿肠|根|箱=90||
饼干|包|箱=40||
自热米饭|盒|箱=12||
榨菜|包|箱=100||
苹果|kg|箱=10||
橙子|kg|箱=10||
儿童餐|份|||
清真餐|份|||`,
};
const MAKES = ['厚', '大', '小', '新', '轻', '散'];
const TYPICAL = [2, 5, 10, 10, 20, 20, 50, 50, 100, 200];
/** @type {[string, string, number][]} kind, what its name ends in, how many there are */
const KINDS = [
  ['isolation', '健康驿站', 30],
  ['testing', '采样点', 14],
  ['service', '服务站', 8],
  ['zone', '片区', 9999],
];
const SURNAMES = '陈李王张刘杨赵黄周吴徐孙马朱胡林郭何高罗';
const GIVEN = '明芳军敏静丽强磊洋艳勇杰娟涛超霞平刚桂华';

/**
 * @param {number} count
 * @returns {Item[]}
 */
export function makeItems(count) {
  const base = [];
  for (const [category, text] of Object.entries(GOODS)) {
    for (const line of text.split('\n')) {
      const [name, unit, packs, alias, specs] = line.split('|');
      base.push({ category, name, unit, packs: parsePacks(packs), alias, specs: specs ? specs.split(';') : [''] });
    }
  }
  /** @type {Item[]} */
  const items = [];
  for (let round = 0; items.length < count; round++) {
    for (const good of base) {
      // After the first round the same goods come again in other makes: 厚毛巾, 大喷壶, …
      const make = round === 0 ? '' : (MAKES[round - 1] ?? `${round}型`);
      good.specs.forEach((spec) => {
        const n = items.length;
        if (n >= count) return;
        const decimal = good.unit === 'kg' || good.unit === 'L';
        items.push({
          code: `I${String(n + 1).padStart(3, '0')}`,
          name: make + good.name,
          spec,
          category: good.category,
          unit: good.unit,
          packs: good.packs,
          alias: round === 0 && good.specs.length === 1 ? good.alias : '',
          lots: n % 10 === 3 && !decimal,
          decimal,
          shared: good.specs.length > 1,
          typical: TYPICAL[(n * 7) % TYPICAL.length],
        });
      });
    }
  }
  return items;
}

/** @param {string} text */
function parsePacks(text) {
  if (!text) return [];
  return text.split(';').map((pack) => ({ unit: pack.split('=')[0], factor: Number(pack.split('=')[1]) }));
}

/**
 * Four depots, three other sites that keep stock (one of which signs), three more that sign, the rest plain.
 * @param {number} count
 * @returns {Site[]}
 */
export function makeSites(count) {
  /** @type {Site[]} */
  const sites = [];
  for (const name of ['中心仓库', '东区仓库', '西区仓库', '应急仓库']) {
    sites.push({ code: `D${sites.length + 1}`, name, kind: 'depot', tracked: true, signs: false });
  }
  for (let n = 1; sites.length < count; n++) {
    let left = n;
    const [kind, label] = KINDS.find(([, , size]) => {
      left -= size;
      return left <= 0;
    }) ?? ['other', '点位'];
    const code = `S${String(n).padStart(2, '0')}`;
    sites.push({ code, name: `第${n}${label}`, kind, tracked: n <= 3, signs: n >= 3 && n <= 6 });
  }
  return sites;
}

/** @returns {Person[]} */
export function makeStaff(count = 40) {
  return Array.from({ length: count }, (_, n) => ({
    code: `P${String(n + 1).padStart(2, '0')}`,
    name: SURNAMES[n % SURNAMES.length] + GIVEN[Math.floor(n / SURNAMES.length)] + GIVEN[(n * 3) % GIVEN.length],
  }));
}

/** @returns {Party[]} */
export function makeParties() {
  const suppliers = ['康达医药', '惠民超市', '安泰劳保', '鲜丰果蔬', '利群商贸', '华信器械'];
  const donors = ['红十字会', '慈善总会', '同乡会', '志愿者协会', '爱心企业联合会'];
  const recipients = ['人民医院', '交警大队', '高速卡口', '社区卫生院'];
  return [
    ...suppliers.map((name) => ({ name, kind: 'supplier' })),
    ...donors.map((name) => ({ name, kind: 'donor' })),
    ...recipients.map((name) => ({ name, kind: 'recipient' })),
  ].map((party, n) => ({ code: `W${String(n + 1).padStart(2, '0')}`, ...party }));
}
