import { Unknown } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { childSetting } from "./child-setting.ts";
import { isPlanOn } from "./defender-plan.ts";
import { isEnabled } from "./is-enabled.ts";

const SERVER = "Microsoft.DBforPostgreSQL/flexibleServers";

export const threatProtection: Fact = {
  name: "ThreatProtection",
  types: [SERVER],
  description:
    "Whether Microsoft Defender watches the server, by its child advancedThreatProtectionSettings or the plan OpenSourceRelationalDatabases for the whole subscription; not known when the input shows neither.",
  compute(server, { graph }) {
    const own = isEnabled(
      childSetting(graph, server, `${SERVER}/advancedThreatProtectionSettings`, "/properties/state"),
    );
    if (own === true) return true;
    const plan = isPlanOn(graph, "OpenSourceRelationalDatabases");
    if (plan === true) return true;
    return own instanceof Unknown ? own : plan;
  },
};
