import { Sensitive, Unknown, emptyMap, isValueList, isValueMap, plain, put } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";

export const tags: Fact = {
  name: "Tags",
  types: "*",
  description:
    "The tags as an object of key and value, whichever form the type has; of objects of Kubernetes their labels.",
  compute: ({ properties }) =>
    tagMap(
      properties["Tags"] ??
        properties["tags"] ??
        tagsOf(properties["TagSpecifications"]) ??
        labelsOf(properties["metadata"]),
    ),
};

/** A launch template has its own tags among those of what it starts. */
function tagsOf(specifications: Value | undefined): Value | undefined {
  const list = plain(specifications);
  if (list instanceof Unknown) return list;
  if (!isValueList(list)) return undefined;
  for (const item of list) {
    const specification = plain(item);
    if (isValueMap(specification) && plain(specification["ResourceType"]) === "launch-template") {
      return specification["Tags"];
    }
  }
  return undefined;
}

/** The labels of an object of Kubernetes. */
function labelsOf(metadata: Value | undefined): Value | undefined {
  const known = plain(metadata);
  return isValueMap(known) ? known["labels"] : undefined;
}

function sensitiveMap({ value }: Sensitive): Value | undefined {
  const map = tagMap(value);
  return map === undefined ? undefined : new Sensitive(map);
}

/** CloudFormation writes tags as a list of Key and Value, or as an object; Azure as an object. */
function tagMap(value: Value | undefined): Value | undefined {
  if (value instanceof Sensitive) return sensitiveMap(value);
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
