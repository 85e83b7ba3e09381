// What is said about registers that name one thing twice.

import type { Slug } from '../../core/slugs.js';
import { lines } from './lines.js';
import type { CheckManual } from './manual.js';

export const idManual: Readonly<Record<Extract<Slug, `id/${string}`>, CheckManual>> = {
  'id/duplicate': {
    title: { zh: '编码或名称登记重了', en: 'A code or name registered twice' },
    explanation: {
      zh:
        '同一个编码登记了两次，或者两种物资用了同一个别名，或者名称和规格都一样。以后谁写这个名字，都说不准指' +
        '的是哪一个，库存会散到两张卡上。本来就是一种，合并成一行；确实是两种，给后登记的换编码或别名，或者把' +
        '规格写清楚。（两个人同名不要紧。）',
      en:
        'One code is registered twice, or two items have the same alias, or the same name and specification. ' +
        'Whoever writes it from now on, nobody can be sure which is meant, and the stock scatters over two ' +
        'cards. If they are one thing, make them one row; if not, give the later one another code or alias, ' +
        'or spell out the specification. (Two people may share a name.)',
    },
    wrong: lines('物资编码,名称,类别,单位', 'PPE-SUIT,防护服,protective,套', 'PPE-SUIT,隔离衣,protective,件'),
    right: lines('物资编码,名称,类别,单位', 'PPE-SUIT,防护服,protective,套', 'PPE-GOWN,隔离衣,protective,件'),
  },
};
