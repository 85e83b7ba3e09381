// The structure of CSV: quotes, separators, ends of lines, marks, blank lines, rows too long and too short.

import { type Files, textMutated } from '../case.js';
import type { Random } from '../random.js';

const tokens = [
  '"',
  '""',
  '"""',
  ',',
  ',,',
  '\n',
  '\r',
  '\r\n',
  '\n\n',
  '\ufeff',
  ';',
  '\t',
  '|',
  "'",
  '\\',
  '\\"',
  '"\n',
  '\n"',
  '","',
  '",',
  ',"',
  '" ',
  ' "',
  '<<<<<<< a',
  '=======',
  '>>>>>>> b',
  '|||||||',
  '#',
  '\u0000',
  '\u001a',
  '\u2028',
  '\u0085',
];

export function structureMutated(files: Files, random: Random): { files: Files; what: string } {
  const names = Object.keys(files).filter((name) => name.endsWith('.csv'));
  const name = random.pick(names.length === 0 ? Object.keys(files) : names);
  return textMutated(files, name, random.few(5), (text) => once(text, random));
}

function once(text: string, random: Random): [string, string] {
  const at = random.below(text.length + 1);
  const lines = text.split('\n');
  const line = random.below(lines.length);
  const replaced = (made: string, count = 1): string => lines.toSpliced(line, count, made).join('\n');
  const now = lines[line]!;
  const cells = now.split(',');
  const cell = random.below(cells.length);
  switch (random.below(15)) {
    case 0:
    case 1:
    case 2: {
      const token = random.pick(tokens);
      return [text.slice(0, at) + token + text.slice(at), `${JSON.stringify(token)} put in at ${at}`];
    }
    case 3: {
      const token = random.pick(tokens);
      const edge = lines.slice(0, line).join('\n').length + (line > 0 ? 1 : 0);
      return [text.slice(0, edge) + token + text.slice(edge), `${JSON.stringify(token)} before line ${line + 1}`];
    }
    case 4:
      return [replaced(cells.toSpliced(cell, 1, `"${cells[cell]}"`).join(',')), 'a cell quoted'];
    case 5:
      return [replaced(cells.toSpliced(cell, 1, `"${cells[cell]}`).join(',')), 'a quote opened'];
    case 6:
      return [replaced(cells.toSpliced(cell, 1).join(',')), 'a cell dropped'];
    case 7:
      return [replaced(cells.toSpliced(cell, 0, random.pick(['', 'x', '""'])).join(',')), 'a cell put in'];
    case 8:
      return [text.replaceAll('\n', random.pick(['\r\n', '\r', '\n\n', '\r\r\n', '\n\r'])), 'other line ends'];
    case 9:
      return [text.replaceAll(',', random.pick([';', '\t', '，', '|'])), 'other separators'];
    case 10:
      return [`\ufeff${random.chance(0.2) ? '\ufeff' : ''}${text}`, 'a mark in front'];
    case 11:
      return [
        lines
          .toSpliced(
            line,
            0,
            ...Array.from({ length: random.few(6) }, () =>
              random.pick(['', ' ', ',,,', '\r', '\u3000', '""', ' , , ']),
            ),
          )
          .join('\n'),
        'blank lines',
      ];
    case 12:
      return [lines.toSpliced(line, 1).join('\n'), 'a line dropped'];
    case 13:
      return [lines.toSpliced(random.below(lines.length), 0, now).join('\n'), 'a line copied'];
    default:
      return [text.slice(0, at), `cut at ${at}`];
  }
}
