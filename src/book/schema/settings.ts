// The JSON Schema of taizhang.yaml.

import { defaultSeverity, slugs } from '../../core/slugs.js';
import { flags, wordsOf } from '../choices.js';
import {
  defaultSettings,
  languages,
  MOST_DAYS,
  MOST_HOURS,
  type needHoursKeys,
  type policyKeys,
  type settingsKeys,
  settingsOf,
} from '../settings.js';
import { DRAFT, described, type JsonSchema, object, optionalWord, whole, word } from './json.js';

const { policy: defaults } = defaultSettings;

const days = whole(0, MOST_DAYS);
const hours = whole(0, MOST_HOURS);

/** A word in any mixture of upper and lower case. */
function anyCase(text: string): string {
  return [...text]
    .map((c) => (c.toLowerCase() === c.toUpperCase() ? c : `[${c.toUpperCase()}${c.toLowerCase()}]`))
    .join('');
}

const yesNo: JsonSchema = {
  anyOf: [
    { enum: ['yes', 'no', true, false, 1, 0, null] },
    { type: 'string', pattern: `^(?:${[...wordsOf(flags).keys()].map(anyCase).join('|')})$` },
  ],
};

/** An amount in base units, or a share of the book from 0% to 100%. */
const tolerance: JsonSchema = {
  type: ['number', 'string', 'null'],
  minimum: 0,
  pattern: '^(?:[0-9][0-9,]*(?:\\.[0-9]{1,6})?万?|(?:100(?:\\.0{1,6})?|[0-9]{1,2}(?:\\.[0-9]{1,6})?)\\s*[%％])$',
  examples: ['0.5%'],
};

const named = (key: string): JsonSchema => ({ required: [key], properties: { [key]: { not: { type: 'null' } } } });

const category: JsonSchema = {
  type: 'object',
  properties: {
    zh: described({ zh: '中文名称', en: 'its Chinese name' }, optionalWord),
    en: described({ zh: '英文名称', en: 'its English name' }, optionalWord),
  },
  additionalProperties: false,
  anyOf: [named('zh'), named('en')],
};

const needHours: Readonly<Record<(typeof needHoursKeys)[number], JsonSchema>> = {
  critical: described({ zh: '特急', en: 'critical' }, { ...hours, default: defaults.needHours.critical }),
  urgent: described({ zh: '紧急', en: 'urgent' }, { ...hours, default: defaults.needHours.urgent }),
  routine: described({ zh: '常规', en: 'routine' }, { ...hours, default: defaults.needHours.routine }),
};

const policy: Readonly<Record<(typeof policyKeys)[number], JsonSchema>> = {
  'count-tolerance': described(
    {
      zh: '盘点允差：基本单位的数量，或账面的百分比（0.5%）；超出才报 count/variance',
      en: 'How far a count may be off before it is count/variance: base units, or a share of the book (0.5%)',
    },
    { ...tolerance, default: 0 },
  ),
  'count-every-days': described(
    {
      zh: '多少天必须盘点一次；超过即报 count/stale',
      en: 'Days within which what is in stock is counted; after that it is count/stale',
    },
    { ...days, default: defaults.countEveryDays },
  ),
  'delivery-hours': described(
    {
      zh: '发出后多少小时内应签收；超过即报 delivery/overdue',
      en: 'Hours within which a dispatch is signed for; after that it is delivery/overdue',
    },
    { ...hours, default: defaults.deliveryHours },
  ),
  'expiring-days': described(
    { zh: '离效期多少天起报 stock/expiring', en: 'Days before its expiry from which a lot is stock/expiring' },
    { ...days, default: defaults.expiringDays },
  ),
  'cover-days': described(
    { zh: '计划：希望保有多少天的库存', en: 'Planning: how many days of stock are wanted' },
    { ...days, default: defaults.coverDays },
  ),
  'need-hours': described(
    {
      zh: '诉求按紧急程度应在多少小时内办结；超过即报 need/overdue',
      en: 'Hours within which a need is resolved, by priority; after that it is need/overdue',
    },
    object(needHours),
  ),
  'rest-hours': described(
    { zh: '两班之间至少休息多少小时；不足即报 staff/rest', en: 'Hours of rest between shifts; less is staff/rest' },
    { ...hours, default: defaults.restHours },
  ),
};

const checks: Record<string, JsonSchema> = {};
for (const slug of slugs) {
  const severity = defaultSeverity(slug);
  const allowed = settingsOf(slug);
  const locked = allowed.includes('off')
    ? { zh: '', en: '' }
    : {
        zh: '；不能调低或关闭，因为这样的行不计入任何数字',
        en: '; cannot be lowered or switched off, because such rows are left out of every figure',
      };
  checks[slug] = described(
    { zh: `默认 ${severity}${locked.zh}`, en: `default ${severity}${locked.en}` },
    { enum: [...allowed, null] },
  );
}

const properties: Readonly<Record<(typeof settingsKeys)[number], JsonSchema>> = {
  title: described({ zh: '台账的名称，印在报表上', en: 'What the book is called, on every report' }, optionalWord),
  language: described(
    {
      zh: '台账的语言；不写则随终端，终端也未设置时用英文',
      en: "The book's language; without it that of the terminal, else English",
    },
    { enum: [...Object.keys(languages), null] },
  ),
  timezone: described(
    {
      zh: '台账所在时区（IANA 名称），决定一天到几点结束',
      en: "The book's time zone (an IANA name), which says when a day ends",
    },
    { ...optionalWord, examples: ['Asia/Shanghai', 'UTC'] },
  ),
  excel: described(
    {
      zh: '中文台账新建的表格是否加 BOM，使 Excel 和 WPS 正确显示汉字；默认 yes',
      en: 'Whether new tables of a Chinese book get the BOM that Excel and WPS need; default yes',
    },
    yesNo,
  ),
  categories: described(
    {
      zh: '物资类别：编码，及其中英文名称；不写则用默认的四类',
      en: 'Categories of items: code, with a name in each language; without it the four default ones',
    },
    { type: ['object', 'null'], minProperties: 1, propertyNames: word, additionalProperties: category },
  ),
  policy: described({ zh: '核对与计划的尺度', en: 'The measures of checks and plans' }, object(policy)),
  checks: described(
    { zh: '各项检查的级别：error、warning、note 或 off', en: 'The severity of checks: error, warning, note or off' },
    object(checks),
  ),
};

export const settingsSchema: JsonSchema = {
  $schema: DRAFT,
  $id: 'urn:taizhang:settings',
  title: 'taizhang.yaml',
  ...described(
    { zh: '台账的设置；每个键都可以不写', en: 'The settings of a book; every key is optional' },
    object(properties),
  ),
};
