import { HclUnknown, HclValue, UNMARKED } from "./hcl-value.ts";
import type { Elements, Entries, Marks } from "./hcl-value.ts";

/** The same value with other marks. */
export function withMarks(value: HclValue, marks: Partial<Marks>): HclValue {
  const { sensitive, ephemeral, reference } = value.marks;
  const all: Marks = { sensitive, ephemeral, reference, ...marks };
  const same = all.sensitive === sensitive && all.ephemeral === ephemeral && all.reference === reference;
  if (same) return value;
  const isUnmarked = !all.sensitive && !all.ephemeral && all.reference === undefined;
  return new HclValue(value.type, value.data, isUnmarked ? UNMARKED : all);
}

/** The value, sensitive and ephemeral as others are on their surface. */
export function withMarksOf(value: HclValue, ...others: readonly Marked[]): HclValue {
  return withMarksOfAll(value, others);
}

/** The same for a list, which may be longer than a call has room for arguments. */
export function withMarksOfAll(value: HclValue, others: readonly Marked[]): HclValue {
  const sensitive = value.marks.sensitive || others.some(({ marks }) => marks.sensitive);
  const ephemeral = value.marks.ephemeral || others.some(({ marks }) => marks.ephemeral);
  return withMarks(value, { sensitive, ephemeral });
}

interface Marked {
  readonly marks: Marks;
}

interface Unmarked {
  readonly value: HclValue;
  /** Whether something in the value was sensitive, or ephemeral. */
  readonly marks: Marks;
}

/** The value with nothing sensitive or ephemeral in it, and what it had. References stay. */
export function unmarkDeep(value: HclValue): Unmarked {
  if (!value.hasMarks) return { value, marks: UNMARKED };
  let { sensitive, ephemeral } = value.marks;
  const data = mapChildren(value, (child) => {
    const bare = unmarkDeep(child);
    sensitive ||= bare.marks.sensitive;
    ephemeral ||= bare.marks.ephemeral;
    return bare.value;
  });
  const { reference } = value.marks;
  const left = reference === undefined ? UNMARKED : { sensitive: false, ephemeral: false, reference };
  return {
    value: new HclValue(value.type, data, left),
    marks: { sensitive, ephemeral, reference: undefined },
  };
}

/** The data with another value in the place of each element or entry; its own when it has none. */
export function mapChildren(value: HclValue, change: (child: HclValue) => HclValue): HclValue["data"] {
  const { data } = value;
  if (data instanceof HclUnknown) return data;
  if (Array.isArray(data)) return (data as Elements).map(change);
  if (data instanceof Map) return new Map([...(data as Entries)].map(([key, child]) => [key, change(child)]));
  return data;
}
