// What mutation tests found, as a table of files and a list of the mutants that no test noticed.

const KINDS = ['Killed', 'Timeout', 'Survived', 'NoCoverage', 'Ignored', 'RuntimeError'];

function count(mutants) {
  const counts = Object.fromEntries(KINDS.map((kind) => [kind, 0]));
  for (const { status } of mutants) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

function row(name, counts) {
  const killed = counts.Killed + counts.Timeout;
  const tried = killed + counts.Survived + counts.NoCoverage;
  const score = tried === 0 ? '    –' : ((100 * killed) / tried).toFixed(1).padStart(5);
  const { Survived, NoCoverage, Ignored, RuntimeError } = counts;
  const figures = [tried, killed, Survived, NoCoverage, Ignored, RuntimeError].map((n) => String(n).padStart(7));
  return `${score} ${figures.join('')}  ${name}`;
}

/** The line of a mutant with what stands there, and what was tried in its place. */
function survivor(name, source, { status, mutatorName, location: { start, end }, replacement = '' }) {
  const lines = source.split('\n');
  const was =
    start.line === end.line
      ? lines[start.line - 1].slice(start.column - 1, end.column - 1)
      : `${lines[start.line - 1].slice(start.column - 1)} …`;
  const short = (text) => (text.length > 100 ? `${text.slice(0, 100)}…` : text).replace(/\s+/g, ' ');
  const mark = status === 'NoCoverage' ? ' (no test comes here)' : '';
  return `${name}:${start.line}:${start.column} ${mutatorName}${mark}\n    ${short(was)}  →  ${short(replacement)}`;
}

export function describeReport({ files }, sources) {
  const told = sources.flatMap((name) => (files[name] === undefined ? [] : [{ name, ...files[name] }]));
  const all = told.flatMap(({ mutants }) => mutants);
  const missed = told.flatMap(({ name, source, mutants }) =>
    mutants
      .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
      .sort((a, b) => a.location.start.line - b.location.start.line)
      .map((mutant) => survivor(name, source, mutant)),
  );
  return [
    ...missed,
    '',
    'score   tried killed  alive unmet ignored errors',
    ...told.map(({ name, mutants }) => row(name, count(mutants))),
    row(`${told.length} of ${sources.length} files`, count(all)),
  ].join('\n');
}
