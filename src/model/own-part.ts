/**
 * What an object that was JSON, or holds values, has itself under a key. Such an object holds no functions, and all that an
 * object inherits are functions but for `__proto__`: asking for the key alone takes half the time of asking who has it.
 */
export function ownPart<Part>(object: { readonly [key: string]: Part }, key: string): Part | undefined {
  const part = object[key];
  if (typeof part !== "function" && part !== INHERITED) return part;
  return Object.hasOwn(object, key) ? part : undefined;
}

/** Behind `__proto__`, unless the object has such a key itself. */
const INHERITED: unknown = Object.prototype;
