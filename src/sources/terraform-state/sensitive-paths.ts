import { ALL_MARKED } from "./marks.ts";
import type { Mark, Marks } from "./marks.ts";

/**
 * The paths of `sensitive_attributes` as marks. A list that is not of the known form marks everything; a step of an
 * unknown kind marks what the steps before it lead to.
 */
export function marksOfPaths(paths: unknown): Marks {
  if (paths === undefined || paths === null) return [];
  return Array.isArray(paths) ? paths.map((path: unknown) => markOfPath(path)) : ALL_MARKED;
}

function markOfPath(path: unknown): Mark {
  if (!Array.isArray(path)) return true;
  let mark: Mark = true;
  const steps = path.map((step: unknown) => keyOf(step));
  const end = steps.indexOf(undefined);
  for (const key of (end < 0 ? steps : steps.slice(0, end)).reverse()) {
    if (key !== undefined) mark = Object.fromEntries([[key, mark]]);
  }
  return mark;
}

/** `{"type": "get_attr", "value": "tags"}` or `{"type": "index", "value": {"value": "owner", "type": "string"}}` */
function keyOf(step: unknown): string | undefined {
  if (typeof step !== "object" || step === null || !("value" in step) || !("type" in step)) return undefined;
  if (step.type === "get_attr") return typeof step.value === "string" ? step.value : undefined;
  if (step.type !== "index") return undefined;
  const { value } = step;
  const key = typeof value === "object" && value !== null && "value" in value ? value.value : undefined;
  return typeof key === "string" || typeof key === "number" ? String(key) : undefined;
}
