import { STRING } from "../../../languages/hcl/values/hcl-value.ts";
import type { HclValue } from "../../../languages/hcl/values/hcl-value.ts";
import { text, unknown } from "../../../languages/hcl/values/make-value.ts";
import { lensOf } from "../lens-index.ts";

const GROUP = "azurerm_resource_group";
const SUBNET = "azurerm_subnet";

/**
 * The id of what a data source of azurerm reads, which follows from its type, group and name but for the subscription:
 * whichever that is, it is the id of nothing that has another name. Nothing for other types.
 */
export function azureDataId(
  type: string,
  attributes: ReadonlyMap<string, HclValue>,
  account: HclValue | undefined,
): HclValue | undefined {
  const path = pathOf(type);
  const values = path?.map((part) => ("text" in part ? part.text : attributes.get(part.argument)));
  const told = values?.flatMap((value) => (value === undefined || isNull(value) ? [] : [value]));
  if (told === undefined || told.length !== values?.length) return undefined;
  const subscription = account ?? unknown(STRING, "the subscription is not known");
  const pieces = ["/subscriptions/", subscription, ...told];
  const known = pieces.map((piece) => (typeof piece === "string" ? piece : piece.data));
  if (known.every((piece) => typeof piece === "string")) return text(known.join(""));
  const reason = "known after apply: the id of what a data source reads";
  return unknown(STRING, reason, [], { notNull: true, text: pieces });
}

type Part = { readonly text: string } | { readonly argument: string };

function pathOf(type: string): readonly Part[] | undefined {
  if (type === GROUP) return [{ text: "/resourceGroups/" }, { argument: "name" }];
  const canonical = type.startsWith("azurerm_") ? lensOf(type) : undefined;
  if (canonical?.fold !== undefined || canonical?.variants !== undefined) return undefined;
  if (canonical === undefined) return undefined;
  const [provider = "", ...types] = canonical.canonical.split("/");
  const names = type === SUBNET ? ["virtual_network_name", "name"] : ["name"];
  if (names.length !== types.length) return undefined;
  return [
    { text: "/resourceGroups/" },
    { argument: "resource_group_name" },
    { text: `/providers/${provider}` },
    ...types.flatMap((part, index) => [{ text: `/${part}/` }, { argument: names[index] ?? "" }]),
  ];
}

function isNull(value: string | HclValue): boolean {
  return typeof value !== "string" && value.isNull;
}
