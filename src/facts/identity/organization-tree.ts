import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Unknown, isValueList, plain, referencesOf } from "../../model/value.ts";

/** What an account or organizational unit hangs under; `undefined` for the root, or when it is left out. */
export function parentOf(resource: Resource, graph: ResourceGraph): Resource | Unknown | undefined {
  const isAccount = resource.type === "AWS::Organizations::Account";
  const written = propertyAt(resource, isAccount ? "/ParentIds" : "/ParentId");
  const list = isAccount ? plain(written) : written;
  const value = isValueList(list) ? list[0] : list;
  if (value === undefined) return undefined;
  const [reference, ...more] = referencesOf(value);
  const parent = reference === undefined || more.length > 0 ? undefined : graph.get(reference.target);
  return parent ?? new Unknown(`what ${resource.address} hangs under is known after apply`);
}
