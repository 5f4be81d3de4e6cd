import { matchesWildcard } from "../../model/matches-wildcard.ts";
import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { valueAt } from "../../model/pointer.ts";
import { Unknown, isValueList, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";

/** Whether a tag of an ECR repository stays with its image: `immutable-tag`, `tag` for one that can be moved, or unknown. */
export function tagPin(repository: Resource, tag: string): Value {
  const mutability = plain(propertyAt(repository, "/ImageTagMutability"));
  if (mutability instanceof Unknown) return mutability;
  // the service's default, when nothing is said, is MUTABLE
  if (mutability === "IMMUTABLE") return "immutable-tag";
  if (mutability !== "IMMUTABLE_WITH_EXCLUSION" && mutability !== "MUTABLE_WITH_EXCLUSION") return "tag";
  const excluded = isExcluded(repository, tag);
  if (excluded instanceof Unknown) return excluded;
  return (mutability === "IMMUTABLE_WITH_EXCLUSION") === excluded ? "tag" : "immutable-tag";
}

function isExcluded(repository: Resource, tag: string): boolean | Unknown {
  const filters = plain(propertyAt(repository, "/ImageTagMutabilityExclusionFilters"));
  if (filters instanceof Unknown) return filters;
  if (!isValueList(filters)) return false;
  const patterns = filters.map((filter) =>
    plain(valueAt(filter, ["ImageTagMutabilityExclusionFilterValue"])),
  );
  if (patterns.some((pattern) => typeof pattern === "string" && matchesWildcard(pattern, tag))) return true;
  return patterns.find((pattern) => pattern instanceof Unknown) ?? false;
}
