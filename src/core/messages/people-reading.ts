// What is said while the ledgers about people are read: moments, heads, units, numbers that may not be written down.

import { telling } from './telling.js';

const list = (names: readonly string[], between: string): string => names.join(between);

export const peopleReadingTellings = {
  moment: (a: { text: string }) =>
    telling({
      zh: () => [`“${a.text}”不是日期和时间`, '写成 2022-01-12 09:20；只知道日期就只写日期，按当天零点算'],
      en: () => [
        `"${a.text}" is not a date and time`,
        'write 2022-01-12 09:20; where only the date is known write that, and it counts from the start of the day',
      ],
    }),
  heads: (a: { text: string }) =>
    telling({
      zh: () => [`“${a.text}”不是人数`, '只写零或正整数，如 86；没有人就写 0，不要留空'],
      en: () => [`"${a.text}" is not a number of people`, 'write a whole number such as 86; 0 where nobody is there'],
    }),
  unknownUnit: (a: { text: string; nearest: readonly string[] }) =>
    telling({
      zh: () => [
        `org.yaml 里没有组织“${a.text}”`,
        a.nearest.length > 0
          ? `是否想写“${list(a.nearest, '”“')}”？新设的组织先在 org.yaml 里加上`
          : '核对组织编码；新设的组织先在 org.yaml 里加上',
      ],
      en: () => [
        `there is no unit "${a.text}" in org.yaml`,
        a.nearest.length > 0
          ? `did you mean ${list(a.nearest, ', ')}? a new unit is added to org.yaml first`
          : 'check the id of the unit; a new one is added to org.yaml first',
      ],
    }),
  personalData: (a: { masked: string }) =>
    telling({
      zh: () => [
        `这一格里有身份证号（${a.masked}）`,
        '马上换成人员代码（如 R-017），对照表另外锁好；已经提交过的，报告负责人按泄露处理',
      ],
      en: () => [
        `this cell holds a national identity number (${a.masked})`,
        'replace it at once by a code (R-017) and keep the list of codes under lock; if it was committed, report a leak',
      ],
    }),
} as const;
