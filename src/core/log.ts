// Lines in the log of a build machine: GitHub's runner obeys what begins with two colons, behind blanks and colours too.

const command = /^((?:\s|\u001b\[\d+m)*):(?=:)/u;

/** A line that no runner takes for a command: its first colon is written as the escape that it is. */
export function logLine(line: string): string {
  return line.includes('::') ? line.replace(command, '$1\\u003a') : line;
}
