// Writes to standard output whole, in order, and without a word where the reader has gone (`| head`).

import { closeSync, fsyncSync, openSync, realpathSync, renameSync, statSync, unlinkSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { Words } from '../core/lang.js';
import { logLine } from '../core/log.js';
import { visible } from '../core/text.js';
import { UsageError } from './exit.js';

const CHUNK = 1 << 16;

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** All of the bytes; a pipe that is full is waited for. False where nobody reads any more. */
function writeAll(fd: number, bytes: Uint8Array): boolean {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(fd, bytes, at);
    } catch (error) {
      const code = codeOf(error);
      if (code === 'EPIPE') return false;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(pause, 0, 0, 2);
    }
  }
  return true;
}

function writePieces(fd: number, pieces: Iterable<string>): void {
  let held = '';
  for (const piece of pieces) {
    held += piece;
    if (held.length < CHUNK) continue;
    if (!writeAll(fd, Buffer.from(held))) return;
    held = '';
  }
  if (held !== '') writeAll(fd, Buffer.from(held));
}

/** Writes an answer to standard output, or whole or not at all to a file. */
export function emit(pieces: Iterable<string>, file: string | null): void {
  if (file === null) {
    toStandardOutput(pieces);
    return;
  }
  const target = placeOf(file);
  if (target === null) {
    writeThrough(pieces, file);
    return;
  }
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`);
  let fd: number;
  try {
    fd = openSync(temporary, 'wx');
  } catch (error) {
    throw cannotWrite(file, error);
  }
  try {
    writePieces(fd, pieces);
    fsyncSync(fd);
    closeSync(fd);
    renameSync(temporary, target);
  } catch (error) {
    try {
      unlinkSync(temporary);
    } catch {
      // What could not be written may not be there to be removed either.
    }
    throw cannotWrite(file, error);
  }
}

/** What the pieces themselves throw is not the disk's doing, and stays what it is. */
function toStandardOutput(pieces: Iterable<string>): void {
  try {
    writePieces(1, pieces);
  } catch (error) {
    if (codeOf(error) === '') throw error;
    throw cannotWrite({ zh: '标准输出', en: 'to standard output' }, error);
  }
}

/** Where a file is to be replaced, behind links; null for what is no file (a terminal, a pipe), which is written to. */
function placeOf(file: string): string | null {
  try {
    const target = realpathSync(file);
    return statSync(target).isFile() || statSync(target).isDirectory() ? target : null;
  } catch {
    return file;
  }
}

function writeThrough(pieces: Iterable<string>, file: string): void {
  try {
    const fd = openSync(file, 'w');
    try {
      writePieces(fd, pieces);
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    throw cannotWrite(file, error);
  }
}

function cannotWrite(file: string | Words, error: unknown): UsageError {
  const reason = codeOf(error) || String(error);
  const { zh, en } = typeof file === 'string' ? { zh: ` ${file}`, en: file } : file;
  return new UsageError(
    { zh: `无法写入${zh}（${reason}）`, en: `cannot write ${en} (${reason})` },
    {
      zh: '检查文件夹是否存在、是否有写权限、磁盘是否已满',
      en: 'see that the folder is there, writable, and the disk not full',
    },
  );
}

/** Lines of text for people, whatever a book or a command line has put into them. */
export function emitLines(lines: Iterable<string>, file: string | null): void {
  const shown = function* () {
    for (const line of lines) yield `${logLine(visible(line))}\n`;
  };
  emit(shown(), file);
}

/** A line for people, beside the answer. */
export function note(text: string): void {
  show(logLine(visible(text)));
}

/** What is laid out already, in colour perhaps and in several lines: whatever it quotes is visible in it. */
export function show(page: string): void {
  try {
    writeAll(2, Buffer.from(`${page}\n`));
  } catch {
    // Nobody reads standard error: there is nobody to tell.
  }
}
