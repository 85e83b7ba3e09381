// Kinds of movements, as src/book/movement.ts numbers them.

export const OPENING: i32 = 0;
export const RECEIPT: i32 = 1;
export const ISSUE: i32 = 2;
export const TRANSFER: i32 = 3;
export const RETURN: i32 = 4;
export const DISPOSAL: i32 = 5;
export const GAIN: i32 = 6;
export const LOSS: i32 = 7;
export const REVERSAL: i32 = 8;
export const LEFT_OUT: i32 = 255;

export const NO_LOT: i32 = -1;
export const NO_EXPIRY: i32 = 0x7fffffff;

/** Which figure of a balance an entry belongs to, as in src/stock/posting.ts. */
export const TO_IN: i32 = 0;
export const TO_OUT: i32 = 1;
export const TO_ADJUSTED: i32 = 2;
