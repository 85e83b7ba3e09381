// The verifier's second half: organisation, shifts, head counts, roll-calls and needs of the sample book.
import { parse } from 'yaml';

const groupBy = (list, f) => {
  const groups = new Map();
  for (const x of list) {
    if (!groups.has(f(x))) groups.set(f(x), []);
    groups.get(f(x)).push(x);
  }
  return groups;
};
const minutes = (date, time) => Date.parse(`${date}T${time}Z`) / 60_000;

/** The chart with its included files in place: every unit with the unit above it. */
function units(book) {
  const out = new Map();
  const walk = (list, above) => {
    for (const u of list) {
      if (u.include) walk(parse(book.text(u.include)), above);
      else {
        out.set(u.id, { ...u, above });
        walk(u.units ?? [], u.id);
      }
    }
  };
  walk(parse(book.text('org.yaml')).units, undefined);
  return out;
}

function organisation(book, hold, last) {
  const chart = units(book);
  const org = parse(book.text('org.yaml'));
  const staff = new Map(book.staff.map((p) => [p.工号, { ...p, roles: p.职务.split(';') }]));
  const members = groupBy([...staff.values()], (p) => p.所属组织);
  const has = (unit, role) => (members.get(unit) ?? []).filter((p) => p.roles.includes(role)).length;
  const levels = groupBy([...chart.values()], (u) => u.level);
  for (const l of org.levels) hold(levels.get(l.level)?.length === l.expect, `${l.level}: not ${l.expect} units`);
  for (const p of staff.values()) hold(chart.has(p.所属组织), `${p.工号} belongs to no unit`);
  for (const u of chart.values()) {
    hold(staff.get(u.leader)?.所属组织 === u.id, `${u.id}: its leader is of another unit`);
    if (u.level === 'branch') hold(has(u.id, 'secretary') === 1 && has(u.id, 'cadre') >= 3, `${u.id}: staffing`);
  }
  hold(has('B-PANAN', 'committee') === 5 && members.get('B-PANAN').length === 9, 'the branch with a committee of five');
  const open = book.sites.filter((s) => s.类型 === '隔离点');
  const census = new Map(book.census.filter((c) => c.日期 === last).map((c) => [c.点位, Number(c.隔离人数)]));
  hold(new Set(open.map((s) => s.所属组织)).size === 61 && open.length === 61, '61 sites with a group each');
  for (const s of open) {
    hold(chart.get(s.所属组织)?.level === 'group', `${s.点位编码}: its unit is no group`);
    const need = Math.ceil(census.get(s.点位编码) / 50);
    hold(has(s.所属组织, 'medical') >= need && has(s.所属组织, 'police') >= 1, `${s.点位编码}: medics or police`);
  }
  for (const t of org.teams) {
    hold(t.members.length + 1 === t.expect, `${t.id}: not ${t.expect}`);
    for (const p of [t.leader, ...t.members]) hold(staff.has(p), `${t.id}: ${p} is nobody`);
  }
  for (const g of org.grids) {
    hold(g.members.length > 0 && book.sites.some((s) => s.点位编码 === g.site && s.类型 === '片区'), `${g.id}`);
    for (const p of [g.head, ...g.members, ...g.volunteers]) hold(staff.has(p), `${g.id}: ${p} is nobody`);
  }
  return {
    chart,
    open,
    figures: { units: chart.size, grids: org.grids.length, teams: org.teams.map((t) => t.expect) },
  };
}

function shifts(book, hold, open) {
  const days = [...new Set(book.census.map((c) => c.日期))];
  const known = new Set(book.staff.map((p) => p.姓名));
  const spans = book.roster.map((r) => {
    const start = minutes(r.日期, r.开始);
    const end = minutes(r.日期, r.结束);
    return { who: r.人员, site: r.点位, start, end: end <= start ? end + 1440 : end };
  });
  for (const [who, list] of groupBy(spans, (s) => s.who)) {
    hold(known.has(who), `${who} is nobody`);
    list.sort((a, b) => a.start - b.start);
    list.forEach((s, i) => {
      hold(i === 0 || s.start - list[i - 1].end >= 480, `${who}: less than eight hours of rest`);
    });
  }
  const at = groupBy(spans, (s) => s.site);
  for (const day of days) {
    for (const s of open) {
      for (let m = minutes(day, '00:00'); m < minutes(day, '00:00') + 1440; m += 30) {
        hold(
          at.get(s.点位编码).some((x) => x.start <= m && m < x.end),
          `${s.点位编码}: nobody there on ${day}`,
        );
      }
      const row = book.census.filter((c) => c.日期 === day && c.点位 === s.点位编码);
      hold(row.length === 1 && Number(row[0].隔离人数) <= Number(s.容量), `${s.点位编码}: census of ${day}`);
    }
  }
  hold(
    days.every((d) => book.roster.some((r) => r.日期 === d && r.任务.includes('送餐80份'))),
    '80 meals a day',
  );
}

function reached(book, hold) {
  const rows = book.rollcalls.map((r) => ({ ...r, at: `${r.日期} ${r.时间}` }));
  rows.sort((a, b) => (a.at < b.at ? -1 : 1));
  hold(rows.at(-1).at <= '2022-01-06 05:00', `the last call was at ${rows.at(-1).at}`);
  const latest = new Map(rows.map((r) => [r.对象, r.状态]));
  hold(latest.size === 230 && [...latest.values()].every((s) => s === '已联系'), '230 workers reached');
  const first = new Set(rows.filter((r) => r.状态 === '未联系上').map((r) => r.对象)).size;
  return { workers: latest.size, notAtFirst: first, last: rows.at(-1).at };
}

const AFTER = { 提出: [''], 交办: ['提出'], 上报: ['交办', '上报'], 办结: ['交办', '上报'] };
const HOURS = { 特急: 4, 紧急: 12, 常规: 24 };

function needs(book, hold, chart, last) {
  const names = new Set(book.staff.map((p) => p.姓名));
  const count = { raised: 0, resolved: 0, raisedTotal: 0, resolvedTotal: 0, escalated: 0, toHeadquarters: 0, open: 0 };
  for (const [id, list] of groupBy(book.needs, (e) => e.编号)) {
    let [state, unit, before] = ['', '', ''];
    for (const e of list) {
      hold(AFTER[e.事项]?.includes(state) && e.时间 > before && names.has(e.经办人), `${id}: ${e.事项} after ${state}`);
      hold(e.事项 !== '上报' || chart.get(unit).above === e.承办组织, `${id}: ${e.承办组织} is not above ${unit}`);
      if (e.事项 === '上报') count[e.承办组织 === 'HQ' ? 'toHeadquarters' : 'escalated'] += 1;
      const kind = { 提出: 'raised', 办结: 'resolved' }[e.事项];
      if (kind) count[`${kind}Total`] += 1;
      if (kind && e.时间.startsWith(last)) count[kind] += 1;
      if (e.承办组织) unit = e.承办组织;
      [state, before] = [e.事项, e.时间];
    }
    hold(/^[A-Z]\d+-R\d+$/.test(list[0].对象), `${id}: a name and not a code`);
    const end = state === '办结' ? list.at(-1).时间 : `${last} 23:59`;
    if (state !== '办结') count.open += 1;
    const limit = HOURS[list[0].紧急程度] * 60;
    hold(minutes(...end.split(' ')) - minutes(...list[0].时间.split(' ')) < limit, `${id}: overdue`);
  }
  const { raised, resolved, raisedTotal, resolvedTotal, open, toHeadquarters } = count;
  hold(raisedTotal === 2987 && resolvedTotal === 2985 && raised === 46 && resolved === 44, 'the number of needs');
  hold(open === 2 && toHeadquarters === 1, 'two open, one transfer');
  return count;
}

export function verifyPeople(book, hold, last) {
  const { chart, open, figures } = organisation(book, hold, last);
  shifts(book, hold, open);
  const residents = book.census.filter((c) => c.日期 === last).reduce((sum, c) => sum + Number(c.隔离人数), 0);
  const workers = reached(book, hold);
  return {
    staff: book.staff.length,
    ...figures,
    shifts: book.roster.length,
    residents,
    workers,
    needs: needs(book, hold, chart, last),
  };
}
