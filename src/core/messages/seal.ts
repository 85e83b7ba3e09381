// What is said about closed days: what was touched since, and what to do about it without making it worse.

import { saying, telling } from './telling.js';

const bring = {
  zh: '用 git 找回封账时的样子（git log 看谁改过，git checkout 取回）；确实记错的，今天记冲销再记对的',
  en: 'bring back what was sealed ("git log" shows who changed it, "git checkout" restores it); if it was wrong, book a reversal today and then the right one',
} as const;

const chainHint = {
  zh: '用 git 看 seals 文件夹动过什么，找回原文件；要重开某一天用 taizhang reopen，不要动封账文件',
  en: 'see with git what was done in the folder seals and bring the original back; a day is opened again with "taizhang reopen", never by hand',
} as const;

export interface Moved {
  readonly site: string;
  readonly item: string;
  readonly day: string;
  readonly was: string;
  readonly now: string;
}

const movedZh = (m: Moved): string => `${m.site} ${m.item} ${m.day} 的结存由 ${m.was} 变为 ${m.now}`;
const movedEn = (m: Moved): string => `the closing of ${m.item} at ${m.site} on ${m.day} from ${m.was} to ${m.now}`;

export const sealTellings = {
  changed: (a: { kind: 'changed' | 'inserted' | 'missing' | 'unknown'; day: string; file: string }) =>
    telling({
      zh: () => [
        {
          changed: `这一行在 ${a.day} 封账时不是这样，封账后被改过`,
          inserted: `这一行是 ${a.day} 封账后插进去的`,
          missing: `${a.day} 封账时有文件 ${a.file}，现在不见了（删除或改名）`,
          unknown: `${a.file} 与 ${a.day} 封账时不同，看不出是哪一行`,
        }[a.kind],
        bring.zh,
      ],
      en: () => [
        {
          changed: `this line is not what was sealed for ${a.day}: it was changed after the close`,
          inserted: `this line was put in after ${a.day} was sealed`,
          missing: `${a.file} was there when ${a.day} was sealed and is gone now (deleted or renamed)`,
          unknown: `${a.file} is not what was sealed for ${a.day}; which line it is cannot be told`,
        }[a.kind],
        bring.en,
      ],
    }),
  removed: (a: { count: number; day: string }) =>
    telling({
      zh: () => [`此处在 ${a.day} 封账时还有 ${a.count} 行，封账后被删去`, bring.zh],
      en: () => [
        `${a.count === 1 ? 'a line' : `${a.count} lines`} that stood here when ${a.day} was sealed ${a.count === 1 ? 'is' : 'are'} gone`,
        bring.en,
      ],
    }),
  lateRow: (a: { day: string; days: number; moved: readonly Moved[]; more: number }) =>
    telling({
      zh: () => [
        `${a.day} 已封账，这一行是封账后加的${
          a.moved.length === 0
            ? '，影响该日的记录'
            : `：会使 ${a.moved.map(movedZh).join('，')}${a.more > 0 ? `，还有 ${a.more} 个数` : ''}`
        }${a.days > 1 ? `；连同其后共 ${a.days} 个封账日` : ''}`,
        '删去这一行，改记在今天（备注写明补记哪一天）；确要改旧账，由负责人用 taizhang reopen 说明理由重开',
      ],
      en: () => [
        `${a.day} is closed, and this row was added since${
          a.moved.length === 0
            ? '; it changes the record of that day'
            : `: it changes ${a.moved.map(movedEn).join(', ')}${a.more > 0 ? ` and ${a.more} more figures` : ''}`
        }${a.days > 1 ? `, and with it ${a.days} closed days` : ''}`,
        'take it out and book it today, with a note of the day it belongs to; if the old day must change, whoever is in charge runs "taizhang reopen" with a reason',
      ],
    }),
  balance: (a: { day: string; moved: Moved | null; more: number; what: 'item' | 'site' | 'unknown'; name: string }) =>
    telling({
      zh: () => [
        `${a.day} 封账日重算，与当晚的结存表不符${a.moved === null ? '' : `：${movedZh(a.moved)}`}${a.more > 0 ? `，还有 ${a.more} 行` : ''}${
          a.what === 'unknown' ? '' : `；多半是 ${a.name} 的登记（包装、批次、记库存、签收）改过`
        }`,
        '把登记或设置改回封账时的样子（git log 看改动）；今后确实不同的，另立新编码，旧的保留',
      ],
      en: () => [
        `${a.day} replayed no longer gives its statement${a.moved === null ? '' : `: ${movedEn(a.moved)}`}${a.more > 0 ? `, and ${a.more} more lines` : ''}${
          a.what === 'unknown' ? '' : `; most likely the entry of ${a.name} was changed (packs, lots, tracked, signs)`
        }`,
        'put the register or the setting back as it was ("git log" shows the change); where things really are different now, register a new code and keep the old one',
      ],
    }),
  altered: (a: { file: string }) =>
    telling({
      zh: () => [`封账文件 ${a.file} 被改过：与它自己的指纹不符`, chainHint.zh],
      en: () => [`the seal ${a.file} was altered: it does not match its own digest`, chainHint.en],
    }),
  misnamed: (a: { file: string; belongs: string }) =>
    telling({
      zh: () => [`${a.file} 里面的日期是另一天，它应该叫 ${a.belongs}`, chainHint.zh],
      en: () => [`${a.file} is the seal of another day: its name should be ${a.belongs}`, chainHint.en],
    }),
  unlinked: (a: { file: string; before: string | null }) =>
    telling({
      zh: () => [
        a.before === null
          ? `${a.file} 应该接在更早的一次封账之后，那次封账不见了`
          : `${a.file} 不是接在 ${a.before} 之后封的：中间缺了一次，或前一次被换过`,
        chainHint.zh,
      ],
      en: () => [
        a.before === null
          ? `${a.file} was built on an earlier seal, which is gone`
          : `${a.file} was not built on ${a.before}: one in between is missing, or that one was replaced`,
        chainHint.en,
      ],
    }),
  statementAltered: (a: { file: string; seal: string }) =>
    telling({
      zh: () => [`结存表 ${a.file} 在封账后被改过（指纹在 ${a.seal}）`, chainHint.zh],
      en: () => [`the statement ${a.file} was changed after the close (its digest is in ${a.seal})`, chainHint.en],
    }),
  statementMissing: (a: { file: string; seal: string }) =>
    telling({
      zh: () => [`${a.seal} 封存的结存表 ${a.file} 不见了`, chainHint.zh],
      en: () => [`${a.file}, the statement that ${a.seal} seals, is gone`, chainHint.en],
    }),
  sealMissing: (a: { file: string; statement: string }) =>
    telling({
      zh: () => [`有结存表 ${a.statement}，封账文件 ${a.file} 却不见了`, chainHint.zh],
      en: () => [`there is a statement ${a.statement}, but its seal ${a.file} is gone`, chainHint.en],
    }),
  stranger: (a: { file: string }) =>
    telling({
      zh: () => [`${a.file} 不是封账产生的文件`, 'seals 文件夹只放封账文件：把它移到别处'],
      en: () => [`${a.file} is no file of a seal`, 'the folder seals is for seals only: move it elsewhere'],
    }),
  unsigned: (a: { file: string }) =>
    telling({
      zh: () => [
        `${a.file} 没有签名，之后也没有签过名的封账为它作证`,
        '用 taizhang close --sign 签名的下一次封账会连它一起作证',
      ],
      en: () => [
        `${a.file} is not signed, and no later seal that is signed vouches for it`,
        'the next close with "--sign KEY" vouches for all seals before it',
      ],
    }),
  badSignature: (a: { file: string; reason: string }) =>
    telling({
      zh: () => [
        `${a.file} 的签名不对或签名人不在名单里：${a.reason}`,
        '核对名单文件；签名人无误的，这个封账文件就是被换过的',
      ],
      en: () => [
        `the signature of ${a.file} is wrong, or its signer is not on the list: ${a.reason}`,
        'check the list of signers; if the signer is right, this seal was replaced',
      ],
    }),
  sealedHere: saying({ zh: () => '封账时的结存', en: () => 'as it was sealed' }),
} as const;
