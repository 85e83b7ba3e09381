// Small books on disk for the tests of writing, and disks that fail when they are told to.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Disk, nodeDisk } from '../../src/record/disk.js';

export const settings = 'title: 测试账\nlanguage: zh-CN\ntimezone: Asia/Shanghai\n';
export const items =
  'item,name,category,unit,packs,lots\nSUIT,防护服,protective,套,箱=20,no\nMILK,牛奶,living,盒,箱=12,auto\n';
export const sites =
  'site,name,kind,signs\nD1,中心仓库,depot,no\nS1,一号隔离点,isolation,yes\nF1,东街服务点,service,no\n';
export const staff = 'staff,name\nP1,陈明\nP2,李芳\n';
export const stock =
  'date,time,doc,kind,item,spec,lot,expiry,qty,unit,from,to,by,checked_by,ref,note\n' +
  '2022-01-11,,QC20220111-001,opening,SUIT,,,,200,,,D1,,,,\n';

export const basics: Readonly<Record<string, string>> = {
  'taizhang.yaml': settings,
  'items.csv': items,
  'sites.csv': sites,
  'staff.csv': staff,
  'stock/2022-01-11.csv': stock,
};

/** A book in a folder of its own. */
export function bookOf(files: Readonly<Record<string, string>> = basics): string {
  const root = mkdtempSync(path.join(tmpdir(), 'taizhang-test-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  return root;
}

/** Every file of a book as text, the writer's own folder and leftovers apart. */
export function filesOf(root: string, folder = ''): Record<string, string> {
  const found: Record<string, string> = {};
  for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
    if (entry.name.startsWith('.taizhang')) continue;
    const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isSymbolicLink()) found[name] = 'a link';
    else if (entry.isDirectory()) Object.assign(found, filesOf(root, name));
    else found[name] = readFileSync(path.join(root, name), 'utf8');
  }
  return found;
}

export class Killed extends Error {}

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

const WRITING = ['write', 'refresh', 'sync', 'syncFolder', 'rename', 'claim', 'remove', 'makeFolder'] as const;

/**
 * A disk that goes wrong at its n-th writing call: killed there (a write may be cut in half), as if the power went; or
 * refusing with a code, once or from then on. Says how many calls there were.
 */
export function failing(
  at: number,
  how: 'kill' | 'tear' | 'kill-after' | { readonly code: string; readonly always: boolean },
) {
  let calls = 0;
  let dead = false;
  const disk: Record<string, unknown> = { ...nodeDisk };
  for (const name of ['read', 'list', 'writtenAt', 'realPath'] as const) {
    disk[name] = (...args: unknown[]) => {
      if (dead) throw new Killed();
      return Reflect.apply(nodeDisk[name], nodeDisk, args);
    };
  }
  for (const name of WRITING) {
    disk[name] = (...args: unknown[]) => {
      if (dead) throw new Killed();
      const now = calls++;
      const run = () => Reflect.apply(nodeDisk[name], nodeDisk, args);
      if (typeof how === 'object') {
        const fails = name !== 'remove' && (how.always ? now >= at : now === at);
        if (fails) throw systemError(how.code);
        return run();
      }
      if (now !== at) return run();
      dead = true;
      const [file, bytes] = args;
      if (how === 'tear' && name === 'write' && typeof file === 'string' && bytes instanceof Uint8Array) {
        nodeDisk.write(file, bytes.subarray(0, bytes.length >> 1));
      }
      if (how === 'kill-after') run();
      throw new Killed();
    };
  }
  return {
    disk: disk as unknown as Disk,
    calls: () => calls,
  };
}
