// The evening by options alone, as scripts and the manual have it: exit statuses, what is said, what is written.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { schemaOf } from '../../src/render/json/schema/schemas.js';
import { basics, bookOf, filesOf } from './book.js';

const bin = fileURLToPath(new URL('../../bin/taizhang.js', import.meta.url));
const program = process.env.TAIZHANG_PROGRAM ?? bin;
const built =
  process.env.TAIZHANG_PROGRAM !== undefined ||
  existsSync(fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url)));

interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function taizhang(cwd: string, words: readonly string[], input = ''): Ran {
  const env = { ...process.env, TAIZHANG_NOW: '2022-01-12T10:40:00Z', LANG: 'C.UTF-8' };
  const ran = spawnSync(process.execPath, [program, ...words], { cwd, env, input });
  return { status: ran.status, out: ran.stdout.toString(), err: ran.stderr.toString() };
}

/** The answer is what its schema says. */
function holds(command: string, answer: string): void {
  const valid = new Ajv2020({ strict: false }).compile(schemaOf(command) ?? false);
  expect(valid(JSON.parse(answer)), JSON.stringify(valid.errors)).toBe(true);
}

const english = { ...basics, 'taizhang.yaml': 'language: en\ntimezone: Asia/Shanghai\n' };
const out = ['out', '--item', 'SUIT', '--qty', '2箱', '--to', 'S1', '--by', 'P1'];

describe.skipIf(!built)('recording by options', () => {
  it('writes with --yes and says under which number; without it shows the preview and exits 2', () => {
    const root = bookOf(english);
    const before = filesOf(root);
    const shown = taizhang(root, out);
    expect(shown.status).toBe(2);
    expect(shown.err).toMatch(/SUIT|防护服/);
    expect(shown.err).toContain(`add --yes: taizhang ${out.join(' ')} --yes`);
    expect(filesOf(root)).toEqual(before);
    const done = taizhang(root, [...out, '--yes']);
    expect([done.status, done.out]).toEqual([0, 'CK20220112-001 recorded: 1 row in stock/2022-01-12.csv\n']);
    expect(readFileSync(path.join(root, 'stock/2022-01-12.csv'), 'utf8').split('\n')[1]).toBe(
      '2022-01-12,18:40,CK20220112-001,issue,防护服,,,,2,箱,D1,S1,P1,,,',
    );
  });

  it('tells what is missing and the line that would have worked, which then works', () => {
    const root = bookOf(english);
    const { status, err } = taizhang(root, ['out', '--item', 'SUIT']);
    expect(status).toBe(2);
    const line = /this would have worked: taizhang (.*)/.exec(err)?.[1] ?? '';
    expect(taizhang(root, [...line.split(' '), '--yes']).status).toBe(0);
  });

  it('stops at a row that is wrong in itself and points at its cell; nothing is written', () => {
    const root = bookOf(english);
    const before = filesOf(root);
    const { status, out: told } = taizhang(root, ['out', '--item', 'SIUT', '--qty', '1', '--to', 'S1', '--yes']);
    expect(status).toBe(1);
    expect(told).toContain('error[ref/item]');
    holds(
      'out',
      taizhang(root, ['out', '--item', 'SIUT', '--qty', '1', '--to', 'S1', '--yes', '--format', 'json']).out,
    );
    expect(filesOf(root)).toEqual(before);
  });

  it('shows which later day a correct row would break, and writes it all the same with --yes', () => {
    const later = 'date,doc,kind,item,qty,from,to\n2022-01-13,CK20220113-001,issue,SUIT,190,D1,F1\n';
    const root = bookOf({ ...english, 'stock/2022-01-13.csv': later });
    const { status, err } = taizhang(root, [...out, '--yes']);
    expect(status).toBe(0);
    expect(err).toContain('error[stock/negative]');
    expect(err).toContain('2022-01-13');
  });

  it('takes lines as CSV and JSON, by Chinese names or English ones, as one document', () => {
    const root = bookOf(english);
    const csv = taizhang(root, ['out', '--stdin', 'csv', '--to', 'F1', '--yes'], '品名,数量\n防护服,3\n牛奶,1箱\n');
    expect(csv.status).toBe(0);
    const json = taizhang(
      root,
      ['in', '--stdin', 'json', '--from', 'Red Cross', '--format', 'json', '--yes'],
      '[{"item":"MILK","qty":24,"批号":"B1"}]',
    );
    expect(json.status).toBe(0);
    holds('in', json.out);
    expect(JSON.parse(json.out)).toMatchObject({
      command: 'in',
      recorded: [{ doc: 'RK20220112-001' }],
      balances: [{ site: 'D1', item: 'MILK', lot: 'B1', before: '0', after: '12' }],
    });
    const rows = readFileSync(path.join(root, 'stock/2022-01-12.csv'), 'utf8');
    expect(rows.match(/CK20220112-001/g)?.length).toBe(2);
  });

  it('settles what never arrived, reverses, adjusts and takes back', () => {
    const root = bookOf(english);
    const ok = (...words: string[]): string => {
      const ran = taizhang(root, [...words, '--yes', '--quiet']);
      expect(ran.status, ran.err + ran.out).toBe(0);
      return ran.out;
    };
    ok(...out);
    ok('deliver', 'CK20220112-001', '--item', 'SUIT', '--qty', '38');
    ok('deliver', 'CK20220112-001', '--settle', 'lost', '--by', 'P1', '--checked-by', 'P2');
    ok('out', '--item', 'SUIT', '--qty', '5', '--to', 'F1');
    expect(ok('reverse', 'CK20220112-002')).toContain('CX20220112-001');
    ok('count', '--item', 'SUIT', '--qty', '159', '--by', 'P1', '--checked-by', 'P2');
    expect(ok('adjust', '--by', 'P1', '--checked-by', 'P2', '--note', 'torn')).toContain('PK20220112-002');
    expect(taizhang(root, ['check']).out).not.toContain('error[');
    ok('undo');
    expect(taizhang(root, ['check']).out).toContain('error[count/variance]');
  });

  it('reverses of a dispatch that is partly signed what is still on its way', () => {
    const root = bookOf(english);
    taizhang(root, [...out, '--yes']);
    taizhang(root, ['deliver', 'CK20220112-001', '--item', 'SUIT', '--qty', '38', '--yes']);
    const done = taizhang(root, ['reverse', 'CK20220112-001', '--yes']);
    expect([done.status, done.err]).toEqual([0, expect.stringMatching(/^About to be written/)]);
    expect(readFileSync(path.join(root, 'stock/2022-01-12.csv'), 'utf8')).toMatch(/reversal,防护服,,,,2,套,D1,S1,/);
    expect(taizhang(root, ['check']).out).not.toContain('error[');
    const again = taizhang(root, ['reverse', 'CK20220112-001', '--yes']);
    expect([again.status, again.err]).toEqual([2, expect.stringContaining('nothing of document CK20220112-001')]);
  });

  it('names a document that would have worked, and the nearest ones to one that does not exist', () => {
    const root = bookOf(english);
    expect(taizhang(root, ['deliver']).err).not.toContain('would have worked');
    taizhang(root, [...out, '--yes']);
    for (const command of ['deliver', 'reverse']) {
      const line = /this would have worked: taizhang (.*)/.exec(taizhang(root, [command]).err)?.[1] ?? '';
      expect(line).toContain(`${command} CK20220112-001`);
      const unknown = taizhang(root, [command, 'CK20220112-010', '--yes']);
      expect(unknown.status).toBe(2);
      expect(unknown.err).toContain('there is no document CK20220112-010');
      expect(unknown.err).toMatch(/nearest numbers are CK20220112-001/);
    }
    const reverse = /this would have worked: taizhang (.*)/.exec(taizhang(root, ['reverse']).err)?.[1] ?? '';
    expect(taizhang(root, [...reverse.split(' '), '--yes']).status).toBe(0);
  });

  it('names the error that could be accepted, in the words of --accept', () => {
    const root = bookOf(english);
    taizhang(root, [...out, '--yes']);
    taizhang(root, ['deliver', 'CK20220112-001', '--item', 'SUIT', '--qty', '38', '--yes']);
    const close = ['close', '2022-01-12', '--by', 'P1', '--yes'];
    const refused = taizhang(root, close);
    expect(refused.status).toBe(1);
    const accept = /--accept '(delivery\/short@.*)=REASON'/.exec(refused.out)?.[1] ?? '';
    expect(taizhang(root, [...close, '--accept', `${accept}=lost on the road`]).status).toBe(0);
  });

  it('closes, verifies with a signature, refuses a closed day, and opens it again', () => {
    const root = bookOf(english);
    const keys = mkdtempSync(path.join(tmpdir(), 'taizhang-key-'));
    const key = path.join(keys, 'id');
    spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'night', '-f', key]);
    const [kind, body] = readFileSync(`${key}.pub`, 'utf8').split(' ');
    const allowed = path.join(keys, 'allowed');
    const write = (who: string, pub: string): void => {
      spawnSync('sh', ['-c', `printf '%s %s\\n' "$1" "$2" > "$3"`, 'sh', who, pub, allowed]);
    };
    write('chen@example.org', `${kind} ${body}`);
    const close = ['close', '2022-01-11', '--by', 'P1', '--sign', key, '--yes'];
    holds('close', taizhang(root, [...close, '--format', 'json']).out);
    holds('verify', taizhang(root, ['verify', '--format', 'json']).out);
    expect(taizhang(root, close)).toMatchObject({
      status: 0,
      out: 'Closed through 2022-01-11 already; nothing was changed.\n',
    });
    const verified = taizhang(root, ['verify', '--allowed-signers', allowed]);
    expect(verified.status, verified.err).toBe(0);
    expect(verified.out).toContain('seals/2022-01-11.json is signed by chen@example.org.');
    spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', `${key}2`]);
    write('other@example.org', readFileSync(`${key}2.pub`, 'utf8').split(' ').slice(0, 2).join(' '));
    expect(taizhang(root, ['verify', '--allowed-signers', allowed]).status).toBe(1);
    const late = taizhang(root, [...out, '--date', '2022-01-11', '--yes']);
    expect(late.status).toBe(1);
    expect(late.err).toContain('2022-01-11 is closed');
    const reopen = ['reopen', '2022-01-11', '--by', 'P1', '--reason', 'forgotten slip', '--yes', '--format', 'json'];
    holds('reopen', taizhang(root, reopen).out);
    expect(Object.keys(filesOf(root)).filter((name) => name.startsWith('seals/'))).toEqual(['seals/reopened.csv']);
    expect(taizhang(root, [...out, '--date', '2022-01-11', '--yes']).status).toBe(0);
  });

  it('will not close over an error, and will over one that is accepted with a reason', () => {
    const root = bookOf(english);
    taizhang(root, ['count', '--site', 'D1', '--item', 'SUIT', '--qty', '199', '--yes']);
    const close = ['close', '2022-01-12', '--by', 'P1', '--yes'];
    expect(taizhang(root, close)).toMatchObject({ status: 1 });
    expect(taizhang(root, [...close, '--accept', 'count/variance=looked for it']).status).toBe(0);
    expect(taizhang(root, ['check']).out).toContain('note[count/variance]');
    expect(taizhang(root, [...close, '--accept', 'stock/direction=no']).status).toBe(2);
  });

  it('prints slips for people and for browsers, where nothing in the book is markup', () => {
    const root = bookOf({ ...english, 'items.csv': basics['items.csv']!.replace('防护服', '<b>&防护服') });
    taizhang(root, [...out, '--yes']);
    expect(taizhang(root, ['slip', 'CK20220112-001']).out).toContain('Received by: ____');
    const { out: page } = taizhang(root, ['slip', 'CK20220112-001', '--format', 'html', '--lang', 'zh']);
    expect(page).toContain('<h1>出货单</h1>');
    expect(page).toContain('&lt;b&gt;&amp;防护服');
    expect(taizhang(root, ['slip', 'D1']).out).not.toContain('160');
    expect(taizhang(root, ['slip', 'CK20220112-999']).status).toBe(2);
  });

  it('puts open rows in order and leaves sealed ones alone', () => {
    const head = 'date,doc,kind,item,qty,from,to\n';
    const row = (day: string, n: number) => `2022-01-${day},RK202201${day}-00${n},receipt,SUIT,1,Red Cross,D1`;
    const root = bookOf({ ...english, 'stock/jan.csv': `${head}${row('13', 1)}\n\n${row('12', 1)}` });
    expect(taizhang(root, ['fmt', '--check']).status).toBe(1);
    expect(taizhang(root, ['close', '2022-01-12', '--by', 'P1', '--yes']).err).toContain('taizhang fmt');
    expect(taizhang(root, ['fmt']).status).toBe(0);
    const ordered = `${head}${row('12', 1)}\n${row('13', 1)}\n`;
    expect(readFileSync(path.join(root, 'stock/jan.csv'), 'utf8')).toBe(ordered);
    expect(taizhang(root, ['close', '2022-01-12', '--by', 'P1', '--yes']).status).toBe(0);
    expect(taizhang(root, ['fmt']).status).toBe(0);
    expect(taizhang(root, ['verify']).status).toBe(0);
  });
});
