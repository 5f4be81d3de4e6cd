import { segmentsOf } from "../../languages/arm/evaluator/place.ts";
import type { ResourceInstance } from "../../languages/arm/evaluator/resource-instance.ts";
import { OpenText, bare } from "../../languages/arm/values/arm-value.ts";
import type { ArmValue } from "../../languages/arm/values/arm-value.ts";
import { joinText } from "../../languages/arm/values/text.ts";

/** The id of the resource that a child lies in: of `…/storageAccounts/a/blobServices/default` that of the account. */
export function parentIdOf(resource: ResourceInstance): ArmValue | undefined {
  const { parentId } = resource;
  if (parentId !== undefined) return parentId;
  const type = bare(resource.type);
  if (typeof type !== "string" || type.split("/").length < 3) return undefined;
  const id = bare(resource.id);
  if (typeof id !== "string" && !(id instanceof OpenText)) return undefined;
  const segments = segmentsOf(id);
  if (segments.length < 4) return undefined;
  return joinText(
    segments.slice(0, -2).flatMap((segment, index) => (index === 0 ? [segment] : ["/", segment])),
  );
}
