// What is said about names that lead nowhere, or to several places.

import type { Slug } from '../../core/slugs.js';
import { lines } from './lines.js';
import type { CheckManual } from './manual.js';

export const refManual: Readonly<Record<Extract<Slug, `ref/${string}`>, CheckManual>> = {
  'ref/item': {
    title: { zh: '物资目录里没有这种物资', en: 'No such item' },
    explanation: {
      zh:
        '这里写的物资，在 items.csv 里编码、名称、别名都对不上，不知道该记到哪张台账卡上，整行先不入账。先看' +
        '提示里相近的名字，多半是错别字（丁睛→丁腈）。确实是新到的物资，先在 items.csv 加一行。KN95 和医用的 ' +
        'N95 不是一回事，别为了省事写成一个。',
      en:
        'No code, name or alias in items.csv is what stands here, so there is no stock card to book the row ' +
        'on and it is left out. Look at the near names in the hint first: most often it is a misspelling ' +
        '(丁睛 for 丁腈). If the item really is new, add it to items.csv. KN95 is not a medical N95; do not ' +
        'fold them together to save trouble.',
    },
    wrong: lines('日期,单号,类别,物资,数量,去向', '2022-01-12,QC20220112-001,期初,丁睛手套,500,中心仓库'),
    right: lines('日期,单号,类别,物资,数量,去向', '2022-01-12,QC20220112-001,期初,丁腈手套,500,中心仓库'),
  },
  'ref/site': {
    title: { zh: '点位目录里没有这个点位', en: 'No such site' },
    explanation: {
      zh:
        '这里写的点位，在 sites.csv 里编码和名称都对不上，货从哪里出、到哪里去说不清，整行先不入账。看提示里' +
        '相近的名字，多半是错字或简称。新设的点位先在 sites.csv 加一行，写明类型，以及要不要签收。',
      en:
        'No code or name in sites.csv is what stands here, so it cannot be said where the goods left or ' +
        'went, and the row is left out. Look at the near names in the hint: most often it is a misspelling ' +
        'or a short form. A new site first gets its row in sites.csv, with its kind and whether it signs for ' +
        'deliveries.',
    },
    wrong: lines(
      '日期,单号,类别,物资,数量,来源,去向',
      '2022-01-12,DB20220112-001,调拨,防护服,300,中心仓库,石柱中学隔离店',
    ),
    right: lines(
      '日期,单号,类别,物资,数量,来源,去向',
      '2022-01-12,DB20220112-001,调拨,防护服,300,中心仓库,石柱中学隔离点',
    ),
  },
  'ref/staff': {
    title: { zh: '人员名册里没有这个人', en: 'No such member of staff' },
    explanation: {
      zh:
        '经办、复核、签收或排班里写的人，在 staff.csv 里查不到；事后问起这笔货，找不到经手的人，所以这一行先' +
        '不入账。先看名字和工号有没有打错。新来的、临时顶班的，先在 staff.csv 登记一行。',
      en:
        'The person named as handling, checking, signing or on duty is not in staff.csv. If these goods are ' +
        'asked about later there is nobody to ask, so the row is left out of the books. See whether the name ' +
        'or number is mistyped. Newcomers and stand-ins get a row in staff.csv first.',
    },
    wrong: lines(
      '日期,单号,类别,物资,数量,来源,去向,经办人',
      '2022-01-12,CK20220112-001,出库,防护服,300,中心仓库,石柱中学隔离点,陈朋',
    ),
    right: lines(
      '日期,单号,类别,物资,数量,来源,去向,经办人',
      '2022-01-12,CK20220112-001,出库,防护服,300,中心仓库,石柱中学隔离点,陈明',
    ),
  },
  'ref/party': {
    title: { zh: '往来单位里没有这一家', en: 'No such party' },
    explanation: {
      zh:
        '来源或去向写的单位，在 parties.csv 里查不到。捐赠物资要一家一家对得上：收了多少、用了多少、还剩多' +
        '少；名字对不准，这一笔就挂不到人家名下，所以先不入账。改成登记的名称，或者在 parties.csv 加上这一' +
        '家。',
      en:
        'The supplier, donor or recipient named here is not in parties.csv. Every gift must add up, giver by ' +
        'giver: received, used, left. Under a name that is not known it belongs to nobody, so the row is ' +
        'left out of the books. Use the name as registered, or add the party to parties.csv.',
    },
    wrong: lines('日期,单号,类别,物资,数量,来源,去向', '2022-01-12,RK20220112-001,入库,防护服,500,红会,中心仓库'),
    right: lines('日期,单号,类别,物资,数量,来源,去向', '2022-01-12,RK20220112-001,入库,防护服,500,县红十字会,中心仓库'),
  },
  'ref/unit': {
    title: { zh: '组织架构里没有这个组织', en: 'No such organisational unit' },
    explanation: {
      zh:
        '这里写的组织，在 org.yaml 里编号和名称都对不上。人和点位挂不到组织上，谁管哪里、哪里没人管，就都看不' +
        '出来。改成 org.yaml 里的编号或名称；新成立的组织，先写进 org.yaml。',
      en:
        'No unit in org.yaml has this code or name. People and sites that hang on no unit make it impossible ' +
        'to see who answers for what, and what nobody answers for. Use the code or name in org.yaml; a unit ' +
        'newly set up is written there first.',
    },
    wrong: lines('工号,姓名,所属组织,职务', 'P050,陈明,后勤组,仓管员'),
    right: lines('工号,姓名,所属组织,职务', 'P050,陈明,后勤保障组,仓管员'),
  },
  'ref/document': {
    title: { zh: '关联的单号查不到', en: 'The document referred to is not there' },
    explanation: {
      zh:
        '“关联单号”写的那张申请单、发货单或那次盘点，账上没有，这一行就不知道对应哪一笔，先不入账。对着纸单把' +
        '单号重打一遍，留心日期和末三位。那张单要是还没入账，先把它补记上。',
      en:
        'The request, dispatch or count that this row refers to is not in the books, so it is not known what ' +
        'the row answers to, and it is left out. Type the number again from the paper slip, minding the date ' +
        'and the last three digits. If that document has not been booked yet, book it first.',
    },
    wrong: lines(
      '日期,单号,类别,物资,数量,来源,去向,关联单号',
      '2022-01-12,CK20220112-001,出库,防护服,300,中心仓库,石柱中学隔离点,SQ20220112-010',
    ),
    right: lines(
      '日期,单号,类别,物资,数量,来源,去向,关联单号',
      '2022-01-12,CK20220112-001,出库,防护服,300,中心仓库,石柱中学隔离点,SQ20220112-001',
    ),
  },
  'ref/ambiguous': {
    title: { zh: '这个名字对得上不止一个', en: 'A name that fits several' },
    explanation: {
      zh:
        '照这个名字能找到好几个，比如同名不同规格的口罩。记错一个，两张台账卡就一张多、一张少，所以程序不替人' +
        '选，这一行先不入账。补上规格，或者直接写编码；同名同姓的人写工号。',
      en:
        'Several things go by this name, masks of different specification for instance. Booked on the wrong ' +
        'one, one stock card is over and another short; so the program does not choose, and the row is left ' +
        'out. Add the specification or write the code; for people who share a name, the staff number.',
    },
    wrong: lines('日期,单号,类别,物资,数量,去向', '2022-01-12,QC20220112-001,期初,医用防护口罩,600,中心仓库'),
    right: lines(
      '日期,单号,类别,物资,规格,数量,去向',
      '2022-01-12,QC20220112-001,期初,医用防护口罩,折叠式,600,中心仓库',
    ),
  },
};
