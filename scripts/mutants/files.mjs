// Which files of a room are mutated, and how some of their lines are drawn where all would take too long.
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

/** Lines that are drawn together. */
const STRETCH = 25;

/**
 * Stretches of lines that make up a share of all, as Stryker takes them, in an order that only the seed decides: never
 * chosen by what they hold. A larger share with the same seed has the smaller one within it.
 */
export function draw(root, files, share, seed) {
  if (share >= 1) return files;
  const rank = (stretch) => createHash('sha256').update(`${seed} ${stretch}`).digest('hex');
  const stretches = files
    .flatMap((file) => {
      const lines = readFileSync(path.join(root, file), 'utf8').split('\n').length;
      const count = Math.ceil(lines / STRETCH);
      return Array.from({ length: count }, (_, at) => `${file}:${at * STRETCH + 1}-${(at + 1) * STRETCH}`);
    })
    .map((stretch) => [rank(stretch), stretch])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return stretches.slice(0, Math.ceil(share * stretches.length)).map(([, stretch]) => stretch);
}

/** The lines, as Stryker takes them, of what earlier runs found and no test noticed, and of what has been written since. */
export function unnoticed(root, files, report) {
  return files.flatMap((file) => {
    const found = report.files[file];
    if (found === undefined) return [file];
    const lines = readFileSync(path.join(root, file), 'utf8').split('\n');
    const before = found.source.split('\n');
    const known = new Set(before);
    const stretches = lines.flatMap((line, at) => (known.has(line) ? [] : [[at, at]]));
    for (const { status, location } of found.mutants) {
      if (status !== 'Survived' && status !== 'NoCoverage') continue;
      const at = nearestTo(lines, before[location.start.line - 1], location.start.line - 1);
      if (at >= 0) stretches.push([at, at + location.end.line - location.start.line]);
    }
    return [...new Set(stretches.map(([from, to]) => `${file}:${from + 1}-${to + 1}`))];
  });
}

/** Where a line stands that stood elsewhere before, -1 where it does no more. */
function nearestTo(lines, text, place) {
  let best = -1;
  for (const [at, line] of lines.entries())
    if (line === text && (best < 0 || Math.abs(at - place) < Math.abs(best - place))) best = at;
  return best;
}
