// What is said about closed days.

import type { Slug } from '../../core/slugs.js';
import { lines } from './lines.js';
import type { CheckManual } from './manual.js';

export const sealManual: Readonly<Record<Extract<Slug, `seal/${string}`>, CheckManual>> = {
  'seal/changed': {
    title: { zh: '封了的账被改过', en: 'A sealed row was changed' },
    explanation: {
      zh:
        '这一行所在的日子已经封账，可它现在与封账时不一样：改过、删过，或者前面插进了内容。封账就是为了谁也不' +
        '能悄悄改过去的数。用 git 找回原来的那一行；确实记错了，原行不动，今天记一张红字冲销，再记对的。',
      en:
        'The day of this row is closed, and the row is no longer what it was then: edited, deleted, or ' +
        'pushed aside by something put in before it. A day is sealed so that nobody can quietly change what ' +
        'was. Bring the old row back with git. If it was wrong, leave it as it is, book a reversal dated ' +
        'today, and then the right one.',
    },
    wrong: lines(
      '日期,单号,类别,物资,数量,来源,去向,关联单号,备注',
      '2022-01-12,CK20220112-001,出库,防护服,280,中心仓库,城东卫生服务点,,封账时是 300',
    ),
    right: lines(
      '日期,单号,类别,物资,数量,来源,去向,关联单号,备注',
      '2022-01-12,CK20220112-001,出库,防护服,300,中心仓库,城东卫生服务点,,',
      '2022-01-13,CX20220113-001,冲销,防护服,20,中心仓库,城东卫生服务点,CK20220112-001,1 月 12 日多记 20',
    ),
  },
  'seal/balance': {
    title: { zh: '封账日重算，结存变了', en: 'A closed day no longer gives its figures' },
    explanation: {
      zh:
        '封账那天的行一个字没动，重算出来却与当晚的结存表不一样，说明目录或设置改了：比如包装从 20 改成 25，' +
        '点位改成要签收。这样一改，过去签了字的数全变了。照所指的地方改回去；从今天起真的变了，就新设一个编' +
        '码，旧的留着。',
      en:
        'No row of the closed day was touched, yet replayed it does not give that night’s statement: a ' +
        'register or a setting was changed, packs from 20 to 25, say, or a site made to sign. That changes ' +
        'every figure signed in the past. Put back what is named here. If things really are different from ' +
        'today on, register a new code and keep the old one.',
    },
    wrong: lines('物资编码,名称,类别,单位,包装,备注', 'PPE-SUIT,防护服,protective,套,箱=25,封账时是 箱=20'),
    right: lines(
      '物资编码,名称,规格,类别,单位,包装',
      'PPE-SUIT,防护服,20 套装,protective,套,箱=20',
      'PPE-SUIT25,防护服,25 套装,protective,套,箱=25',
    ),
  },
  'seal/late-row': {
    title: { zh: '封账以后补了封账日的行', en: 'A row added to a closed day' },
    explanation: {
      zh:
        '这一行的日期在已经封账的日子里，是封账以后加进去的。照这样算，那几天签过字的结存都要变。漏记的单子不' +
        '写进旧日子：日期写今天，备注写明补记哪一天的哪张单。实在要改旧账，由负责人说明理由，用 reopen 重开。',
      en:
        'This row is dated in a closed day and was added after the close. From that day on it would change ' +
        'balances that people have signed for. A slip that was forgotten is not put into the old day: date ' +
        'it today, and say in the note which slip of which day it is. If the old day must be changed, ' +
        'whoever is in charge reopens it, with a reason.',
    },
    wrong: lines(
      '日期,单号,类别,物资,数量,来源,去向,备注',
      '2022-01-12,RK20220112-009,入库,防护服,200,县红十字会,中心仓库,1 月 12 日已封账',
    ),
    right: lines(
      '日期,单号,类别,物资,数量,来源,去向,备注',
      '2022-01-13,RK20220113-001,入库,防护服,200,县红十字会,中心仓库,补记 1 月 12 日到货',
    ),
  },
  'seal/chain': {
    title: { zh: '封账的链条断了', en: 'The chain of seals is broken' },
    explanation: {
      zh:
        '封账文件一个接一个，每个都记着前一个的指纹。现在有一个被改过、缺了，或者次序不对，从它起往后的封账都' +
        '作不了证。先用 git 看 seals 文件夹动过什么，把原文件找回来；该重开的日子要用 reopen，不要自己删封账' +
        '文件。',
      en:
        'Each seal carries the fingerprint of the one before. One of them has been altered, is missing or ' +
        'stands out of order, and from there on the seals prove nothing. See with git what was done in the ' +
        'folder seals, and bring the original back. A day that has to be opened again is opened with reopen; ' +
        'seals are never deleted by hand.',
    },
    wrong: lines(
      '$ sha256sum seals/2022-01-11.json',
      '5f1d…  seals/2022-01-11.json',
      '$ grep previous seals/2022-01-12.json',
      '  "previous": "sha256:90ab…",',
    ),
    right: lines(
      '$ sha256sum seals/2022-01-11.json',
      '5f1d…  seals/2022-01-11.json',
      '$ grep previous seals/2022-01-12.json',
      '  "previous": "sha256:5f1d…",',
    ),
  },
};
