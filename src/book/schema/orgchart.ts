// The JSON Schemas of org.yaml and of the files that it includes.

import { siteKinds, wordsOf } from '../choices.js';
import type { chartKeys, gridKeys, gridStaffingKeys, levelKeys, teamKeys } from '../orgchart/read.js';
import { MOST_PEOPLE, type ruleKeys } from '../orgchart/reader.js';
import type { includeKeys, unitKeys } from '../orgchart/units.js';
import { DRAFT, described, type JsonSchema, list, object, optionalWord, whole, word } from './json.js';

/** A schema for each key the reader knows, neither more nor less. */
type SchemaOf<Keys extends readonly string[]> = Readonly<Record<Keys[number], JsonSchema>>;

const ref = (name: string): JsonSchema => ({ $ref: `#/$defs/${name}` });
const people = whole(0, MOST_PEOPLE);
const member: JsonSchema = described({ zh: '工号或姓名', en: 'the code or name of a member of staff' }, optionalWord);
const members: JsonSchema = list(word);
const name = described({ zh: '名称；不写则用编码', en: 'The name; without it the code stands for it' }, optionalWord);
const ofUnit = described({ zh: '所属组织的编码', en: 'The code of the unit it belongs to' }, optionalWord);

const rule: SchemaOf<typeof ruleKeys> = {
  min: described({ zh: '最少人数', en: 'At least so many' }, people),
  max: described({ zh: '最多人数', en: 'At most so many' }, people),
  residents_each: described(
    {
      zh: '按最近一次人数，每满这么多隔离人员（不足也算）配一名',
      en: 'One for so many residents begun, by the latest census',
    },
    whole(1, MOST_PEOPLE),
  ),
};

const level: SchemaOf<typeof levelKeys> = {
  level: described({ zh: '层级的编码，组织的 level 写它', en: "The level's code, which units name" }, word),
  name,
  expect: described({ zh: '这一层应有多少个组织', en: 'How many units the level should have' }, people),
  site_kind: described(
    {
      zh: '这类点位每开一处，就有且只有一个本层组织',
      en: 'Each open site of this kind has exactly one unit of the level',
    },
    { enum: [...wordsOf(siteKinds).keys(), null] },
  ),
  staffing: described(
    { zh: '每个组织各职务的人数要求', en: 'How many people of each role a unit needs' },
    { type: ['object', 'null'], propertyNames: word, additionalProperties: ref('rule') },
  ),
};

const unit: SchemaOf<typeof unitKeys> = {
  id: described({ zh: '组织的编码，全台账唯一', en: "The unit's code, unlike any other's" }, word),
  name,
  level: described({ zh: '层级的编码', en: 'The code of its level' }, word),
  leader: member,
  units: described({ zh: '下级组织', en: 'The units below it' }, ref('units')),
};

const include: SchemaOf<typeof includeKeys> = {
  include: described(
    {
      zh: '另一个文件，内容是组织的列表；路径从台账根目录写起，不能出台账目录',
      en: 'Another file, which holds a list of units; its path begins at the root of the book and may not leave it',
    },
    { ...word, examples: ['org/jinhua.yaml'] },
  ),
};

const grid: SchemaOf<typeof gridKeys> = {
  id: described({ zh: '网格的编码', en: "The grid's code" }, word),
  name,
  unit: ofUnit,
  site: described({ zh: '点位的编码或名称', en: 'The code or name of its site' }, optionalWord),
  head: described({ zh: '网格长：工号或姓名', en: 'Its head: code or name of a member of staff' }, optionalWord),
  members: described({ zh: '网格员（1+X+N 的 X）', en: 'Its members, the X of 1+X+N' }, members),
  volunteers: described({ zh: '志愿者（1+X+N 的 N）', en: 'Its volunteers, the N of 1+X+N' }, members),
};

const gridStaffing: SchemaOf<typeof gridStaffingKeys> = {
  members: described({ zh: '每个网格的网格员人数', en: 'How many members a grid needs' }, ref('rule')),
  volunteers: described({ zh: '每个网格的志愿者人数', en: 'How many volunteers a grid needs' }, ref('rule')),
};

const team: SchemaOf<typeof teamKeys> = {
  id: described({ zh: '队伍的编码', en: "The team's code" }, word),
  name,
  unit: ofUnit,
  leader: member,
  expect: described({ zh: '应有人数，含队长', en: 'How many people it should have, its leader included' }, people),
  members: described({ zh: '队员：工号或姓名', en: 'Its people: codes or names of staff' }, members),
};

/** An item of a list must be there, unlike a key. */
const item = (schema: JsonSchema): JsonSchema => ({ ...schema, type: 'object' });

const definitions: Readonly<Record<string, JsonSchema>> = {
  units: list(ref('unit')),
  unit: {
    type: 'object',
    if: { type: 'object', required: ['include'] },
    // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it so
    then: item(object(include, { required: ['include'] })),
    else: item(object(unit, { required: ['id', 'level'] })),
  },
  rule: described(
    {
      zh: '最少人数，或范围 {min, max}，或按隔离人数 {residents_each}',
      en: 'The least number, or bounds {min, max}, or one for so many residents {residents_each}',
    },
    { anyOf: [people, object(rule, { minProperties: 1 })] },
  ),
};

const chart: SchemaOf<typeof chartKeys> = {
  levels: described(
    { zh: '层级，从上到下', en: 'The levels, from the top down' },
    list(item(object(level, { required: ['level'] }))),
  ),
  units: described({ zh: '组织，上级套下级', en: 'The units, each within the one above it' }, ref('units')),
  grids: described(
    { zh: '网格：1 名网格长、若干网格员、若干志愿者', en: 'Grids of the 1+X+N pattern: a head, members, volunteers' },
    list(item(object(grid, { required: ['id'] }))),
  ),
  grid_staffing: described({ zh: '每个网格的人数要求', en: 'How many people each grid needs' }, object(gridStaffing)),
  teams: described(
    { zh: '队伍，如党员先锋队', en: 'Teams across units' },
    list(item(object(team, { required: ['id'] }))),
  ),
};

export const orgChartSchema: JsonSchema = {
  $schema: DRAFT,
  $id: 'urn:taizhang:org',
  title: 'org.yaml',
  ...described(
    { zh: '组织架构：层级、组织、网格、队伍', en: 'The org chart: levels, units, grids, teams' },
    object(chart),
  ),
  $defs: definitions,
};

/** A file that org.yaml includes. */
export const orgUnitsSchema: JsonSchema = {
  $schema: DRAFT,
  $id: 'urn:taizhang:org-units',
  title: 'org/*.yaml',
  ...described(
    { zh: '被 include 的文件：组织的列表', en: 'A file that is included: a list of units' },
    list(ref('unit')),
  ),
  $defs: definitions,
};
