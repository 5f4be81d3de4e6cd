import { propertyAt } from "../../model/resource.ts";
import type { Fact } from "../fact.ts";
import { childSetting } from "./child-setting.ts";

const POINTER = "/properties/azureADOnlyAuthentication";

export const entraOnly: Fact = {
  name: "EntraOnly",
  types: ["Microsoft.Synapse/workspaces"],
  description:
    "Whether the workspace takes Microsoft Entra identities alone, by its child azureADOnlyAuthentications or else by its own property; false when neither is there.",
  compute: (workspace, { graph }) =>
    childSetting(
      graph,
      workspace,
      "Microsoft.Synapse/workspaces/azureADOnlyAuthentications",
      POINTER,
      propertyAt(workspace, POINTER) ?? false,
    ),
};
