// A case is a transcript: what it shows, the files it needs, and each command with what was seen of it.
//
//   # One or more lines that say what the case shows.
//   @ book/taizhang.yaml          a file, up to the next line that begins a file or a command
//   title: 东街
//   $ taizhang check -C book      a command, run by bash; then its standard output as it is,
//   ! a line of standard error    its standard error,
//   [1]                           and its exit status where that is not 0

export interface Step {
  readonly command: string;
  readonly seen: readonly string[];
}

export interface Transcript {
  readonly head: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

/** What a command gave. */
export interface Run {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number;
}

const NO_NEWLINE = '[no newline at the end]';

export function parseTranscript(text: string): Transcript {
  const head: string[] = [];
  const files: Record<string, string[]> = {};
  const steps: { command: string; seen: string[] }[] = [];
  let into: string[] = head;
  for (const line of text.replace(/\n$/u, '').split('\n')) {
    if (line.startsWith('$ ')) {
      into = [];
      steps.push({ command: line.slice(2), seen: into });
    } else if (line.startsWith('@ ') && steps.length === 0) {
      into = [];
      files[line.slice(2)] = into;
    } else into.push(line);
  }
  const contents = Object.entries(files).map(([name, lines]) => [name, `${lines.join('\n')}\n`]);
  return { head, files: Object.fromEntries(contents), steps };
}

/** What was seen of a run, as a transcript writes it. */
export function seenOf({ stdout, stderr, status }: Run): string[] {
  const seen: string[] = [];
  if (stdout !== '') {
    seen.push(...stdout.replace(/\n$/u, '').split('\n'));
    if (!stdout.endsWith('\n')) seen.push(NO_NEWLINE);
  }
  if (stderr !== '') for (const line of stderr.replace(/\n$/u, '').split('\n')) seen.push(`! ${line}`);
  if (status !== 0) seen.push(`[${status}]`);
  return seen;
}

export function formatTranscript({ head, files, steps }: Transcript): string {
  const lines = [...head];
  for (const [name, content] of Object.entries(files)) lines.push(`@ ${name}`, content.replace(/\n$/u, ''));
  for (const { command, seen } of steps) lines.push(`$ ${command}`, ...seen);
  return `${lines.join('\n')}\n`;
}
