import {
  Reference,
  Sensitive,
  Unknown,
  UnknownDocument,
  isValueList,
  isValueMap,
  put,
} from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import type { PlanDocument } from "./plan-document.ts";

/** Shorter texts are too common to be told from others. */
const SHORTEST = 6;

/**
 * The texts that the plan marks as sensitive somewhere. Terraform's marks are not complete: `tags_all` shows what
 * `tags` hides, so a text that is sensitive in one place is sensitive in every place.
 */
export function findSecrets(plan: PlanDocument): ReadonlySet<string> {
  const secrets = new Set<string>();
  for (const { change } of plan.resource_changes ?? []) {
    collectMarked(change.after, change.after_sensitive, secrets);
  }
  const declared = plan.configuration?.root_module?.variables ?? {};
  for (const [name, variable] of Object.entries(declared)) {
    if (variable.sensitive === true) collectTexts(plan.variables?.[name]?.value ?? variable.default, secrets);
  }
  return secrets;
}

/** Walks with a list of its own: an input may be nested deeper than the stack of calls is high. */
function collectMarked(root: unknown, rootMark: unknown, secrets: Set<string>): void {
  const open: [value: unknown, mark: unknown][] = [[root, rootMark]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [value, mark] = next;
    if (mark === true) collectTexts(value, secrets);
    if (typeof mark !== "object" || mark === null || typeof value !== "object" || value === null) continue;
    for (const [key, inner] of Object.entries(mark)) {
      if (Object.hasOwn(value, key)) open.push([(value as Record<string, unknown>)[key], inner]);
    }
  }
}

function collectTexts(root: unknown, secrets: Set<string>): void {
  const open = [root];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value === "string" && value.length >= SHORTEST) secrets.add(value);
    if (typeof value !== "object" || value === null) continue;
    for (const part of Object.values(value)) open.push(part);
  }
}

/** The attributes with every text that holds a secret marked as sensitive. */
export function hideSecrets(attributes: ValueMap, secrets: ReadonlySet<string>): ValueMap {
  if (secrets.size === 0) return attributes;
  const hidden = hideIn(attributes, [...secrets]);
  return isValueMap(hidden) ? hidden : attributes;
}

function hideIn(value: Value, secrets: readonly string[]): Value {
  if (typeof value === "string") {
    return secrets.some((secret) => value.includes(secret)) ? new Sensitive(value) : value;
  }
  if (value instanceof Reference) {
    const inner = value.value === undefined ? undefined : hideIn(value.value, secrets);
    return inner === value.value ? value : new Reference(value.target, value.attribute, inner);
  }
  if (value instanceof UnknownDocument) {
    return new UnknownDocument(value.reason, value.candidates, hideIn(value.document, secrets));
  }
  if (value instanceof Unknown || value instanceof Sensitive || value === null) return value;
  if (isValueList(value)) return value.map((item) => hideIn(item, secrets));
  if (!isValueMap(value)) return value;
  const map: Record<string, Value> = {};
  for (const [key, part] of Object.entries(value)) put(map, key, hideIn(part, secrets));
  return map;
}
