// Names of files that come from elsewhere: one plain name inside imports/, on every system, and the same for the same file.

import { expect, test } from 'vitest';
import { rejectedFile, sidecarFile, sourceName } from '../../src/import/sidecar.js';
import { acting, each } from './strings.js';

const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;

test('whatever a workbook is called, what is remembered of it has a harmless name', () => {
  each((text) => {
    const { name } = sourceName(text);
    expect(name).toMatch(/^[^.\-\s/\\<>:"|?*][^/\\<>:"|?*]*$/u);
    expect(acting.exec(name)?.[0]).toBeUndefined();
    expect(name).not.toMatch(device);
    for (const file of [sidecarFile(name), rejectedFile(name)]) {
      expect(file.split('/').length).toBe(2);
      expect(Buffer.byteLength(file)).toBeLessThan(255);
    }
  });
});

test.each([
  ['出库.xlsx', '出库.xlsx'],
  ['C:\\收件\\出库.xlsx', '出库.xlsx'],
  ['../../x.csv', 'x.csv'],
  ['..', '_'],
  ['-rf', '_-rf'],
  ['NUL.csv', '_NUL.csv'],
  ['a\u202exslx.csv', 'a_u202exslx.csv'],
  ['a\nb.csv', 'a_nb.csv'],
  ['caf\u0065\u0301.csv', 'caf\u00e9.csv'],
])('%j is remembered as %j', (file, name) => {
  expect(sourceName(file).name).toBe(name);
});

test('the name is found again from the lines that were rejected', () => {
  each((text) => {
    const { name } = sourceName(text);
    if (sourceName(text).mended) return;
    expect(sourceName(rejectedFile(name))).toEqual({ name, mended: true });
  });
});
