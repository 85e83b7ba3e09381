// How many columns of a terminal a text takes: one, two for full-width characters and emoji, none for marks.

// East Asian Wide and Fullwidth blocks (Unicode 16); the gaps between them hold narrow characters.
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2329, 0x232a],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6b],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18cff],
  [0x1aff0, 0x1b2fb],
  [0x1f200, 0x1f265],
  [0x20000, 0x3fffd],
];

const mark = /^[\p{Mn}\p{Me}\p{Cf}\u1160-\u11FF]$/u;
const emoji = /^\p{Emoji_Presentation}$/u;
const regional = /^\p{Regional_Indicator}$/u;
const ascii = /^[\x20-\x7e]*$/;

const VARIATION_EMOJI = 0xfe0f;
const JOINER = 0x200d;

function isWide(code: number): boolean {
  if (code < 0x1100) return false;
  let low = 0;
  let high = WIDE.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [from, to] = WIDE[middle]!;
    if (code < from) high = middle - 1;
    else if (code > to) low = middle + 1;
    else return true;
  }
  return false;
}

/** Columns of one character that stands alone. */
export function pointWidth(point: string): number {
  const code = point.codePointAt(0) ?? 0;
  if (code < 0x300) return 1;
  // The bulk of Chinese text, before anything slower is asked.
  if (code >= 0x4e00 && code <= 0x9fff) return 2;
  if (mark.test(point)) return 0;
  return isWide(code) || emoji.test(point) ? 2 : 1;
}

const modifier = /^\p{Emoji_Modifier}$/u;

/** A text in the pieces that a terminal shows as one: a character with its marks, a flag, a joined emoji. */
export function* clusters(text: string): Generator<{ readonly text: string; readonly width: number }> {
  let piece = '';
  let width = 0;
  let joining = false;
  let flag = false;
  for (const point of text) {
    const code = point.codePointAt(0) ?? 0;
    const own = pointWidth(point);
    const second = flag && regional.test(point);
    const attaches = piece !== '' && (own === 0 || joining || second || (width === 2 && modifier.test(point)));
    if (attaches) {
      piece += point;
      // A heart or a sun that is asked to be an emoji is as wide as one.
      if (code === VARIATION_EMOJI && width === 1) width = 2;
      if (second) width = 2;
      flag = false;
    } else {
      if (piece !== '') yield { text: piece, width };
      piece = point;
      width = own;
      flag = regional.test(point);
    }
    joining = code === JOINER;
  }
  if (piece !== '') yield { text: piece, width };
}

export function textWidth(text: string): number {
  if (ascii.test(text)) return text.length;
  let width = 0;
  for (const cluster of clusters(text)) width += cluster.width;
  return width;
}

/** The text in at most `most` columns, the last of them `…` where it was cut. */
export function cutTo(text: string, most: number): string {
  if (textWidth(text) <= most) return text;
  if (most < 1) return '';
  let kept = '';
  let width = 0;
  for (const cluster of clusters(text)) {
    if (width + cluster.width > most - 1) break;
    kept += cluster.text;
    width += cluster.width;
  }
  return `${kept}…`;
}

/** Filled with blanks to a width, on the left for what is aligned on the right. */
export function padTo(text: string, width: number, right: boolean): string {
  const blanks = ' '.repeat(Math.max(0, width - textWidth(text)));
  return right ? blanks + text : text + blanks;
}
