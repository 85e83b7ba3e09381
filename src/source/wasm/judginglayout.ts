// Where the context of judging movements keeps its figures and the places of its columns, as ints one behind the other.
// Both the kernel and src/book/ledger/stockkernel.ts read it here: it is AssemblyScript and TypeScript at once.

// Cells of the batch, looked up: one number a row.
export const IN_DAY = 0;
export const IN_MINUTE = 1;
export const IN_DOC = 2;
export const IN_KIND = 3;
export const IN_ITEM = 4;
export const IN_SPEC = 5;
export const IN_LOT = 6;
export const IN_EXPIRY = 7;
export const IN_QTY = 8;
export const IN_SUFFIX = 9;
export const IN_UNIT = 10;
export const IN_FROM = 11;
export const IN_TO = 12;
export const IN_BY = 13;
export const IN_CHECKED = 14;
export const IN_REF = 15;
// What the reader says of each row itself.
export const IN_FAULT = 16;
export const IN_RECORD = 17;
// Columns of movements, where sound rows are written.
export const OUT_OFFSET = 18;
export const OUT_DAY = 19;
export const OUT_MINUTE = 20;
export const OUT_DOC = 21;
export const OUT_KIND = 22;
export const OUT_ITEM = 23;
export const OUT_LOT = 24;
export const OUT_QTY = 25;
export const OUT_FROM = 26;
export const OUT_TO = 27;
export const OUT_REF = 28;
/** Rows of the batch that refer to another document, as their numbers in the columns. */
export const REFERRING = 29;
// By item, and by kind of movement.
export const ITEM_SPECS = 30;
export const ITEM_UNITS = 31;
export const LOT_MODES = 32;
export const FROM_ENDS = 33;
export const TO_ENDS = 34;
/** Places by kind of end and name: as many runs as there are kinds of ends, of as many ints as there are names. */
export const PLACES = 35;
export const PLACE_NAMES = 36;
// By name of a lot the first lot that has it, and by lot its item.
export const LOT_BY_NAME = 37;
export const LOT_NAMES = 38;
export const LOT_ITEMS = 39;
/** By member of staff the first and the last day of service. */
export const SERVICE = 40;
export const SERVING = 41;
/** Packs of an item and a unit, found by both: the key, then the number of base units. */
export const PACKS = 42;
// A figure: the place of what is on its way.
export const TRANSIT = 43;
/** Items found by a word that several share and a specification: word, specification, item. */
export const SPECCED = 44;
// By lot when it expires, as last read, and the day of that row.
export const LOT_EXPIRIES = 45;
export const LOT_EXPIRY_DAYS = 46;
export const FIELDS = 47;

/** Of packs and of what is found by specifications: the latest that fell on a slot stands there. */
export const CACHE_SLOTS = 4096;
