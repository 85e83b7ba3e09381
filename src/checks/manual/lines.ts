// A snippet of a ledger, written line by line, so that every line stands in the source as it stands in the file.

export function lines(...texts: readonly string[]): string {
  return texts.join('\n');
}
