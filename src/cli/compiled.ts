// The program as it is started: one script, with what V8 had made of it when it was built. Compiling it anew takes a
// fifth of the time of a small book.

import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';

export interface Program {
  run(words: readonly string[], version: string): Promise<number>;
}

function isProgram(value: object): value is Program {
  return 'run' in value && typeof value.run === 'function';
}

/** Beside the script; made by scripts/codecache.mjs, of no use to another version of V8, which says so. */
export function codeCacheOf(file: string): string {
  return `${file}.cache`;
}

/** The script of `file`, which is an expression: a function of what a CommonJS module is given, and of `import`. */
export function compile(file: string): vm.Script {
  const cache = codeCacheOf(file);
  const kept = existsSync(cache) ? { cachedData: readFileSync(cache) } : {};
  return new vm.Script(readFileSync(file, 'utf8'), { filename: file, ...kept });
}

export function start(script: vm.Script, file: string): Program {
  const module = { exports: {} };
  const body: unknown = script.runInThisContext();
  if (typeof body !== 'function') throw new TypeError(`${file} is not the program`);
  // A script that V8 need not compile has no import of its own.
  const load = (specifier: string) => import(specifier);
  body(module.exports, createRequire(file), module, file, path.dirname(file), load);
  if (!isProgram(module.exports)) throw new TypeError(`${file} is not the program`);
  return module.exports;
}
