// Rows of the open day that reach back into closed days: what they change there is told as the whole history tells it.

import { describe, expect, test } from 'vitest';
import { memoryWorkspace } from '../../src/source/workspace.js';
import { everything, type Files, night, sealed, wholeAnswer } from './nights.js';

const HEADER = 'date,doc,kind,item,lot,expiry,qty,from,to,ref\n';
const closed: Files = {
  'taizhang.yaml': 'title: 东街\n',
  'items.csv': 'item,name,category,unit,lots\nSUIT,防护服,protective,套,no\nREAGENT,试剂,testing,盒,auto\n',
  'sites.csv': 'site,name,kind\nD1,总仓,depot\nS1,采样点,testing\n',
  'stock/2022-01-09.csv': `${HEADER}2022-01-09,QC-1,opening,SUIT,,,100,,D1,
2022-01-09,RK-1,receipt,REAGENT,L1,,50,红会,D1,
2022-01-09,RK-2,receipt,REAGENT,L2,2022-06-30,50,红会,D1,
`,
  'stock/2022-01-10.csv': `${HEADER}2022-01-10,CK-1,issue,SUIT,,,10,D1,S1,
2022-01-10,CK-2,issue,REAGENT,,,20,D1,S1,
`,
  'counts/2022-01-10.csv': 'date,when,site,item,lot,counted\n2022-01-10,close,D1,SUIT,,88\n',
};

/** The night of the 11th with these rows, after the 10th was sealed and put by; and how it was answered. */
function nightWith(rows: string): string {
  const files = sealed(closed, '2022-01-10');
  const quiet = `${HEADER}2022-01-11,CK-9,issue,SUIT,,,1,D1,S1,\n`;
  const { memory } = night(memoryWorkspace({ ...files, 'stock/2022-01-11.csv': quiet }), null, '2022-01-11');
  expect(memory).not.toBeNull();
  const workspace = memoryWorkspace({ ...files, 'stock/2022-01-11.csv': `${quiet}${rows}` });
  const answer = night(workspace, memory, '2022-01-11');
  expect(everything(answer.checked), answer.why).toEqual(wholeAnswer(workspace, '2022-01-11'));
  return answer.why;
}

describe('the whole history is read for', () => {
  test('a loss that explains a closed count', () => {
    expect(nightWith('2022-01-11,PK-1,loss,SUIT,,,2,D1,,count:2022-01-10:D1\n')).toBe('old-count');
  });

  test('the expiry of a lot that the closed days took from without knowing it', () => {
    expect(nightWith('2022-01-11,RK-3,receipt,REAGENT,L1,2022-03-31,5,红会,D1,\n')).toBe('expiry');
  });

  test('a row of a closed day', () => {
    expect(nightWith('2022-01-10,CK-3,issue,SUIT,,,1,D1,S1,\n')).toBe('late-row');
  });

  test('a closed number that is used again', () => {
    expect(nightWith('2022-01-11,CK-1,issue,SUIT,,,1,D1,S1,\n')).toBe('old-document');
  });

  test('a row that is left out', () => {
    expect(nightWith('2022-01-11,CK-4,issue,NOTHING,,,1,D1,S1,\n')).toBe('left-out');
  });
});

describe('it is not read for', () => {
  test('what the day does by itself', () => {
    expect(nightWith('2022-01-11,CK-4,issue,REAGENT,,,70,D1,S1,\n')).toBe('shortcut');
  });

  test('a lot of the closed days whose expiry they knew', () => {
    expect(nightWith('2022-01-11,RK-3,receipt,REAGENT,L2,2022-06-30,5,红会,D1,\n')).toBe('shortcut');
  });
});
