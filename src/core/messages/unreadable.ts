// What is said where a book could not be read at all: which file, why, and what to do. Nothing was answered then.

import { quoted } from '../text.js';
import { telling } from './telling.js';

type Pair = readonly [zh: string, en: string];

/** A reason, and what to do about it. */
const reasons: Readonly<Record<string, readonly [why: Pair, remedy: Pair]>> = {
  changed: [
    ['读的时候它被改了', 'it was changed while the book was read'],
    [
      '新旧内容不会混着算，所以这次没有给出结果：等别的程序写完或同步完，再执行一遍',
      'old and new are never mixed, so there is no answer this time: let the other program finish writing or syncing and run the command again',
    ],
  ],
  gone: [
    ['读的时候它不见了', 'it went away while the book was read'],
    [
      '等 git、网盘或别的程序换完文件，再执行一遍；仍然如此，就找回这个文件',
      'let git, the sync client or whoever is replacing files finish and run the command again; if it stays away, bring the file back',
    ],
  ],
  unfinished: [
    ['几个文件要一起改，才改了一半', 'several files are to change together, and only some of them have'],
    [
      '再执行一遍；仍然如此，请有写入权限的人执行任何一条 taizhang 命令，它会先把剩下的改完',
      'run the command again; if it says the same, somebody who may write in the book runs any taizhang command, which completes the change first',
    ],
  ],
  special: [
    ['它不是普通文件', 'not a regular file'],
    [
      '管道、设备和套接字不会被打开：把它移出台账，换成普通文件',
      'pipes, devices and sockets are never opened: move it out of the book and put a regular file in its place',
    ],
  ],
  large: [
    ['文件超过 4 GB', 'the file is larger than 4 GB'],
    [
      '按日期拆成几个文件（一天一个最好），再执行一遍',
      'split it by date, best into a file a day, and run the command again',
    ],
  ],
  dangling: [
    ['它是一个链接，指向的文件不存在', 'a link to something that is not there'],
    ['找回它指向的文件，或删掉这个链接', 'bring back what it leads to, or remove the link'],
  ],
  name: [
    ['文件名不是 UTF-8', 'its name is not UTF-8'],
    [
      '改成 UTF-8 的名字（多半是旧压缩包带来的 GBK 文件名，可用 convmv 转换）',
      'rename it (names in GBK come out of old archives: convmv converts them)',
    ],
  ],
  unlisted: [
    ['台账里没有这个文件', 'the book has no such file'],
    ['检查路径：只读台账目录里面的文件', 'check the path: only files inside the book are read'],
  ],
  EISDIR: [
    ['它是文件夹，不是文件', 'it is a folder, not a file'],
    ['给文件夹改名，再把这个文件放回来', 'rename the folder and put the file in its place'],
  ],
  EACCES: [
    ['没有读取权限', 'there is no permission to read it'],
    ['请管理员给读取权限，或换一个账户', 'ask for the right to read it, or use an account that has it'],
  ],
  EPERM: [
    ['没有读取权限', 'there is no permission to read it'],
    ['请管理员给读取权限，或换一个账户', 'ask for the right to read it, or use an account that has it'],
  ],
  EBUSY: [
    ['文件正被别的程序占用', 'another program holds it'],
    ['在 Excel 或 WPS 里关掉这个文件，再执行一遍', 'close it in Excel or WPS and run the command again'],
  ],
  ELOOP: [
    ['链接绕成了圈', 'links lead round in a circle'],
    ['删掉绕圈的链接', 'remove the link that closes the circle'],
  ],
  EIO: [
    ['磁盘读取出错', 'the disk reports an error'],
    ['先把台账复制到另一块盘上，再检查这块盘', 'copy the book to another disk first, then have this one looked at'],
  ],
  EMFILE: [
    ['打开的文件太多', 'too many files are open'],
    ['关掉一些程序，再执行一遍', 'close some programs and run the command again'],
  ],
};

const other: Pair = ['检查文件和磁盘，再执行一遍', 'look at the file and the disk, then run the command again'];

/** Why, in words where there are some, with the code of the system beside them; the reader's own reasons have no code. */
function why(reason: string, lang: 0 | 1, separator: string): string {
  const words = Object.hasOwn(reasons, reason) ? (reasons[reason]?.[0][lang] ?? '') : '';
  const code = /^[a-z]+$/u.test(reason) ? '' : quoted(reason);
  return [words, code].filter((part) => part !== '').join(separator);
}

const remedy = (reason: string, lang: 0 | 1): string =>
  (Object.hasOwn(reasons, reason) ? reasons[reason]?.[1][lang] : undefined) ?? other[lang];

const named = (file: string): string => (file === '' ? '.' : quoted(file, 200));

export const unreadableTellings = {
  unreadable: (a: { file: string; reason: string }) =>
    telling({
      zh: () => [`无法读取 ${named(a.file)}（${why(a.reason, 0, '，')}）`, remedy(a.reason, 0)],
      en: () => [`cannot read ${named(a.file)} (${why(a.reason, 1, ', ')})`, remedy(a.reason, 1)],
    }),
};
