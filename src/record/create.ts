// Puts a new book into an empty place: never over anything that is there.

import { constants, copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** True where nothing stands in the way: no such folder yet, or an empty one (a fresh git repository counts as empty). */
export function isFree(folder: string): boolean {
  if (!existsSync(folder)) return true;
  try {
    return readdirSync(folder).every((name) => name === '.git' || name === '.gitignore' || name === '.gitattributes');
  } catch {
    return false;
  }
}

export function writeNew(folder: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    const target = path.join(folder, name);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text, { flag: 'wx' });
  }
}

export function copyNew(source: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  // Not cpSync: from Node 26 on it refuses a folder that is there, although what is in it does not exist yet.
  for (const entry of readdirSync(source, { withFileTypes: true })) {
    const [from, to] = [path.join(source, entry.name), path.join(folder, entry.name)];
    if (entry.isDirectory()) copyNew(from, to);
    else copyFileSync(from, to, constants.COPYFILE_EXCL);
  }
}
