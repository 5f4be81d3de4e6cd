import { Unknown } from "../../model/value.ts";

/** Unknown until apply because the user left it to the provider: no expression sets it. */
export class Unset extends Unknown {
  constructor() {
    super("left to the provider, known after apply");
  }
}
