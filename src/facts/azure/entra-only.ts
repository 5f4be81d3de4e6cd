import { propertyAt } from "../../model/resource.ts";
import type { Fact } from "../fact.ts";
import { factWrittenAt } from "../written-at.ts";
import { childSetting } from "./child-setting.ts";

const CHILD = "Microsoft.Synapse/workspaces/azureADOnlyAuthentications";
const POINTER = "/properties/azureADOnlyAuthentication";

export const entraOnly: Fact = {
  name: "EntraOnly",
  types: ["Microsoft.Synapse/workspaces"],
  description:
    "Whether the workspace takes Microsoft Entra identities alone, by its child azureADOnlyAuthentications or else by its own property; false when neither is there.",
  readFrom: { "Microsoft.Synapse/workspaces": POINTER },
  compute: (workspace, { graph }) =>
    childSetting(graph, workspace, CHILD, POINTER, {
      fallback: propertyAt(workspace, POINTER) ?? false,
      found: (place) => {
        factWrittenAt(workspace, "EntraOnly", place);
      },
    }),
};
