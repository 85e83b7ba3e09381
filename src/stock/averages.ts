// The days over which daily issues are averaged.

/** A week, so that every day of the week weighs the same. */
export const AVERAGE_DAYS = 7;
