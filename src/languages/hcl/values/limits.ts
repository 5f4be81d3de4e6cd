// What a stranger's expression may make grow. Beyond these a result is unknown, and its reason names the limit.

/** Values inside a value, itself included. */
export const MAX_PARTS = 1_000_000;
/** Lists in lists in lists. */
export const MAX_DEPTH = 400;
/** UTF-16 units of a text. */
export const MAX_TEXT = 2_000_000;
/** Decimal exponents that numbers are read with; a number of Terraform ends far beyond. */
export const MAX_EXPONENT = 5_000;
/** Pieces of a text of which some are unknown; beyond them it is unknown as a whole. */
export const MAX_PIECES = 2_000;
