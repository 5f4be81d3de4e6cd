import { textAt, valueOf } from "../../languages/arm/json/json-members.ts";
import type { JsonNode } from "../../languages/arm/json/parse-arm-json.ts";
import type { SourceText } from "../../languages/arm/source-text.ts";
import { ArmObject } from "../../languages/arm/values/arm-value.ts";
import { parseResourceId } from "./parse-resource-id.ts";
import type { ParsedId } from "./parse-resource-id.ts";
import { readValue } from "./read-value.ts";

/** A change of the answer, of a resource that will be there. */
export interface Change {
  readonly resourceId: string | undefined;
  readonly parsed: ParsedId | undefined;
  readonly type: string;
  /** How reports name it: its type and name. */
  readonly path: string;
  /** What it will be; empty when that is not told. */
  readonly after: ArmObject;
  /** Why nothing is told of what it will be. */
  readonly unread: string | undefined;
  /** It is only said that it may change. */
  readonly isPossible: boolean;
  readonly source: SourceText;
  readonly start: number;
}

const NOTHING = new ArmObject(new Map());

/**
 * A change; nothing for one of a resource that the template does not have (Ignore) or that will not be there (Delete).
 * https://learn.microsoft.com/rest/api/resources/deployments/what-if
 */
export function readChange(node: JsonNode, source: SourceText, isPossible: boolean): Change | undefined {
  const kind = (textAt(node, "changeType") ?? "").toLowerCase();
  if (kind === "delete" || kind === "ignore") return undefined;
  const resourceId = textAt(node, "resourceId");
  const parsed = resourceId === undefined ? undefined : parseResourceId(resourceId);
  const after = readAfter(node, kind, source);
  const type = typeOf(after) ?? parsed?.type ?? textAt(valueOf(node, "identifiers"), "type") ?? "unknown";
  const unread = unreadReason(kind, textAt(node, "unsupportedReason"), after !== NOTHING);
  const path = parsed?.path ?? `${type}/${textAt(node, "symbolicName") ?? resourceId ?? "?"}`;
  const told = unread === undefined ? after : NOTHING;
  return { resourceId, parsed, type, path, after: told, unread, isPossible, source, start: node.start };
}

/** What it will be; what does not change may be told once. */
function readAfter(node: JsonNode, kind: string, source: SourceText): ArmObject {
  const after = valueOf(node, "after");
  const isTold = after?.kind === "object";
  const state = !isTold && kind === "nochange" ? valueOf(node, "before") : after;
  const read = state?.kind === "object" ? readValue(state, source) : undefined;
  return read instanceof ArmObject && !isChange(read) ? read : NOTHING;
}

function unreadReason(type: string, unsupported: string | undefined, isTold: boolean): string | undefined {
  switch (type) {
    case "create":
    case "modify":
    case "nochange":
      return isTold
        ? undefined
        : "the what-if tells only its id; run it with --result-format FullResourcePayloads";
    case "deploy":
      return "the what-if tells that it is deployed, and not what it will be";
    case "unsupported":
      return `the what-if does not support it${unsupported === undefined ? "" : `: ${unsupported.slice(0, 300)}`}`;
    default:
      return `the what-if says "${type.slice(0, 40)}" of it, which genoscan does not know`;
  }
}

function typeOf(after: ArmObject): string | undefined {
  const type = after.get("type");
  return typeof type === "string" && type.includes("/") ? type : undefined;
}

/** An example of the service's own documentation has a change in the place of a resource. */
function isChange(after: ArmObject): boolean {
  return after.member("changeType") !== undefined && after.member("resourceId") !== undefined;
}
