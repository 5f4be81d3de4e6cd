// What a stranger's template may make grow. Beyond these something is unknown, and its reason names the limit.

/** Expressions evaluated for one input, each time counted. */
export const MAX_STEPS = 2_000_000;
/** Evaluations inside of evaluations: functions in functions, a variable that needs a variable. */
export const MAX_DEPTH = 300;
/** UTF-16 units of one text; ARM allows less. */
export const MAX_TEXT = 2_000_000;
/** Pieces of one text that are known or not by turns. */
export const MAX_PIECES = 500;
/** Values in one value, those in a part that stands twice counted twice. */
export const MAX_PARTS = 500_000;
/** UTF-16 units of all texts that are put together. */
export const MAX_ALL_TEXT = 64_000_000;
/** Items of one array. */
export const MAX_ITEMS = 50_000;
/** Items of all arrays that functions make. */
export const MAX_ALL_ITEMS = 2_000_000;
/** Resources of one loop. ARM refuses more than 800. */
export const MAX_INSTANCES = 2_000;
/** Resources of one input. */
export const MAX_ALL_INSTANCES = 20_000;
/** Templates in templates. */
export const MAX_TEMPLATE_DEPTH = 30;
/** Templates of one input, each time that one is deployed. */
export const MAX_TEMPLATES = 5_000;
/** The written form of what is not known. */
export const MAX_EXPRESSION = 2_000;
