import { propertyAt } from "../../model/resource.ts";
import type { Fact } from "../fact.ts";
import { factWrittenAt } from "../written-at.ts";
import { childSetting } from "./child-setting.ts";

const OWN = "/properties/publicNetworkAccess";

export const namespaceAccess: Fact = {
  name: "NamespaceAccess",
  types: ["Microsoft.ServiceBus/namespaces"],
  description:
    "Whether public networks reach the namespace of Service Bus (Enabled, Disabled or SecuredByPerimeter), by its child networkRuleSets or else by its own property; Enabled when neither says it.",
  readFrom: { "Microsoft.ServiceBus/namespaces": OWN },
  compute: (namespace, { graph }) =>
    childSetting(graph, namespace, `${namespace.type}/networkRuleSets`, OWN, {
      fallback: propertyAt(namespace, OWN) ?? "Enabled",
      found: (place) => {
        factWrittenAt(namespace, "NamespaceAccess", place);
      },
    }),
};
