// What a stranger's configuration may make grow. Beyond these something is unknown, and its reason names the limit.

/** Expressions evaluated in one configuration, each time counted. */
export const MAX_STEPS = 10_000_000;
/** Evaluations inside of evaluations: a local that needs a local that needs a local. */
export const MAX_DEPTH = 250;
/** Instances of one resource or module call. */
export const MAX_INSTANCES = 20_000;
/** Instances of all resources and data sources. */
export const MAX_ALL_INSTANCES = 100_000;
/** Instances of all modules. */
export const MAX_MODULES = 10_000;
/** Modules in modules. */
export const MAX_MODULE_DEPTH = 40;
/** Templates that a template renders that a template renders. */
export const MAX_TEMPLATES = 8;
