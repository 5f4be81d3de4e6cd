import { MAX_ALL_INSTANCES, MAX_ALL_ITEMS, MAX_ALL_TEXT, MAX_STEPS, MAX_TEMPLATES } from "../limits.ts";

/** Counts what one input makes grow, and remembers the first limit that was exceeded. */
export class Meter {
  exceeded: string | undefined;
  #steps = 0;
  #text = 0;
  #items = 0;
  #instances = 0;
  #templates = 0;

  /** False when nothing more may be evaluated. */
  step(): boolean {
    this.#steps += 1;
    return this.#within(this.#steps <= MAX_STEPS, MAX_STEPS, "expressions");
  }

  text(length: number): boolean {
    this.#text += length;
    return this.#within(this.#text <= MAX_ALL_TEXT, MAX_ALL_TEXT, "characters of text");
  }

  items(count: number): boolean {
    this.#items += count;
    return this.#within(this.#items <= MAX_ALL_ITEMS, MAX_ALL_ITEMS, "items of arrays");
  }

  /** False when so many resources are too many. */
  instances(count: number): boolean {
    this.#instances += count;
    return this.#within(this.#instances <= MAX_ALL_INSTANCES, MAX_ALL_INSTANCES, "resources");
  }

  template(): boolean {
    this.#templates += 1;
    return this.#within(this.#templates <= MAX_TEMPLATES, MAX_TEMPLATES, "deployments");
  }

  #within(isWithin: boolean, limit: number, what: string): boolean {
    if (!isWithin) this.exceeded ??= `the template needs more than ${limit.toLocaleString("en")} ${what}`;
    return isWithin;
  }
}
