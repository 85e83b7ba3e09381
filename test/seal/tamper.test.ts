// Whatever is done to a closed book is found, at its row; what a checkout on Windows does to it is not.

import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadBook } from '../../src/book/load.js';
import { checkBook } from '../../src/checks/run.js';
import { type Day, parseDay } from '../../src/core/day.js';
import type { Diagnostic } from '../../src/core/finding.js';
import { closeIn, reopenIn } from '../../src/record/closing.js';
import { overlay } from '../../src/record/overlay.js';
import { withTurn } from '../../src/record/session.js';
import { canonical, sha256 } from '../../src/seal/canonical.js';
import { readChain } from '../../src/seal/chain.js';
import { inspectSeals } from '../../src/seal/inspect.js';
import { hold, pinsOf } from '../../src/seal/pins.js';
import { diskWorkspace } from '../../src/source/disk.js';
import { memoryWorkspace, type Workspace } from '../../src/source/workspace.js';

const sample = path.join(import.meta.dirname, '../../data/shizhu');
const day = (text: string): Day => parseDay(text)!;
let root = '';

function close(date: string): void {
  const order = { day: day(date), by: 'P001', at: `${date}T21:40:00+08:00`, acceptances: [], sign: null };
  const done = withTurn(root, (turn) => closeIn(turn, order));
  expect(done).toMatchObject({ ok: true, value: { kind: 'closed' } });
}

/** Findings about seals, the way `verify` has them. */
function verify(workspace: Workspace = diskWorkspace(root)): string[] {
  const { diagnostics } = checkBook(workspace, loadBook(workspace), null, null, true);
  return diagnostics.filter(({ code }) => code.startsWith('seal/')).map(place);
}

const place = ({ code, at }: Diagnostic): string => `${code} ${at.file}:${at.line}`;
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const write = (file: string, text: string): void => writeFileSync(path.join(root, file), text);
const edit = (file: string, change: (lines: string[]) => void): void => {
  const lines = read(file).split('\n');
  change(lines);
  write(file, lines.join('\n'));
};

let closed = '';
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'taizhang-closed-'));
  closed = root;
  cpSync(sample, root, { recursive: true });
  close('2022-01-11');
  close('2022-01-12');
});
afterAll(() => rmSync(closed, { recursive: true, force: true }));
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'taizhang-seal-'));
  cpSync(closed, root, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('a closed copy of the sample book', () => {
  it('verifies, also with every CRLF that a Windows checkout puts in, with and without the mark', () => {
    expect(verify()).toEqual([]);
    const files = readdirSync(root, { recursive: true }).map(String);
    for (const file of files.filter((name) => /\.(csv|json)$/.test(name))) {
      write(file, read(file).replaceAll('\n', '\r\n').replace('\uFEFF', ''));
    }
    expect(verify()).toEqual([]);
  });

  it('is checked by anybody with sha256sum: a file by its first bytes, a seal by all lines but its digest', () => {
    const [first, second] = readChain(diskWorkspace(root)).links;
    for (const { path: file, bytes, sha256: digest } of second!.seal.files) {
      expect(sha256(canonical(readFileSync(path.join(root, file))).subarray(0, bytes))).toBe(digest);
    }
    expect(second!.seal.previous).toBe(sha256(readFileSync(path.join(root, first!.file))));
    const text = read(second!.file);
    const without = text
      .split('\n')
      .filter((line) => !line.includes('"digest"'))
      .join('\n');
    expect(JSON.parse(text).digest).toBe(sha256(Buffer.from(without)));
  });

  it('names a changed row, a row that is gone, one that was put in, and two that were swapped', () => {
    const file = 'stock/2022-01-12.csv';
    edit(file, (lines) => lines.splice(4, 1, lines[4]!.replace('195', '196')));
    expect(verify()).toEqual([`seal/changed ${file}:5`]);
    edit(file, (lines) => lines.splice(4, 1, lines[4]!.replace('196', '195')));
    expect(verify()).toEqual([]);
    const taken = read(file);
    edit(file, (lines) => lines.splice(4, 1));
    expect(verify()).toEqual([`seal/changed ${file}:5`]);
    write(file, taken);
    edit(file, (lines) => lines.splice(4, 0, lines[4]!.replace('002', '902')));
    expect(verify()).toEqual([`seal/changed ${file}:5`]);
    write(file, taken);
    edit(file, (lines) => lines.splice(4, 2, lines[5]!, lines[4]!));
    expect(verify().length).toBeGreaterThan(0);
    for (const found of verify()) expect(found).toMatch(/^seal\/changed stock\/2022-01-12\.csv:[567]$/);
  });

  it('names a file that is gone or renamed', () => {
    renameSync(path.join(root, 'counts/2022-01-11.csv'), path.join(root, 'counts/other.csv'));
    const found = verify();
    expect(found).toContain('seal/changed counts/2022-01-11.csv:1');
    expect(found).toContain('seal/late-row counts/other.csv:2');
  });

  it('names a late row, and the closed figures that it would change', () => {
    const file = 'stock/2022-01-12.csv';
    const row = '2022-01-11,,BS20220111-900,报损,棉被,150×200cm,,,7,床,D1,,P050,P051,,\n';
    write(file, read(file) + row);
    const workspace = diskWorkspace(root);
    const { diagnostics } = checkBook(workspace, loadBook(workspace), null);
    const late = diagnostics.filter(({ code }) => code === 'seal/late-row');
    expect(late.map(place)).toEqual([`seal/late-row ${file}:${read(file).split('\n').length - 1}`]);
    expect(late[0]!.tell('zh').message).toMatch(
      /棉被 2022-01-11 的结存由 [\d,]+ 床 变为 [\d,]+ 床；连同其后共 2 个封账日/,
    );
    expect(late[0]!.tell('en').message).toMatch(/2 closed days/);
  });

  it('names the item or the site whose entry was changed', () => {
    write('items.csv', read('items.csv').replace('箱=50', '箱=60'));
    expect(verify()).toEqual(['seal/balance items.csv:2']);
    write('items.csv', read('items.csv').replace('箱=60', '箱=50'));
    const [line] = read('sites.csv').match(/^D1,.*$/m) ?? [''];
    write('sites.csv', read('sites.csv').replace(line, line.replace(',仓库,,是,', ',仓库,,否,')));
    expect(verify()).toEqual(['seal/balance sites.csv:2']);
  });

  it('names what was done to the seals themselves', () => {
    const seal = 'seals/2022-01-11.json';
    const text = read(seal);
    write(seal, text.replace('"closed_by": "P001"', '"closed_by": "P002"'));
    expect(verify()).toEqual([`seal/chain ${seal}:1`]);
    write(seal, text);
    write('seals/2022-01-11.csv', read('seals/2022-01-11.csv').replace('372', '373'));
    expect(verify()).toContain('seal/chain seals/2022-01-11.csv:1');
    rmSync(path.join(root, seal));
    expect(verify()).toContain('seal/chain seals/2022-01-12.json:1');
    expect(verify()).toContain(`seal/chain ${seal}:1`);
  });

  it('is verified whatever the settings say of its checks', () => {
    write('taizhang.yaml', `${read('taizhang.yaml')}\nchecks: {seal/changed: off}\n`);
    edit('stock/2022-01-12.csv', (lines) => lines.splice(4, 1, lines[4]!.replace('195', '196')));
    expect(verify()).toEqual(['seal/changed stock/2022-01-12.csv:5']);
  });

  it('can be opened again, which the next seal pins', () => {
    const done = withTurn(root, (turn) =>
      reopenIn(turn, { day: day('2022-01-12'), by: 'P001', at: '2022-01-13T08:00:00+08:00', reason: '漏记一张入库单' }),
    );
    expect(done).toEqual({ ok: true, value: [day('2022-01-12')] });
    expect(verify()).toEqual([]);
    close('2022-01-12');
    expect(verify()).toEqual([]);
    write('seals/reopened.csv', read('seals/reopened.csv').replace('漏记', '补记'));
    expect(verify()).toEqual(['seal/changed seals/reopened.csv:2']);
  });
});

describe('every single byte', () => {
  it('of the sealed files: a change of any of them is found', () => {
    const workspace = diskWorkspace(root);
    const pins = pinsOf(readChain(workspace).links);
    let tried = 0;
    for (const file of ['counts/2022-01-12.csv', 'census/2022-01-12.csv']) {
      const bytes = readFileSync(path.join(root, file));
      const pin = pins.get(file)!;
      // The mark at the start is no part of what is sealed, but two bytes of it are no mark any more.
      for (let at = 0; at < bytes.length; at++) {
        const changed = Buffer.from(bytes);
        changed[at] = bytes[at]! ^ (1 << (at % 8));
        const held = hold(memoryWorkspace({ [file]: changed }), pin);
        expect(held.differences.length, `${file} byte ${at}`).toBeGreaterThan(0);
        const line = bytes.subarray(0, at).filter((byte) => byte === 10).length;
        const near = held.differences.some((one) => Math.abs(one.line - line) <= 1);
        expect(near, `${file} byte ${at} at its row`).toBe(true);
        tried++;
      }
    }
    expect(tried).toBeGreaterThan(3_000);
  });

  it('of a seal and its statement: a change of any of them is found', () => {
    const workspace = diskWorkspace(root);
    for (const file of ['seals/2022-01-11.csv', 'seals/2022-01-12.json']) {
      const bytes = readFileSync(path.join(root, file));
      const step = Math.max(1, Math.floor(bytes.length / 300));
      for (let at = 0; at < bytes.length; at += step) {
        const changed = Buffer.from(bytes);
        changed[at] = bytes[at]! ^ (1 << (at % 7));
        const { faults } = readChain(overlay(workspace, [{ file, bytes: changed }]));
        expect(faults.length, `${file} byte ${at}`).toBeGreaterThan(0);
      }
    }
  });
});

describe('what was accepted', () => {
  it('becomes a note, until its figures change', () => {
    rmSync(root, { recursive: true });
    root = mkdtempSync(path.join(tmpdir(), 'taizhang-seal-'));
    cpSync(sample, root, { recursive: true });
    const counts = 'counts/2022-01-12.csv';
    write(counts, read(counts).replace(/,372,床/, ',370,床'));
    const order = { day: day('2022-01-12'), by: 'P001', at: '2022-01-12T21:40:00+08:00', sign: null };
    expect(withTurn(root, (turn) => closeIn(turn, { ...order, acceptances: [] }))).toMatchObject({
      value: { kind: 'errors' },
    });
    const acceptances = [{ check: 'count/variance', at: `${counts}:2`, reason: '查不出' } as const];
    expect(withTurn(root, (turn) => closeIn(turn, { ...order, acceptances }))).toMatchObject({
      value: { kind: 'closed' },
    });
    const severity = (): string | undefined => {
      const workspace = diskWorkspace(root);
      return checkBook(workspace, loadBook(workspace), null).diagnostics.find(({ code }) => code === 'count/variance')
        ?.severity;
    };
    expect(severity()).toBe('note');
    // A loss that explains only half of it makes it another finding.
    const loss = '2022-01-13,,PK20220113-001,盘亏,棉被,150×200cm,,,1,床,D1,,P050,P051,count:2022-01-12:D1,\n';
    write('stock/2022-01-13.csv', `${read('stock/2022-01-12.csv').split('\n')[0]}\n${loss}`);
    expect(severity()).toBe('error');
    expect(inspectSeals(diskWorkspace(root), loadBook(diskWorkspace(root)), null, true)?.late).toEqual([]);
  });
});
