import { MAX_DEPTH, MAX_STEPS } from "./limits.ts";

/** Counts evaluations of one configuration, so that no configuration makes them endless. */
export class Meter {
  readonly #maxSteps: number;
  #steps = 0;
  #depth = 0;
  #exceeded: string | undefined;

  constructor(maxSteps = MAX_STEPS) {
    this.#maxSteps = maxSteps;
  }

  /** Why the next evaluation must not be, or nothing; then `leave` has to follow it. */
  enter(): string | undefined {
    if (this.#steps >= this.#maxSteps) return this.#exceed(`more than ${String(this.#maxSteps)} evaluations`);
    if (this.#depth >= MAX_DEPTH) {
      return this.#exceed(`evaluation nested more than ${String(MAX_DEPTH)} levels deep`);
    }
    this.#steps += 1;
    this.#depth += 1;
    return undefined;
  }

  leave(): void {
    this.#depth -= 1;
  }

  get steps(): number {
    return this.#steps;
  }

  /** The first limit that was met, if any. */
  get exceeded(): string | undefined {
    return this.#exceeded;
  }

  #exceed(limit: string): string {
    this.#exceeded ??= limit;
    return limit;
  }
}
