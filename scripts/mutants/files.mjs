// Which files of a room are mutated, and how a part of them is drawn where all would take too long.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The rooms, each with what of it is not mutated. */
export const ROOMS = {
  // Words for people: a test holds every entry to both languages, which of them is best no test can tell.
  core: [/^src\/core\/messages\//],
  // The one is AssemblyScript, the other is what it compiles to.
  source: [/^src\/source\/wasm\/(assembly\/|binary|webassembly)/],
  book: [],
  stock: [],
  seal: [],
};

export function filesOf(root, room) {
  return readdirSync(path.join(root, 'src', room), { recursive: true })
    .map((name) => `src/${room}/${String(name).replaceAll(path.sep, '/')}`)
    .filter((file) => file.endsWith('.ts') && !ROOMS[room].some((left) => left.test(file)))
    .sort();
}

/** Files of a share of all lines, in an order that only the seed decides: whole files, never chosen by what they hold. */
export function draw(root, files, share, seed) {
  if (share >= 1) return files;
  const lines = new Map(files.map((file) => [file, readFileSync(path.join(root, file), 'utf8').split('\n').length]));
  const enough = share * [...lines.values()].reduce((sum, count) => sum + count, 0);
  const rank = (file) => createHash('sha256').update(`${seed} ${file}`).digest('hex');
  const drawn = [];
  let sum = 0;
  for (const file of files.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1))) {
    if (sum >= enough) break;
    drawn.push(file);
    sum += lines.get(file);
  }
  return drawn.sort();
}
