// What is said when something could not be written: what stood in the way, that nothing is lost, and what to do now.

import { telling } from './telling.js';

const reasons: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  ENOSPC: ['磁盘满了', 'the disk is full'],
  EDQUOT: ['磁盘配额用完了', 'the disk quota is used up'],
  EROFS: ['磁盘是只读的', 'the disk is read-only'],
  EACCES: ['没有写入权限', 'there is no permission to write'],
  EPERM: ['没有写入权限', 'there is no permission to write'],
  EBUSY: ['文件正被别的程序占用', 'another program holds the file'],
  EIO: ['磁盘读写出错', 'the disk reports an error'],
  EISDIR: ['那里有一个同名的文件夹', 'there is a folder of this name'],
  EBADMSG: ['里面的内容读不懂', 'what it holds cannot be understood'],
  EFTYPE: ['那里不是普通文件', 'there is something that is no regular file'],
};

const remedies: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  ENOSPC: ['腾出空间后，把同一条命令再执行一遍', 'free some space and run the same command again'],
  EBUSY: ['在 Excel 或 WPS 里关掉这个文件，再执行一遍', 'close the file in Excel or WPS and run the command again'],
  EPERM: [
    '在 Excel 或 WPS 里关掉这个文件，再核对文件夹的权限',
    'close the file in Excel or WPS, then look at the rights of the folder',
  ],
  EIO: ['先把账本复制到另一块盘上，再检查这块盘', 'copy the book to another disk first, then have this one looked at'],
};

const notOurs: readonly [string, string] = [
  '它不是本程序写的：用 git status 核对台账，确认无误后删掉它',
  'this program did not write it: see with git status that the book is whole, then remove it',
];
const inTheWay: readonly [string, string] = [
  '把它改名或移出台账，再执行一遍',
  'rename it or move it out of the book, and run the command again',
];

const reasonOf = (code: string): readonly [string, string] =>
  reasons[code] ?? [`系统报告 ${code}`, `the system says ${code}`];
const remedyOf = (code: string): readonly [string, string] =>
  (code === 'EISDIR' || code === 'EFTYPE' ? inTheWay : code === 'EBADMSG' ? notOurs : remedies[code]) ??
  remedies[code === 'EDQUOT' ? 'ENOSPC' : ''] ?? [
    '换一个有写入权限的账户，或请管理员改文件夹权限，再执行一遍',
    'ask for the right to write in this folder, or use an account that has it, and run the command again',
  ];

export const recordTellings = {
  closed: (a: { day: string; through: string }) =>
    telling({
      zh: () => [
        `${a.day} 已经封账（封到 ${a.through}），没有写入`,
        '漏记的单子日期写今天，备注写明补记哪一天；确要改旧账，由负责人用 taizhang reopen 说明理由重开',
      ],
      en: () => [
        `${a.day} is closed (the book is closed through ${a.through}); nothing was written`,
        'date it today and say in the note which day it belongs to; if the old day must change, whoever is in charge runs "taizhang reopen" with a reason',
      ],
    }),
  locked: (a: { host: string; pid: number }) =>
    telling({
      zh: () => [
        a.pid === 0
          ? '另一个程序一直在写这本账，没有写入'
          : `${a.host} 上的程序（进程 ${a.pid}）一直在写这本账，没有写入`,
        '等它写完再执行一遍；那台机器若已关机，一分钟后锁会自动失效',
      ],
      en: () => [
        a.pid === 0
          ? 'another program has been writing in this book all along; nothing was written'
          : `process ${a.pid} on ${a.host} has been writing in this book all along; nothing was written`,
        'let it finish and run the command again; if that machine is off, its lock lapses within a minute',
      ],
    }),
  overtaken: () =>
    telling({
      zh: () => ['本机停顿太久，另一台机器接着写了这本账；这次没有写入', '再执行一遍'],
      en: () => [
        'this machine stood still for so long that another one went on with the book; nothing was written',
        'run the command again',
      ],
    }),
  outside: (a: { file: string }) =>
    telling({
      zh: () => [
        `${a.file} 经过一个通往账本之外的链接，没有写入`,
        '把链接换成真正的文件或文件夹，账本只写在自己的文件夹里',
      ],
      en: () => [
        `${a.file} lies behind a link that leads out of the book; nothing was written`,
        'put a real file or folder in place of the link: a book is only ever written inside its own folder',
      ],
    }),
  disk: (a: { file: string; code: string }) =>
    telling({
      zh: () => [
        `${reasonOf(a.code)[0]}，写不了${a.file === '' ? '这本账' : ` ${a.file}`}；账本没有任何改动`,
        remedyOf(a.code)[0],
      ],
      en: () => [
        `cannot write ${a.file === '' ? 'in this book' : a.file}: ${reasonOf(a.code)[1]}; nothing in the book was changed`,
        remedyOf(a.code)[1],
      ],
    }),
  unconfirmed: (a: { file: string; code: string }) =>
    telling({
      zh: () => [
        `已经写入 ${a.file}，但磁盘没有确认（${reasonOf(a.code)[0]}）：此刻断电可能丢失`,
        '不要重复录入：先打开这个文件看最后几行，再检查磁盘',
      ],
      en: () => [
        `${a.file} is written, but the disk did not confirm it (${reasonOf(a.code)[1]}): a power cut now could lose it`,
        'do not enter it again: look at the last lines of the file first, then at the disk',
      ],
    }),
  unfinished: (a: { file: string; code: string }) =>
    telling({
      zh: () => [
        `几个文件要一起改，改到一半磁盘出错（${reasonOf(a.code)[0]}）`,
        `${remedyOf(a.code)[0]}：任何一条 taizhang 命令都会先把剩下的改完`,
      ],
      en: () => [
        `several files change together, and the disk failed half-way (${reasonOf(a.code)[1]})`,
        `${remedyOf(a.code)[1]}: any taizhang command first completes what is left`,
      ],
    }),
  cell: (a: { column: string; text: string }) =>
    telling({
      zh: () => [`“${a.column}”里有换行：“${a.text}”，没有写入`, '去掉换行；只有备注可以分行'],
      en: () => [
        `there is a line break in "${a.column}": "${a.text}"; nothing was written`,
        'take it out: only a note may have several lines',
      ],
    }),
  column: (a: { column: string; ledger: string; nearest: readonly string[] }) =>
    telling({
      zh: () => [
        `${a.ledger} 没有“${a.column}”这一列，没有写入`,
        a.nearest.length === 0 ? `taizhang schema ${a.ledger} 列出所有列` : `是不是 ${a.nearest.join('、')}？`,
      ],
      en: () => [
        `${a.ledger} has no column "${a.column}"; nothing was written`,
        a.nearest.length === 0
          ? `"taizhang schema ${a.ledger}" lists its columns`
          : `did you mean ${a.nearest.join(' or ')}?`,
      ],
    }),
  changed: (a: { file: string }) =>
    telling({
      zh: () => [`${a.file} 在这期间被别人改过，没有写入`, '再执行一遍，按新的内容重新核对'],
      en: () => [
        `${a.file} was changed by somebody else meanwhile; nothing was written`,
        'run the command again and look at it as it is now',
      ],
    }),
} as const;
