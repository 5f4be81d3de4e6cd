import { joinPointer } from "../../model/pointer.ts";
import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { Unknown, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { partsWrittenAt } from "../written-at.ts";
import type { Place } from "../written-at.ts";

/** Headers that let whoever reads them act as the caller. */
const CREDENTIAL =
  /^(?:(?:proxy-)?authorization|(?:set-)?cookie|ocp-apim-subscription-key|x-(?:api|functions)-key|x-zumo-auth|x-ms-token-.*|x-amz-security-token)$/iu;

const MESSAGES = ["frontend/request", "frontend/response", "backend/request", "backend/response"];

export const loggedCredentials: Fact = {
  name: "LoggedCredentials",
  types: ["Microsoft.ApiManagement/service/diagnostics", "Microsoft.ApiManagement/service/apis/diagnostics"],
  description:
    "The headers with credentials (Authorization, cookies, keys of subscriptions) that the diagnostic writes into its log without masking them; an item that is not known where headers or masks are not.",
  compute(resource) {
    const found = MESSAGES.flatMap((message) => credentialsOf(resource, message));
    const places = found.map(({ pointer }, index): readonly [string, Place] => [
      String(index),
      { resource, pointer },
    ]);
    return partsWrittenAt(
      found.map(({ header }) => header),
      Object.fromEntries(places),
    );
  },
};

interface Found {
  readonly header: Value;
  readonly pointer: string;
}

function credentialsOf(resource: Resource, message: string): readonly Found[] {
  const pointer = `/properties/${message}/headers`;
  const headers = plain(propertyAt(resource, pointer));
  if (headers instanceof Unknown) return [{ header: headers, pointer }];
  if (!isValueList(headers)) return [];
  const masks = plain(propertyAt(resource, `/properties/${message}/dataMasking/headers`));
  return headers.flatMap((item, index) => {
    const name = plain(item);
    const at = joinPointer(pointer, index);
    if (name instanceof Unknown) return [{ header: name, pointer: at }];
    if (typeof name !== "string" || !CREDENTIAL.test(name)) return [];
    return unmasked(name, masks).map((header) => ({ header, pointer: at }));
  });
}

/** The header, unless it is masked; what is not known of the masks when it may be. */
function unmasked(name: string, masks: Value | undefined): readonly Value[] {
  if (masks instanceof Unknown) return [masks];
  if (!isValueList(masks)) return [name];
  const named = masks.map((mask) => maskedBy(mask));
  if (named.some((masked) => typeof masked === "string" && masked.toLowerCase() === name.toLowerCase())) {
    return [];
  }
  return [named.find((masked) => masked instanceof Unknown) ?? name];
}

/** What a mask hides; a mode that only says nothing hides nothing. */
function maskedBy(mask: Value): string | Unknown | undefined {
  const value = plain(mask);
  if (value instanceof Unknown) return value;
  if (!isValueMap(value)) return undefined;
  const [name, mode] = [plain(value["value"]), plain(value["mode"])];
  if (name instanceof Unknown) return name;
  if (mode instanceof Unknown) return mode;
  return typeof name === "string" && (mode === "Hide" || mode === "Mask") ? name : undefined;
}
