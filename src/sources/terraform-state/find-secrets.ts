import { Secrets } from "../terraform/secrets.ts";
import { isMarked, marksOf } from "./marks.ts";
import type { Marks } from "./marks.ts";
import type { StateInstance } from "./state-instance.ts";

/** The texts that are marked somewhere: they are secret everywhere. What is hidden whole, for want of a schema, says nothing. */
export function findSecrets(instances: readonly StateInstance[]): Secrets {
  const secrets = new Secrets();
  for (const { values, marks } of instances) {
    addMarked(
      values,
      marks.filter((mark) => mark !== true),
      secrets,
    );
  }
  return secrets;
}

/** Walks with a list of its own: an input may be nested deeper than the stack of calls is high. */
function addMarked(root: unknown, rootMarks: Marks, secrets: Secrets): void {
  const open: [value: unknown, marks: Marks][] = [[root, rootMarks]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [value, marks] = next;
    if (isMarked(marks)) secrets.add(value);
    else if (marks.length > 0 && typeof value === "object" && value !== null) {
      for (const [key, part] of Object.entries(value)) open.push([part, marksOf(marks, key)]);
    }
  }
}
