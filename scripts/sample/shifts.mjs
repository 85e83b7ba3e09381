// Who is where: shifts at the depot, the isolation sites, the testing points and the zones, and head counts of each site.
import { chance, clock, DAYS, dayAfter, LAST } from './lib.mjs';
import { DEPOT, ISOLATION, SERVICE, TESTING, ZONES } from './places.mjs';
import { logisticsShifts, nameOf, ofUnit, withRole } from './staff.mjs';

const shift = (staff, site, start, end, task) => ({ staff: nameOf(staff), site: site.code, start, end, task });
const codes = (role) => withRole(role).map((p) => p.code);

/** Round the clock at an isolation site: medics in three shifts, police by day and by night, the leader by day. */
function isolation(site) {
  const medics = ofUnit(site.group, 'medical');
  const police = ofUnit(site.group, 'police');
  const turns = [['08:00', '16:00'], ['16:00', '00:00'], ['00:00', '08:00'], ['08:00', '16:00']]; // biome-ignore format: a table
  return [
    shift(site.contact, site, '08:00', '18:00', '点长'),
    ...medics.map((m, i) => shift(m.code, site, ...turns[i % turns.length], '健康监测')),
    shift(police[0].code, site, '08:00', '20:00', '安全保卫'),
    shift(police[1].code, site, '20:00', '08:00', '安全保卫'),
  ];
}

/** The same every day; nobody has two shifts. */
function oneDay() {
  const [heads, vanguard, veterans, volunteers] = ['grid-head', 'vanguard', 'veteran', 'volunteer'].map(codes);
  const at = (list, i) => list[i % list.length];
  const depot = logisticsShifts.flatMap((s) =>
    s.team.map((p) => shift(p, DEPOT, clock(s.start * 60), clock(s.end * 60), '收发盘点')),
  );
  return [
    ...depot,
    ...ISOLATION.flatMap(isolation),
    ...heads.map((p, i) => shift(p, ZONES[Math.floor(i / 4)], '08:00', '18:00', '网格长')),
    ...vanguard.slice(0, 48).map((p, i) => shift(p, ZONES[Math.floor(i / 8)], '08:00', '17:00', '网格入户')),
    ...vanguard.slice(48, 60).map((p, i) => shift(p, at(SERVICE, i), '05:30', '11:30', '早餐配送')),
    ...vanguard.slice(60).map((p, i) => shift(p, at(TESTING, i), '06:30', '12:30', '采样秩序')),
    ...veterans.map((p, i) => shift(p, at(ZONES, i), '18:00', '00:00', '夜间巡查')),
    shift(volunteers[0], ZONES[1], '10:30', '12:30', '义务送餐80份'),
    ...volunteers.slice(1, 13).map((p, i) => shift(p, at(SERVICE, i), '13:00', '17:00', '代购代送')),
  ];
}

export const ROSTER_HEADER = ['日期', '开始', '结束', '人员', '点位', '任务'];
/** Tomorrow's shifts hang on the wall tonight: the plan of the day after needs them. */
export const roster = [...DAYS, dayAfter(LAST)].flatMap((date) => oneDay().map((s) => ({ date, ...s })));
export const rosterRows = (s) => [[s.date, s.start, s.end, s.staff, s.site, s.task]];

/** Residents fill up over the week, never beyond what a site holds or its medics may look after. */
function headCounts() {
  const random = chance('census');
  const start = ISOLATION.map(() => 0.25 + random.next() * 0.2);
  return DAYS.flatMap((date, day) =>
    ISOLATION.map((site, i) => {
      const most = Math.min(site.capacity, ofUnit(site.group, 'medical').length * 50);
      const share = Math.min(0.95, start[i] + day * 0.03 + random.next() * 0.06);
      const staff = 1 + ofUnit(site.group, 'medical').length + ofUnit(site.group, 'police').length;
      return { date, site, residents: Math.floor(most * share), staff };
    }),
  );
}

export const CENSUS_HEADER = ['日期', '点位', '隔离人数', '工作人员数', '备注'];
export const census = headCounts();
export const censusRows = (c) => [[c.date, c.site.code, c.residents, c.staff, '']];
