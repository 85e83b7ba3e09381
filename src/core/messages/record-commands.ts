// What all commands that write say: what is missing, what would have worked, that nothing was written.

import type { Words } from '../lang.js';

export const writeWords = {
  notWritten: { zh: '没有写入', en: 'nothing was written' },
  sayYes: (a: { line: string }): Words => ({
    zh: `以上只是预览，没有写入。确认无误就加上 --yes：${a.line}`,
    en: `This is a preview; nothing was written. If it is right, add --yes: ${a.line}`,
  }),
  declined: { zh: '没有写入。', en: 'Nothing was written.' },
  agree: { zh: '写入吗？', en: 'Write it?' },
  missing: (a: { options: readonly string[] }): Words => ({
    zh: `缺少 ${a.options.join(' ')}，没有写入`,
    en: `${a.options.join(' ')} ${a.options.length === 1 ? 'is' : 'are'} missing; nothing was written`,
  }),
  wouldWork: (a: { line: string }): Words => ({ zh: `这样写就行：${a.line}`, en: `this would have worked: ${a.line}` }),
  unknownStaff: (a: { text: string }): Words => ({
    zh: `staff.csv 里没有“${a.text}”`,
    en: `"${a.text}" is not in staff.csv`,
  }),
  ambiguousStaff: (a: { text: string }): Words => ({
    zh: `叫“${a.text}”的不止一人`,
    en: `several people are called "${a.text}"`,
  }),
  staffHint: (a: { near: readonly string[] }): Words => ({
    zh: a.near.length > 0 ? `是不是 ${a.near.join('、')}？写工号最稳妥` : '写工号，或先在 staff.csv 登记',
    en:
      a.near.length > 0
        ? `did you mean ${a.near.join(' or ')}? a code is safest`
        : 'use a code, or register the person in staff.csv first',
  }),
} as const;
