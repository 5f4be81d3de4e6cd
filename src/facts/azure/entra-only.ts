import { propertyAt } from "../../model/resource.ts";
import type { Fact } from "../fact.ts";
import { factWrittenAt } from "../written-at.ts";
import { childSetting } from "./child-setting.ts";

/** Where the resource itself says it; a child of it has the last word. */
const OWN: Readonly<Record<string, string>> = {
  "Microsoft.Sql/servers": "/properties/administrators/azureADOnlyAuthentication",
  "Microsoft.Synapse/workspaces": "/properties/azureADOnlyAuthentication",
};

export const entraOnly: Fact = {
  name: "EntraOnly",
  types: Object.keys(OWN),
  description:
    "Whether the workspace or server takes Microsoft Entra identities alone, by its child azureADOnlyAuthentications or else by its own property; false when neither is there.",
  readFrom: OWN,
  compute: (parent, { graph }) =>
    childSetting(
      graph,
      parent,
      `${parent.type}/azureADOnlyAuthentications`,
      "/properties/azureADOnlyAuthentication",
      {
        fallback: propertyAt(parent, OWN[parent.type] ?? "") ?? false,
        found: (place) => {
          factWrittenAt(parent, "EntraOnly", place);
        },
      },
    ),
};
