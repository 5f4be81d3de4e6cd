import type { BicepProblem } from "./ast.ts";

/** Thrown at what cannot be read, and caught by the statement around it. */
export class BicepSyntaxError extends Error {
  override name = "BicepSyntaxError";
  readonly code: BicepProblem["code"];
  readonly start: number;
  readonly end: number;

  constructor(message: string, start: number, end: number, code: BicepProblem["code"] = "bicep-syntax") {
    super(message);
    this.code = code;
    this.start = start;
    this.end = end;
  }
}
