// Keeps a spreadsheet program from running a text as a formula when it opens what we wrote.

/** The apostrophe that spreadsheets take for "this is text"; `plainCell` takes it off again. */
export function harmlessCell(text: string): string {
  return /^[=+@\t\r]|^-(?!\d)/u.test(text) ? `'${text}` : text;
}

export function plainCell(text: string): string {
  return /^'[=+@-]/u.test(text) ? text.slice(1) : text;
}
