// Everything that a closed history carries on: rows that findings still point at, names, counts, requests, documents on
// their way. The night after knows it without reading a closed row.

import { describe, expect, test } from 'vitest';
import { waysFor } from '../../src/book/ways.js';
import { memoryWorkspace } from '../../src/source/workspace.js';
import { everything, type Files, night, sealed, wholeAnswer } from './nights.js';

const STOCK = 'date,time,doc,kind,item,lot,expiry,qty,from,to,by,checked_by,ref\n';
const DELIVERIES = 'date,time,doc,item,lot,received,damaged,site\n';
const COUNTS = 'date,when,site,item,lot,counted,by,checked_by\n';
const REQUESTS = 'date,doc,site,item,qty,needed_by,priority,cancelled\n';

const registers: Files = {
  'taizhang.yaml': 'title: 东街\n',
  'items.csv': 'item,name,category,unit,lots\nSUIT,防护服,protective,套,no\nREAGENT,试剂,testing,盒,auto\n',
  'sites.csv': 'site,name,kind,signs\nD1,总仓,depot,\nS1,采样点,testing,yes\nS2,隔离点,isolation,yes\n',
  'staff.csv': 'staff,name,until\nP1,张三,\nP2,李四,2022-01-08\n',
};

/** Closed days with something of everything that is kept: in two files of each ledger, as nights leave them. */
const closed: Files = {
  'stock/2022-01-08.csv': `${STOCK}2022-01-08,,QC-1,opening,SUIT,,,500,,D1,P1,P1,
2022-01-08,,RK-1,receipt,REAGENT,L1,2022-01-11,50,红会,D1,P1,,
2022-01-08,,RK-2,receipt,REAGENT,L2,2022-06-30,50,民政局,D1,P2,,
2022-01-08,08:30,CK-1,issue,SUIT,,,10,D1,S1,P1,P2,SQ-1
2022-01-08,08:31,CK-2,issue,REAGENT,L2,,7,D1,S2,,,SQ-3
`,
  'stock/2022-01-09.csv': `${STOCK}2022-01-09,,RK-3,receipt,REAGENT,L2,2022-05-31,5,红会,D1,P2,P1,
2022-01-09,09:00,CK-3,issue,SUIT,,,20,D1,S1,,,
2022-01-09,09:01,CK-5,transfer,REAGENT,L1,,3,D1,S2,P2,P2,
2022-01-09,09:02,CK-6,issue,SUIT,,,600,D1,S2,,,
`,
  'deliveries/2022-01-08.csv': `${DELIVERIES}2022-01-08,20:00,CK-1,SUIT,,6,1,S1\n`,
  'deliveries/2022-01-09.csv': `${DELIVERIES}2022-01-09,20:00,CK-3,SUIT,,20,,S1\n2022-01-09,,CK-2,REAGENT,L2,9,,S2\n2022-01-09,,CK-9,SUIT,,4,,S2\n`,
  // A column that no table has is found once, and told for as long as the file stands.
  'counts/2022-01-08.csv': `${COUNTS.trim()},sheet\n2022-01-08,close,D1,SUIT,,480,P1,P1,\n2022-01-08,open,D1,REAGENT,L1,50,P1,,\n`,
  'counts/2022-01-09.csv': `${COUNTS}2022-01-09,open,D1,SUIT,,470,P1,P2\n2022-01-09,close,D1,REAGENT,,90,,\n`,
  'requests/2022-01-08.csv': `${REQUESTS}2022-01-08,SQ-1,S1,SUIT,30,2022-01-10,urgent,\n2022-01-08,SQ-2,S2,SUIT,5,,,\n`,
  'requests/2022-01-09.csv': `${REQUESTS}2022-01-09,SQ-2,S2,SUIT,5,,,yes\n2022-01-09,SQ-3,S2,REAGENT,40,,critical,\n`,
};

/** The night of the 10th with these files, after the 9th was sealed and put by; and how it was answered. */
function nightAfter(left: readonly string[], open: Files): string {
  const known = Object.entries({ ...registers, ...closed }).filter(([file]) => !left.includes(file));
  const files = sealed(Object.fromEntries(known), '2022-01-09');
  const { memory } = night(memoryWorkspace(files), null, '2022-01-10');
  expect(memory).not.toBeNull();
  const workspace = memoryWorkspace({ ...files, ...open });
  const answer = night(workspace, memory, '2022-01-10');
  expect(everything(answer.checked), answer.why).toEqual(wholeAnswer(workspace, '2022-01-10'));
  return answer.why;
}

const quiet: Files = { 'stock/2022-01-10.csv': `${STOCK}2022-01-10,,CK-10,issue,SUIT,,,1,D1,S1,P1,P1,\n` };

describe('the night after answers as the whole history does', () => {
  test('where nothing of the closed days is touched', () => {
    expect(nightAfter([], quiet)).toBe('shortcut');
  });

  test('where the open days are many enough to be read by compiled loops', () => {
    const blank = ',,,,,,,,,,,,\n'.repeat(90_000);
    const open = {
      'stock/2022-01-10.csv': `${STOCK}${blank}2022-01-10,,CK-10,issue,SUIT,,,1,D1,S1,P1,P1,\n`,
      'counts/2022-01-10.csv': `${COUNTS}2022-01-10,close,D1,SUIT,,12,P1,P2\n`,
    };
    expect(waysFor(open['stock/2022-01-10.csv'].length).compiled).toBe(true);
    expect(nightAfter([], open)).toBe('shortcut');
  });

  test('where nobody and no sender is registered, and names are numbered as they come', () => {
    expect(nightAfter(['staff.csv'], quiet)).toBe('shortcut');
  });

  test('where goods on their way are signed for, given back and lost', () => {
    const open = {
      'stock/2022-01-10.csv': `${STOCK}2022-01-10,,TK-1,return,SUIT,,,2,在途,D1,,,CK-1\n2022-01-10,,PK-1,loss,REAGENT,L1,,1,transit,,,,CK-5\n`,
      'deliveries/2022-01-10.csv': `${DELIVERIES}2022-01-10,21:00,CK-1,SUIT,,1,,S1\n`,
    };
    expect(nightAfter([], open)).toBe('shortcut');
  });

  test('where what arrived whole is given back', () => {
    const open = {
      'stock/2022-01-10.csv': `${STOCK}2022-01-10,,TK-2,return,SUIT,,,5,S1,D1,,,CK-3\n`,
    };
    expect(nightAfter([], open)).toBe('shortcut');
  });

  test.each(['CK-6,reversal,SUIT,,,600,D1,S2', 'RK-3,reversal,REAGENT,L2,,5,红会,D1'])('where %s is undone', (what) => {
    const [doc = '', ...cells] = what.split(',');
    const open = { 'stock/2022-01-10.csv': `${STOCK}2022-01-10,,CX-1,${cells.join(',')},,,${doc}\n` };
    expect(nightAfter([], open)).toBe('shortcut');
  });

  test('where more is given back of a lot than was sent', () => {
    const open = {
      'stock/2022-01-10.csv': `${STOCK}2022-01-10,,TK-3,return,SUIT,,,25,S1,D1,,,CK-3\n`,
    };
    expect(nightAfter([], open)).toBe('shortcut');
  });

  test('where a request of the closed days is filled', () => {
    const open = {
      'stock/2022-01-10.csv': `${STOCK}2022-01-10,,CK-10,issue,REAGENT,L1,,5,D1,S2,,,SQ-3\n`,
      'requests/2022-01-10.csv': `${REQUESTS}2022-01-10,SQ-4,S1,SUIT,3,,,\n`,
    };
    expect(nightAfter([], open)).toBe('shortcut');
  });

  test('where the shelf is counted again', () => {
    const open = { 'counts/2022-01-10.csv': `${COUNTS}2022-01-10,open,D1,REAGENT,L1,47,P1,P2\n` };
    expect(nightAfter([], open)).toBe('shortcut');
  });
});
