import type { HclProblem } from "./ast.ts";

/** Thrown at the first thing that cannot be read, and caught by the functions that parse a whole text. */
export class HclSyntaxError extends Error {
  override name = "HclSyntaxError";
  readonly code: HclProblem["code"];
  readonly start: number;
  readonly end: number;

  constructor(message: string, start: number, end: number, code: HclProblem["code"] = "hcl-syntax") {
    super(message);
    this.code = code;
    this.start = start;
    this.end = end;
  }
}
