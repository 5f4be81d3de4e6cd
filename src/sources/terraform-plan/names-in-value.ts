/** Ids of AWS, ARNs, ids of Azure: what names a resource wherever it stands. */
const NAME = /^(?:arn:[^:]*:\S+|[a-z]{2,10}-(?:[0-9a-f]{8}|[0-9a-f]{17})|\/subscriptions\/\S+)$/;
/** Ranges of addresses stand in lists beside the range of a resource. */
const RANGE = /^[0-9a-fA-F.:]{2,39}\/\d{1,3}$/;

/** Nobody writes a name deeper inside of a variable; an input may be nested without end. */
const DEEPEST = 12;

/**
 * Whether a known value holds a text that names a resource, an account or addresses by itself. A list that is unknown as a
 * whole holds it beside what the apply tells; a text that is no such name only takes part in making one.
 */
export function holdsName(value: unknown, depth = 0): boolean {
  if (typeof value === "string") return NAME.test(value) || RANGE.test(value);
  if (typeof value !== "object" || value === null || depth > DEEPEST) return false;
  return Object.values(value).some((part) => holdsName(part, depth + 1));
}

/** What stands under the steps of a reference, `.outputs.group` or `["group"]`; the last that is there. */
export function valueAt(value: unknown, steps: string): unknown {
  let current = value;
  for (const [, name, quoted, number] of steps.matchAll(/\.([^.[\]]+)|\["([^"]*)"\]|\[(\d+)\]/g)) {
    const key = name ?? quoted ?? number ?? "";
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, key)) return current;
    current = (current as Readonly<Record<string, unknown>>)[key];
  }
  return current;
}
