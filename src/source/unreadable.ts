// The world outside failed us: a file that cannot be read, or a book that changed while it was read.

/** Beside the codes of the system: what we found out ourselves. */
export type UnreadableReason =
  | 'changed'
  | 'gone'
  | 'special'
  | 'large'
  | 'dangling'
  | 'name'
  | 'unlisted'
  | 'unfinished';

export class Unreadable extends Error {
  constructor(
    /** Relative to the book; empty for its root. */
    readonly file: string,
    /** Of ours, or the code of what the system said. */
    readonly reason: UnreadableReason | (string & {}),
  ) {
    super(`${file === '' ? '.' : file}: ${reason}`);
  }
}
