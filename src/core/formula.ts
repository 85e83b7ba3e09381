// Keeps a spreadsheet program from running a text as a formula when it opens a CSV file that we wrote for people.

// What spreadsheets begin a formula with, also full-width as Chinese and Japanese ones take it, behind blanks or not.
// Apostrophes in front belong to the rule, so that the way back is exact.
const begins = /^'*(?:\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r\n])/u;
const number = /^-?\d+(?:\.\d+)?$/;

/** The text with the apostrophe that spreadsheets take for "this is text" where it needs one; numbers stay numbers. */
export function harmless(text: string): string {
  return begins.test(text) && !number.test(text) ? `'${text}` : text;
}

/** What `harmless` was given. */
export function plainCell(text: string): string {
  return text.startsWith("'") && begins.test(text.slice(1)) ? text.slice(1) : text;
}
