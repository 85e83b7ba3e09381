// What residents asked for, event by event: 2,987 needs raised and 2,985 resolved, residents by code and never by name.
import { chance, compact, DAYS, moment, pad } from './lib.mjs';
import { ISOLATION, ZONES } from './places.mjs';
import { nameOf, ofUnit, withRole } from './staff.mjs';

const RAISED = [310, 520, 560, 500, 440, 361, 250, 46];
const OPEN = 2; // of those raised on the last day
const TRANSFER = { day: 3, minutes: 352, site: ISOLATION[9] };
const CATEGORIES = [
  '生活物资',
  '生活物资',
  '餐食',
  '就医用药',
  '就医用药',
  '设施报修',
  '心理疏导',
  '政策咨询',
  '快递代取',
  '婴幼儿用品',
];
/** Priority, its share, and the longest time until it is settled, in minutes, well within what the settings allow. */
const PRIORITIES = [['特急', 0.04, 200], ['紧急', 0.2, 600], ['常规', 1, 960]]; // biome-ignore format: a table

function draft(random, day, minutes) {
  const site = random.yes(0.7) ? random.pick(ISOLATION) : random.pick(ZONES);
  const roll = random.next();
  const [priority, , longest] = PRIORITIES.find(([, share]) => roll < share);
  return { day, at: day * 1440 + minutes, site, priority, longest, category: random.pick(CATEGORIES) };
}

/** Who settles it: the site's own group, or headquarters for a zone of the town. */
function handlers(random, site, heads) {
  if (site.kind === 'zone') {
    const head = random.pick(heads.slice(ZONES.indexOf(site) * 4, ZONES.indexOf(site) * 4 + 4));
    return { unit: 'HQ', first: head.name, second: nameOf(site.contact) };
  }
  const first = random.pick(ofUnit(site.group, 'medical')).name;
  return { unit: site.group, first, second: nameOf(site.contact) };
}

/** The events of one need, in minutes of the book; later ones carry only what changes. */
function events(random, need, heads) {
  const who = handlers(random, need.site, heads);
  const list = [{ at: need.at, event: '提出', by: who.first, ...need }];
  let at = need.at + random.between(2, 15);
  list.push({ at, event: '交办', unit: who.unit, by: who.second });
  if (need.site.kind === 'isolation' && need.priority !== '特急' && random.yes(0.04)) {
    at += random.between(10, 30);
    list.push({ at, event: '上报', unit: need.site.branch.id, by: who.second });
    who.first = random.pick(ofUnit(need.site.branch.id, 'cadre')).name;
  }
  // Everything raised before the last day is settled by its eve; on the last day by half past eleven at night.
  const latest = need.day === 7 ? 8 * 1440 - 30 : Math.min(need.at + need.longest, 7 * 1440 - 4);
  const end = Math.min(need.at + need.longest, latest);
  if (!need.open) list.push({ at: random.between(at + 3, Math.max(at + 3, end)), event: '办结', by: who.first });
  return list;
}

/** Before dawn at an isolation site: from the group to the branch to headquarters within minutes, in hospital by morning. */
function transfer(need) {
  const leader = nameOf(need.site.contact);
  const medic = ofUnit(need.site.group, 'medical')[2].name;
  const { branch } = need.site;
  return [
    { event: '提出', by: medic, ...need },
    { at: need.at + 3, event: '交办', unit: need.site.group, by: leader },
    { at: need.at + 9, event: '上报', unit: branch.id, by: leader },
    { at: need.at + 16, event: '上报', unit: 'HQ', by: ofUnit(branch.id, 'secretary')[0].name },
    { at: need.at + 134, event: '办结', by: nameOf('P002') },
  ];
}

function all() {
  const random = chance('needs');
  const heads = withRole('grid-head');
  const rows = [];
  RAISED.forEach((count, day) => {
    const last = day === RAISED.length - 1;
    const times = Array.from({ length: count }, () => random.between(390, last ? 1200 : 1290)).sort((a, b) => a - b);
    if (day === TRANSFER.day) times[0] = TRANSFER.minutes;
    times.forEach((minutes, i) => {
      const urgent = day === TRANSFER.day && i === 0;
      const need = { ...draft(random, day, minutes), id: `XQ${compact(DAYS[day])}-${pad(i + 1, 3)}` };
      if (urgent) Object.assign(need, { site: TRANSFER.site, priority: '特急', category: '紧急转运就医' });
      if (last && i >= count - OPEN) Object.assign(need, { open: true, priority: '常规' });
      need.person = `${need.site.code}-R${pad(random.between(1, 60), 3)}`;
      const made = urgent ? transfer(need) : events(random, need, heads);
      rows.push(...made.map((e, order) => ({ ...e, id: need.id, order, date: moment(e.at).date })));
    });
  });
  return rows.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : a.order - b.order));
}

export const NEED_HEADER = ['时间', '编号', '事项', '点位', '对象', '类别', '紧急程度', '承办组织', '经办人'];
export const needs = all();
export const needRows = (e) => [
  [
    `${e.date} ${moment(e.at).time}`,
    e.id,
    e.event,
    e.site?.code ?? '',
    e.person ?? '',
    e.category ?? '',
    e.priority ?? '',
    e.unit ?? '',
    e.by,
  ],
];
