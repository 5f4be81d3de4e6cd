import type { AttributeFeed } from "../lens.ts";

/** Tags with those that the provider configuration adds to every resource. */
export const TAGS: AttributeFeed = { attribute: "tags_all", as: "tags", computed: true };
