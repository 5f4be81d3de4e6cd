// What a stranger's template may make grow. Beyond these a value is unknown, and its reason names the limit.

/** Values that are evaluated in one stack; aliases, mappings and loops may ask for the same ones again. */
export const MAX_VALUES = 4_000_000;
/** UTF-16 units of one text. */
export const MAX_TEXT = 2_000_000;
/** UTF-16 units of all the texts that are put together in one stack. */
export const MAX_ALL_TEXT = 64_000_000;
/** Values in values. */
export const MAX_DEPTH = 400;
/** Values that loops write in one stack. */
export const MAX_LOOPED = 500_000;
/** Alternatives that are compared when it is not known which one of a mapping is meant. */
export const MAX_ALTERNATIVES = 100;
/** Cases of parameters in which the conditions of one stack are tried. */
export const MAX_CASES = 10_000;
/** References that one reason names. */
export const MAX_CANDIDATES = 50;
