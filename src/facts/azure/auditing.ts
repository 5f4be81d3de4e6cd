import { isEnabled } from "./is-enabled.ts";
import { Unknown } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { factWrittenAt } from "../written-at.ts";
import { childSetting } from "./child-setting.ts";

/** Two generations of one setting: either is enough. */
const SETTINGS = [
  "Microsoft.Synapse/workspaces/auditingSettings",
  "Microsoft.Synapse/workspaces/extendedAuditingSettings",
];

export const auditing: Fact = {
  name: "Auditing",
  types: ["Microsoft.Synapse/workspaces"],
  description:
    "Whether what runs in the SQL pools of the workspace is audited, by its child auditingSettings or extendedAuditingSettings; false when the input declares neither.",
  compute(workspace, { graph }) {
    const states = SETTINGS.map((type) =>
      isEnabled(
        childSetting(graph, workspace, type, "/properties/state", {
          found: (place) => {
            factWrittenAt(workspace, "Auditing", place);
          },
        }),
      ),
    );
    if (states.includes(true)) return true;
    return states.find((state) => state instanceof Unknown) ?? false;
  },
};
