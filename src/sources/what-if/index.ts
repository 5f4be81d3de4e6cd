import type { Source } from "../source.ts";
import { looksLikeWhatIf } from "./looks-like-what-if.ts";

/** What `az deployment … what-if --no-pretty-print` prints, and what the service answers. */
export const whatIf: Source = {
  name: "what-if",
  title: "what-if: the changes that az deployment … what-if --no-pretty-print foretells",
  detect: ({ kind, json }) => kind === "file" && looksLikeWhatIf(json),
  async load(input, context) {
    const { loadWhatIf } = await import("./load-what-if.ts");
    return loadWhatIf(input, context);
  },
};
