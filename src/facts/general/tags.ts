import { Unknown, emptyMap, isValueList, isValueMap, plain, put } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";

export const tags: Fact = {
  name: "Tags",
  types: "*",
  description: "The tags as an object of key and value, whichever form the type has.",
  compute: (resource) => tagMap(resource.properties["Tags"] ?? resource.properties["tags"]),
};

/** CloudFormation writes tags as a list of Key and Value, or as an object; Azure as an object. */
function tagMap(value: Value | undefined): Value | undefined {
  const known = plain(value);
  if (known === undefined || known instanceof Unknown) return known;
  if (isValueMap(known)) return known;
  if (!isValueList(known)) return undefined;
  const map = emptyMap();
  for (const item of known) {
    const pair = plain(item);
    if (pair instanceof Unknown) return new Unknown(pair.reason);
    if (!isValueMap(pair)) continue;
    const key = plain(pair["Key"]);
    if (typeof key === "string") put(map, key, pair["Value"] ?? "");
  }
  return map;
}
