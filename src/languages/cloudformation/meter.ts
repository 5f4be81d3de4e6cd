import { MAX_ALL_TEXT, MAX_LOOPED, MAX_VALUES } from "./limits.ts";

/** Counts what one stack makes grow, and remembers the first limit that was exceeded. */
export class Meter {
  exceeded: string | undefined;
  /** Whether some value may have choices: a parameter has, or a condition or a key is not decided. */
  madeChoices = false;
  #values = 0;
  #text = 0;
  #looped = 0;

  /** False when no more values may be evaluated. */
  value(): boolean {
    this.#values += 1;
    return this.#values <= MAX_VALUES || this.#exceeds(MAX_VALUES, "values");
  }

  text(length: number): boolean {
    this.#text += length;
    return this.#text <= MAX_ALL_TEXT || this.#exceeds(MAX_ALL_TEXT, "characters of text");
  }

  looped(): boolean {
    this.#looped += 1;
    return this.#looped <= MAX_LOOPED || this.#exceeds(MAX_LOOPED, "values of Fn::ForEach");
  }

  #exceeds(limit: number, what: string): false {
    this.exceeded ??= `the template holds more than ${limit.toLocaleString("en")} ${what}`;
    return false;
  }
}
