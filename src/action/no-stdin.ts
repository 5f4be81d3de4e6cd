import { usageError } from "../commands/usage-error.ts";

/** A step of a workflow has no standard input, and `-` would wait for ever. */
export function noStdin(): Promise<never> {
  return Promise.reject(usageError("a step of a workflow has no standard input; name a file"));
}
