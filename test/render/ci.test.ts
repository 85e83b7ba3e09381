// Findings for code hosts: workflow commands of GitHub and SARIF.

import { expect, test } from 'vitest';
import { renderGithub } from '../../src/render/github.js';
import { renderSarif } from '../../src/render/sarif.js';
import { diagnostic, span } from './samples.js';

test('a workflow command a finding, with the place, the slug as title, and the hint below the message', () => {
  expect(renderGithub([diagnostic(), diagnostic({ severity: 'note', hint: '' })], 'zh', 'books/shizhu/')).toBe(
    '::error file=books/shizhu/stock/2022-01-12.csv,line=7,col=12,endLine=7,endColumn=14,' +
      'title=stock/negative::结存为负%0A补记入库\n' +
      '::notice file=books/shizhu/stock/2022-01-12.csv,line=7,col=12,endLine=7,endColumn=14,' +
      'title=stock/negative::结存为负\n',
  );
});

test('nothing in a name or a message ends the command early', () => {
  const at = span('stock/a,b:c%.csv', 1, 1, 1);
  expect(renderGithub([diagnostic({ at, message: '100%\r\n::error::x', hint: '' })], 'zh')).toBe(
    '::error file=stock/a%2Cb%3Ac%25.csv,line=1,col=1,endLine=1,endColumn=1,' +
      'title=stock/negative::100%25\\r\\n::error::x\n',
  );
});

test('SARIF 2.1.0 with a rule for each check that found something', () => {
  const related = [{ at: span('counts/a b#.csv', 3, 1, 4), tell: () => '盘点在这里' }];
  const found = [
    diagnostic({ related }),
    diagnostic({ code: 'csv/quote', severity: 'error' }),
    diagnostic({ severity: 'note' }),
  ];
  const log = JSON.parse(renderSarif(found, { lang: 'zh', version: '1.2.3', prefix: 'book/' }));
  expect(log.version).toBe('2.1.0');
  const [run] = log.runs;
  expect(run.columnKind).toBe('unicodeCodePoints');
  expect(run.tool.driver).toMatchObject({ name: 'taizhang', semanticVersion: '1.2.3' });
  const rules = run.tool.driver.rules.map((rule: { id: string }) => rule.id);
  expect(rules).toEqual(['csv/quote', 'stock/negative']);
  for (const result of run.results) expect(rules[result.ruleIndex]).toBe(result.ruleId);
  expect(run.results.map((result: { level: string }) => result.level)).toEqual(['error', 'error', 'note']);
  expect(run.results[0]).toMatchObject({
    message: { text: '结存为负\n补记入库' },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'book/stock/2022-01-12.csv' },
          region: { startLine: 7, startColumn: 12, endLine: 7, endColumn: 14 },
        },
      },
    ],
    relatedLocations: [
      {
        id: 0,
        physicalLocation: { artifactLocation: { uri: 'book/counts/a%20b%23.csv' } },
        message: { text: '盘点在这里' },
      },
    ],
  });
});
