// What is said about taizhang.yaml and org.yaml.

import type { Slug } from '../../core/slugs.js';
import { lines } from './lines.js';
import type { CheckManual } from './manual.js';

export const yamlManual: Readonly<Record<Extract<Slug, `yaml/${string}`>, CheckManual>> = {
  'yaml/syntax': {
    title: { zh: 'YAML 的写法读不通', en: 'The YAML cannot be read' },
    explanation: {
      zh:
        'taizhang.yaml 或 org.yaml 的这一处不合 YAML 的写法，多半是引号、括号没关，缩进用了制表符，或者冒号后' +
        '面少了空格。读不通的设置只能按默认值办，组织架构则整个用不上，今晚该报的可能就没报。到所指的位置改' +
        '好：缩进只用空格，冒号、逗号、引号用半角，冒号后面空一格。',
      en:
        'At this place taizhang.yaml or org.yaml is not valid YAML: usually a quote or bracket is left open, ' +
        'a line is indented with a tab, or the blank after a colon is missing. Settings that cannot be read ' +
        'fall back on their defaults and an org chart is not used at all, so tonight something may go ' +
        'unreported. Mend it at the place shown: indent with blanks only, half-width punctuation, one blank ' +
        'after each colon.',
    },
    wrong: lines('title: "石柱镇物资储备保障中心', 'language: zh-CN'),
    right: lines('title: "石柱镇物资储备保障中心"', 'language: zh-CN'),
  },
  'yaml/schema': {
    title: { zh: '不认识的键，或不合要求的值', en: 'A key or value that does not belong there' },
    explanation: {
      zh:
        '这个键写错了名字，或者它的值不是规定的样子。写错的设置不起作用，程序照默认值办：你以为 48 小时不签收' +
        '才算超时，其实还是 24 小时。按提示里最接近的键名或允许的值改过来。',
      en:
        'This key is misspelt, or its value is not of the form it must have. A wrong setting has no effect ' +
        'and the default holds: you believe that a delivery is overdue after 48 hours, and it still is after ' +
        '24. Take the nearest key, or one of the values, that the hint names.',
    },
    wrong: lines('policy:', '  delivery-hour: 48'),
    right: lines('policy:', '  delivery-hours: 48'),
  },
};
