// JSON Schemas of the rows of every register and ledger, from the one table of columns.

import { choicesOf } from '../choices.js';
import { type Column, columnsOf, type TableName } from '../columns.js';
import type { JsonSchema } from './json.js';

const descriptions: Readonly<Record<Column['cell'], string>> = {
  code: 'a code 编码',
  name: 'a name 名称',
  text: 'any text 文字',
  words: 'words with ; between 多项用;隔开',
  day: 'a date, 2022-01-12 日期',
  time: 'a time of day, 06:30 时间',
  moment: 'a date and time, 2022-01-12 06:30 日期时间',
  doc: 'a document number, CK20220112-001 单号',
  quantity: 'an exact decimal, 36000 or 3.6万 or 3箱 数量',
  unit: 'a unit of the item 单位',
  packs: 'base units in a pack, 箱=20;包=5 包装',
  whole: 'a whole number 整数',
  flag: 'yes or no 是/否',
  choice: 'one of the words 选项',
  item: 'an item by code, name or alias 物资',
  spec: 'a specification 规格',
  lot: 'a lot number 批号',
  site: 'a site by code or name 点位',
  place: 'a site, a party or transit 点位、单位或在途',
  party: 'a party by code or name 往来单位',
  staff: 'a member of staff by code or name 人员',
  orgunit: 'an org unit by id or name 组织',
  person: 'a person, as written 人',
};

function property({ cell, zh, choices }: Column): JsonSchema {
  const words =
    choices === null
      ? {}
      : { enum: [...choicesOf(choices), ...choicesOf(choices).flatMap((one) => [...choices[one]!])] };
  return { type: 'string', description: `${zh.join(' / ')}: ${descriptions[cell]}`, ...words };
}

/** A row as an object of texts, by canonical column names; other columns are kept and not used. */
export function tableSchema(table: TableName): JsonSchema {
  const columns = columnsOf(table);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `taizhang ${table}`,
    type: 'object',
    properties: Object.fromEntries(columns.map((column) => [column.name, property(column)])),
    required: columns.filter(({ required }) => required).map(({ name }) => name),
  };
}
