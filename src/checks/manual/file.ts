// What is said about files that cannot be read as they stand.

import type { Slug } from '../../core/slugs.js';
import { lines } from './lines.js';
import type { CheckManual } from './manual.js';

export const fileManual: Readonly<Record<Extract<Slug, `file/${string}`>, CheckManual>> = {
  'file/encoding': {
    title: { zh: '文件不是 UTF-8 编码', en: 'The file is not UTF-8' },
    explanation: {
      zh:
        '这个文件不是 UTF-8，程序按 GB18030 读了进来；汉字多半没错，但没有人能担保。通常是 Excel 或 WPS 另存' +
        '时选了“CSV（逗号分隔）”。核对几处品名和点位，再另存为“CSV UTF-8（逗号分隔）”，警告就没有了。要是连 ' +
        'GB18030 也读不通，就是错误：这个文件一行也没有入账，得从原件重新导出。',
      en:
        'The file is not UTF-8 and was read as GB18030; the characters are probably right, but nobody can ' +
        'vouch for that. Usually Excel or WPS saved it as plain “CSV”. Look over a few item and site names, ' +
        'then save it again as “CSV UTF-8” and the warning is gone. If it cannot be read as GB18030 either, ' +
        'this is an error: not one row of it is in the books, and it has to be exported again from its ' +
        'source.',
    },
    wrong: lines('ÎïÆ·±àÂë,Ãû³Æ,Àà±ð,µ¥Î»', 'PPE-SUIT,·À»¤·þ,protective,Ì×'),
    right: lines('物资编码,名称,类别,单位', 'PPE-SUIT,防护服,protective,套'),
  },
  'file/missing': {
    title: { zh: '缺少物资目录或点位目录', en: 'items.csv or sites.csv is not there' },
    explanation: {
      zh:
        '账里已经有行，可认物资要靠 items.csv，认点位要靠 sites.csv，现在少了一个，这些行一个结存也算不出来。' +
        '先看是不是改了名、放错了文件夹，或者忘了提交。确实没有，就建一个，把账里用到的每种物资、每个点位都写' +
        '进去。',
      en:
        'The ledgers have rows, but items are known by items.csv and sites by sites.csv, and one of the two ' +
        'is absent: no balance can be worked out. See first whether it was renamed, put in another folder or ' +
        'never committed. If it never existed, make it, with a row for every item or site that the ledgers ' +
        'name.',
    },
    wrong: lines('日期,单号,类别,物资,数量,单位,去向', '2022-01-12,QC20220112-001,期初,防护服,1200,套,中心仓库'),
    right: lines('物资编码,名称,类别,单位', 'PPE-SUIT,防护服,protective,套'),
  },
  'file/conflict-marker': {
    title: { zh: '文件里留着合并冲突的标记', en: 'A git conflict marker is left in the file' },
    explanation: {
      zh:
        '两个人改了同一处，git 合并时分不清该听谁的，就把两边都留在文件里，用 <<<<<<<、=======、>>>>>>> 隔' +
        '开。标记还在，同一张单就可能记了两遍，今晚的数谁也不敢签。把两边的行与纸单对一遍，对的留下，再把标记' +
        '行全部删掉。',
      en:
        'Two people changed the same place and git, unable to choose, left both versions in the file between ' +
        '<<<<<<<, ======= and >>>>>>>. While the markers stand, one slip may be booked twice and nobody can ' +
        'sign for tonight’s figures. Hold both sides against the paper slips, keep the rows that are true, ' +
        'and delete every marker line.',
    },
    wrong: lines(
      '日期,单号,类别,物资,数量,来源,去向',
      '<<<<<<< HEAD',
      '2022-01-12,RK20220112-001,入库,防护服,300,县红十字会,中心仓库',
      '=======',
      '2022-01-12,RK20220112-002,入库,防护服,200,市卫健委,中心仓库',
      '>>>>>>> night-shift',
    ),
    right: lines(
      '日期,单号,类别,物资,数量,来源,去向',
      '2022-01-12,RK20220112-001,入库,防护服,300,县红十字会,中心仓库',
      '2022-01-12,RK20220112-002,入库,防护服,200,市卫健委,中心仓库',
    ),
  },
  'file/outside-book': {
    title: { zh: '路径指到了账本外面', en: 'A path leads out of the book' },
    explanation: {
      zh:
        '账本里的一个路径或链接指到了账本文件夹之外。外面的文件不跟账本一起提交，也不跟着封账，换一台电脑就没' +
        '有了，所以程序不读它。把那个文件挪进账本，写它在账本里的路径：不用“..”，也不从磁盘根目录写起。',
      en:
        'A path or a link in the book points outside the book’s folder. What lies out there is neither ' +
        'committed nor sealed with the book and is gone on the next machine, so it is not read. Move that ' +
        'file into the book and write its path inside it: without “..”, and not starting from the root of ' +
        'the disk.',
    },
    wrong: lines('units:', '  - {include: ../金华/org.yaml}'),
    right: lines('units:', '  - {include: org/jinhua.yaml}'),
  },
  'file/name': {
    title: { zh: '文件名换一台电脑就会出错', en: 'A name that fails on the next machine' },
    explanation: {
      zh:
        '两个文件名只差大小写，或同一个字符用了两种写法：Linux 上是两个文件，Windows 和 Mac 上是一个，git 取出时后一个' +
        '盖掉前一个，账就少了。给其中一个改名。文件夹或登记表的名字大小写不对时（Stock、Items.csv），程序不读它，' +
        '作为错误报告，改成小写即可。',
      en:
        'Two names differ only in case, or write one character in two ways. On Linux these are two files; on Windows ' +
        'and on a Mac they are one, git lets the second replace the first, and the book is short of rows. Rename ' +
        'one. A folder or register whose name has the wrong case (Stock, Items.csv) is not read, and is reported as ' +
        'an error: write it in small letters.',
    },
    wrong: lines('stock/2022-01-12-a.csv', 'stock/2022-01-12-A.csv'),
    right: lines('stock/2022-01-12-a.csv', 'stock/2022-01-12-b.csv'),
  },
};
