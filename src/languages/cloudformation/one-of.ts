import { Unknown } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";

/** A text that is not known but for what it may be: a parameter without a value that has allowed ones. */
export class OneOf extends Unknown {
  readonly values: readonly string[];

  constructor(reason: string, values: readonly string[]) {
    super(reason);
    this.values = values;
  }
}

/** True when the value may be the text, as far as it is known. */
export function mayBe(value: Value | undefined, text: string): boolean {
  return !(value instanceof OneOf) || value.values.includes(text);
}
