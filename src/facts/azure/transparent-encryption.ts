import type { Fact } from "../fact.ts";
import { factWrittenAt } from "../written-at.ts";
import { childSetting } from "./child-setting.ts";
import { isEnabled } from "./is-enabled.ts";

const SETTING = "Microsoft.Synapse/workspaces/sqlPools/transparentDataEncryption";

export const transparentEncryption: Fact = {
  name: "TransparentEncryption",
  types: ["Microsoft.Synapse/workspaces/sqlPools"],
  description:
    "Whether transparent data encryption of the dedicated SQL pool is on, by its child transparentDataEncryption; false when the input declares none, as Synapse leaves it off.",
  compute: (pool, { graph }) =>
    isEnabled(
      childSetting(graph, pool, SETTING, "/properties/status", {
        found: (place) => {
          factWrittenAt(pool, "TransparentEncryption", place);
        },
      }),
    ),
};
