import { MAX_ALL_TEXT, MAX_LOOPED, MAX_VALUES } from "./limits.ts";

/** Counts what one stack makes grow, and remembers the first limit that was exceeded. */
export class Meter {
  exceeded: string | undefined;
  #values = 0;
  #text = 0;
  #looped = 0;

  /** False when no more values may be evaluated. */
  value(): boolean {
    this.#values += 1;
    return this.#within(this.#values <= MAX_VALUES, `${MAX_VALUES.toLocaleString("en")} values`);
  }

  text(length: number): boolean {
    this.#text += length;
    return this.#within(
      this.#text <= MAX_ALL_TEXT,
      `${MAX_ALL_TEXT.toLocaleString("en")} characters of text`,
    );
  }

  looped(): boolean {
    this.#looped += 1;
    return this.#within(
      this.#looped <= MAX_LOOPED,
      `${MAX_LOOPED.toLocaleString("en")} values of Fn::ForEach`,
    );
  }

  #within(isWithin: boolean, limit: string): boolean {
    if (!isWithin) this.exceeded ??= `the template holds more than ${limit}`;
    return isWithin;
  }
}
