// Where the posting kernel's context keeps its figures and the places of its columns, as ints one behind the other. Both
// the kernel and src/stock/postkernel.ts read it here: it is AssemblyScript and TypeScript at once.

// Rows of movements.
export const S_DAY = 0;
export const S_MINUTE = 1;
export const S_DOC = 2;
export const S_KIND = 3;
export const S_ITEM = 4;
export const S_LOT = 5;
export const S_QTY = 6;
export const S_FROM = 7;
export const S_TO = 8;
export const S_REF = 9;
// Signatures.
export const D_DAY = 10;
export const D_DOC = 11;
export const D_ITEM = 12;
export const D_LOT = 13;
export const D_RECEIVED = 14;
export const D_DAMAGED = 15;
export const D_SITE = 16;
export const D_LEFT_OUT = 17;
// By place, by document, by item, by lot, by category.
export const TRACKED = 18;
export const SIGNS = 19;
export const DEPOT = 20;
export const RECIPIENT = 21;
export const NAMED = 22;
export const LOTTED = 23;
export const ISSUED = 24;
export const CATEGORY_OF = 25;
export const EXPIRY = 26;
export const LOT_NAME = 27;
export const DELIVERED_TODAY = 28;
export const DELIVERED = 29;
export const ARRIVED = 30;
// Tables of spellings: documents, and names of lots.
export const DOC_NAMES = 31;
export const LOT_NAMES = 32;
// Figures.
export const SITES = 33;
export const ITEMS = 34;
export const TRANSIT = 35;
export const DAY = 36;
export const IN_PERIOD = 37;
export const AVERAGED = 38;
// Balances.
export const GRID = 39;
export const SLOTS = 40;
export const SLOT_MASK = 41;
export const B_SITE = 42;
export const B_ITEM = 43;
export const B_LOT = 44;
export const CLOSING = 45;
export const IN = 46;
export const OUT = 47;
export const ADJUSTED = 48;
export const FIRST_DAY = 49;
export const LAST_DAY = 50;
export const RECEIVED_DAY = 51;
export const NEGATIVE_DAY = 52;
export const LAST_ROW = 53;
// Shelves.
export const SHELF_GRID = 54;
export const SHELF_FIRST = 55;
export const SHELF_LAST = 56;
export const SHELF_OF = 57;
export const IN_STOCK = 58;
export const BEFORE = 59;
export const AFTER = 60;
export const SHELVED = 61;
// Document lines.
export const FIRST_OF = 62;
export const NEXT_ITEM = 63;
export const ITEM_COUNT = 64;
export const LINE_COUNT = 65;
export const NEXT = 66;
export const L_ITEM = 67;
export const L_LOT = 68;
export const L_FROM = 69;
export const L_TO = 70;
export const L_KIND = 71;
export const L_DAY = 72;
export const L_MINUTE = 73;
export const L_ROW = 74;
export const L_TRANSIT = 75;
export const L_HEADLINE = 76;
export const L_TARGET = 77;
export const DISPATCHED = 78;
export const RECEIVED = 79;
export const DAMAGED = 80;
export const RETURNED = 81;
export const LOST = 82;
export const SIGNED_ROW = 83;
export const SIGNED_DAY = 84;
export const DAMAGED_ROW = 85;
export const OVER_ROW = 86;
// Events of the day.
export const E_ROW = 87;
export const E_RANK = 88;
export const E_DOC = 89;
export const E_LOT = 90;
export const E_QTY = 91;
export const E_TAKES = 92;
export const E_ADDS = 93;
export const E_DISPATCHES = 94;
export const E_FOLLOWS = 95;
export const E_NEXT = 96;
export const E_FIRST = 97;
export const E_LAST = 98;
export const EVENTS = 99;
export const EVENT_ROOM = 100;
export const MET_ITEMS = 101;
export const MET = 102;
// What the item at hand was booked with today.
export const LOG_BALANCE = 103;
export const LOG_QTY = 104;
export const LOG_ROW = 105;
export const LOGGED = 106;
export const LOG_ROOM = 107;
// For the order of a day: by place, and by document.
export const EXPECTED_AT = 108;
export const EXPECTED_OF = 109;
// Signatures of a document's item today, by its first line.
export const SIGNATURES = 110;
// More of document lines.
export const L_DOC = 111;
export const L_REF = 112;
export const TAILS = 113;
export const LINES = 114;
export const LINE_ROOM = 115;
// Where the events of an item are put in order, are merged, and are ticked off.
export const ORDER = 116;
export const MERGED = 117;
export const DONE = 118;
export const FIELDS = 119;

/** More events of an item in a day are the engine's, and so are more that do not stand in order. */
export const MOST_EVENTS = 4096;
export const MOST_OUT_OF_ORDER = 256;

// What the kernel asks of the engine.
export const ASK_BALANCE = 0;
export const ASK_TURN = 1;
export const ASK_HOLD = 2;
export const ASK_HEAD = 3;
export const ASK_LINE = 4;
export const ASK_SENT = 5;
export const ASK_EVENT_ROOM = 6;
export const ASK_LOG_ROOM = 7;
export const ASK_EVENT = 8;
export const ASK_ITEM = 9;
export const ASK_NEGATIVE = 10;
export const SAY_EXPIRED = 11;
export const SAY_FEFO = 12;
export const SAY_UNMATCHED = 13;
