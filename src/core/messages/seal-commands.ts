// What close, reopen and verify say.

import type { Words } from '../lang.js';

export const closeWords = {
  preview: (a: { day: string; accepted: number }): Words => ({
    zh: `封账到 ${a.day}：各台账到这一天为止的内容将固定下来${a.accepted > 0 ? `，${a.accepted} 项差异附理由接受` : ''}。封账以后，这些日子的行不能再改，错了只能今天冲销。`,
    en: `Close through ${a.day}: what the ledgers say up to then will be fixed${a.accepted > 0 ? `, and ${a.accepted} ${a.accepted === 1 ? 'finding is' : 'findings are'} accepted with a reason` : ''}. After that no row of these days may change; a mistake is undone by a reversal dated today.`,
  }),
  done: (a: { day: string; seal: string; digest: string }): Words => ({
    zh: `${a.day} 已封账。封账文件 ${a.seal}，指纹 ${a.digest}。请把 seals 文件夹一并提交到 git。`,
    en: `${a.day} is closed. The seal is ${a.seal}, its digest ${a.digest}. Commit the folder seals with the rest.`,
  }),
  signed: { zh: '已签名。', en: 'It is signed.' },
  already: (a: { through: string }): Words => ({
    zh: `已经封到 ${a.through}，没有改动。`,
    en: `Closed through ${a.through} already; nothing was changed.`,
  }),
  /** `accept`: one of the errors that may be accepted, as check@file:line; null where none may. */
  errors: (a: { day: string; count: number; accept: string | null }): Words => ({
    zh: `还有 ${a.count} 处错误，不能封 ${a.day}：先逐条改好。${a.accept === null ? '' : `查过、确认就是如此的，附理由接受：--accept '${a.accept}=理由'`}`,
    en: `${a.count} ${a.count === 1 ? 'error is' : 'errors are'} left, so ${a.day} cannot be closed: mend ${a.count === 1 ? 'it' : 'them'} first.${a.accept === null ? '' : ` What was looked into and really is so can be accepted with a reason: --accept '${a.accept}=REASON'`}`,
  }),
  misplaced: (a: { path: string; line: number; day: string; after: number }): Words => ({
    zh: `${a.path}:${a.line} 是 ${a.day} 的行，却排在第 ${a.after} 行更晚日期的后面，封账会把那些未封的行也固定住。先运行 taizhang fmt 排好次序。`,
    en: `${a.path}:${a.line} is a row of ${a.day} that stands after one of a later day in line ${a.after}; sealing it would fix that open row too. Run "taizhang fmt" first, which puts rows in order.`,
  }),
  noRows: {
    zh: '台账里还没有带日期的行，没有可封的日子',
    en: 'the book has no dated rows yet, so there is no day to close',
  },
  noRowsHint: { zh: '先录入，再封账', en: 'record something first' },
  cannotSign: (a: { reason: string }): Words => ({
    zh: `ssh-keygen 没能签名（${a.reason}），没有封账`,
    en: `ssh-keygen could not sign (${a.reason}); the day was not closed`,
  }),
  cannotSignHint: {
    zh: '核对 --sign 后面的私钥文件和口令；没有密钥的先运行 ssh-keygen -t ed25519',
    en: 'check the private key after --sign and its passphrase; "ssh-keygen -t ed25519" makes one',
  },
  badAccept: (a: { text: string }): Words => ({
    zh: `看不懂 --accept “${a.text}”`,
    en: `cannot read --accept "${a.text}"`,
  }),
  badAcceptHint: {
    zh: '写成 --accept count/variance@counts/2022-01-12.csv:4=理由；可接受的只有 count/variance、delivery/…、stock/negative',
    en: 'write --accept count/variance@counts/2022-01-12.csv:4=REASON; only count/variance, delivery/… and stock/negative can be accepted',
  },
  unusedAccept: (a: { text: string }): Words => ({
    zh: `没有找到要接受的 ${a.text}，没有封账`,
    en: `nothing was found to accept as ${a.text}; the day was not closed`,
  }),
  unusedAcceptHint: {
    zh: 'taizhang check 列出每一处的位置；把这一项去掉或改对',
    en: '"taizhang check" lists each place; take this one out or correct it',
  },
} as const;

export const reopenWords = {
  preview: (a: { days: readonly string[] }): Words => ({
    zh: `重开 ${a.days[0] ?? ''} 起的封账：将删除 ${a.days.length} 次封账（${a.days.join('、')}），是谁、何时、为什么记入 seals/reopened.csv。`,
    en: `Open the book again from ${a.days[0] ?? ''}: ${a.days.length} ${a.days.length === 1 ? 'seal' : 'seals'} (${a.days.join(', ')}) will be removed; who, when and why goes into seals/reopened.csv.`,
  }),
  done: (a: { days: readonly string[] }): Words => ({
    zh: `已重开（${a.days.join('、')}）。改好以后再运行 taizhang close。`,
    en: `Opened again (${a.days.join(', ')}). Run "taizhang close" once it is put right.`,
  }),
  open: (a: { day: string }): Words => ({
    zh: `${a.day} 没有封账，不用重开`,
    en: `${a.day} is not closed, so there is nothing to open again`,
  }),
  openHint: { zh: 'taizhang verify 列出封了哪些日子', en: '"taizhang verify" lists the closed days' },
} as const;

export const verifyWords = {
  none: { zh: '这本账还没有封过账。', en: 'This book was never closed.' },
  good: (a: { seals: number; through: string; files: number }): Words => ({
    zh: `封账无误：${a.seals} 次封账，封到 ${a.through}，${a.files} 个文件逐字节相符，每个封账日重算都与结存表一致。`,
    en: `Verified: ${a.seals} ${a.seals === 1 ? 'seal' : 'seals'} through ${a.through}, ${a.files} files as they were sealed to the byte, and every closed night replayed gives its statement.`,
  }),
  bad: (a: { errors: number }): Words => ({
    zh: `封账有 ${a.errors} 处不符。`,
    en: `${a.errors} ${a.errors === 1 ? 'thing is' : 'things are'} not as sealed.`,
  }),
  signed: (a: { seal: string; signer: string }): Words => ({
    zh: `${a.seal} 由 ${a.signer} 签名。`,
    en: `${a.seal} is signed by ${a.signer}.`,
  }),
  unsignedNote: {
    zh: '没有签名时，能改写全部文件的人也能重做全部封账：用 close --sign 签名，或靠 git 的历史作证。',
    en: 'Without signatures somebody who can rewrite every file can rewrite every seal too: sign with "close --sign", or rely on the history in git.',
  },
} as const;
