import { bare } from "../values/arm-value.ts";
import type { ArmValue } from "../values/arm-value.ts";
import { joinText } from "../values/text.ts";
import { idOfPlace, idOfResource, segmentsOf } from "./place.ts";
import type { Place } from "./place.ts";

/** What a resource is called, apart from what it extends. */
export interface OwnName {
  readonly type: ArmValue;
  readonly name: ArmValue;
  /** The id of the resource that it extends, when its own type and name say that. */
  readonly extended: ArmValue | undefined;
}

/**
 * The old form of an extension: `Microsoft.A/b/providers/locks` with the name `x/Microsoft.Authorization/y`. Nothing for a
 * name that does not fit.
 */
export function extensionName(type: string, name: ArmValue, place: Place): OwnName | undefined {
  const [provider = "", ...types] = type.split("/");
  const at = types.findLastIndex((part) => part.toLowerCase() === "providers");
  const names = segmentsOf(name);
  const own = bare(names[at] ?? null);
  if (names.length !== types.length || typeof own !== "string") return undefined;
  return {
    type: [own, ...types.slice(at + 1)].join("/"),
    name: joinText(names.slice(at + 1).flatMap((part, index) => (index === 0 ? [part] : ["/", part]))),
    extended: idOfResource(idOfPlace(place), [provider, ...types.slice(0, at)].join("/"), names.slice(0, at)),
  };
}
