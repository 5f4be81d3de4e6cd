import { compareText } from "./compare-text.ts";
import { formatGeneral } from "./format-number.ts";
import { HclNumber } from "./hcl-number.ts";
import { HclUnknown, UNMARKED } from "./hcl-value.ts";
import type { Elements, Entries, HclValue, Marks } from "./hcl-value.ts";
import { unmarkDeep } from "./marks.ts";

interface SortedSet {
  readonly sorted: readonly HclValue[];
  /** What a set takes over from its elements, which have no marks of their own in it. */
  readonly marks: Marks;
}

/** Elements as a set has them: each value once, in order. Strings and numbers ascend, other kinds go by a text made of them. */
export function sortSet(elements: Elements): SortedSet {
  let { sensitive, ephemeral } = UNMARKED;
  const unique = new Map<string, HclValue>();
  for (const element of elements) {
    const { value, marks } = unmarkDeep(element);
    sensitive ||= marks.sensitive;
    ephemeral ||= marks.ephemeral;
    // two unknowns may be different
    const key = valueKey(value) + (value.isWhollyKnown ? "" : `\u0000${String(unique.size)}`);
    if (!unique.has(key)) unique.set(key, value);
  }
  const sorted = [...unique.values()];
  if (sorted.length > 1) sortElements(sorted);
  const marks = sensitive || ephemeral ? { sensitive, ephemeral, reference: undefined } : UNMARKED;
  return { sorted, marks };
}

function sortElements(elements: HclValue[]): void {
  const keys = new Map(elements.map((element) => [element, keyOf(element, shortNumber)]));
  elements.sort((left, right) => {
    if (left.isNull !== right.isNull) return left.isNull ? 1 : -1;
    if (left.isKnown !== right.isKnown) return left.isKnown ? -1 : 1;
    if (left.data instanceof HclNumber && right.data instanceof HclNumber) {
      return left.data.compare(right.data);
    }
    if (typeof left.data === "string" && typeof right.data === "string") {
      return compareText(left.data, right.data);
    }
    return compareText(keys.get(left) ?? "", keys.get(right) ?? "");
  });
}

/** A text that is the same for equal values of one type, and for no others. */
export function valueKey(value: HclValue): string {
  return keyOf(
    value,
    (number) => `${number.negative ? "-" : ""}${String(number.significand)}p${String(number.exponent)}`,
  );
}

type NumberText = (number: HclNumber) => string;

/** With short numbers, texts in whose order Terraform iterates over a set of lists or objects. */
function keyOf(value: HclValue, numberText: NumberText): string {
  const { data, type } = value;
  if (data instanceof HclUnknown) return "?";
  if (data === null) return "~";
  if (typeof data === "string") return quote(data);
  if (typeof data === "boolean") return data ? "T" : "F";
  if (data instanceof HclNumber) return data.isZero ? "0" : data.infinite ? String(data) : numberText(data);
  if (Array.isArray(data)) {
    const inside = (data as Elements).map((element) => `${keyOf(element, numberText)};`).join("");
    return type.kind === "tuple" ? `<${inside}>` : `[${inside}]`;
  }
  const entries = [...(data as Entries)];
  if (type.kind === "object") return `<${entries.map(([, held]) => `${keyOf(held, numberText)};`).join("")}>`;
  return `{${entries.map(([key, held]) => `${quote(key)}:${keyOf(held, numberText)};`).join("")}}`;
}

function shortNumber(number: HclNumber): string {
  return formatGeneral(number, 10);
}

function quote(value: string): string {
  return JSON.stringify(value).replaceAll("\u007f", String.raw`\x7f`);
}
