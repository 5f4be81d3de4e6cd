import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { sameText } from "../../model/same-text.ts";
import type { Truth } from "../../model/truth.ts";
import { Reference, UnknownCode, UnknownText, plain, referencesOf } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";

/** What Lambda puts before the name of a function. */
export const PREFIX = "/aws/lambda/";

/** Whether a group is the one that Lambda takes for a function, by their names, of which one at least is not known. */
export function isGroupOf(group: Resource, lambda: Resource, graph: ResourceGraph): Truth {
  const name = propertyAt(group, "/LogGroupName");
  const own = propertyAt(lambda, "/FunctionName");
  const isWritten = typeof plain(name) === "string" || plain(name) instanceof UnknownText;
  const truth = isWritten ? sameText(piecesOf(name), [PREFIX, ...piecesOf(own)]) : "unknown";
  return truth === "unknown" && isMadeOfOthers(name, own, lambda, graph) ? false : truth;
}

/** A reference that stands alone may have text around it, which a plan does not show. */
function piecesOf(name: Value | undefined): readonly Value[] {
  const known = plain(name);
  if (known instanceof UnknownText) return known.pieces;
  return known === undefined ? [NOT_NAMED] : [known];
}

/** Lambda makes a name up for a function that has none. */
const NOT_NAMED = new Reference("");

/**
 * The name of the group is taken from that of another function, and the name of this one is not; or from an id that is
 * made up, and the name of this one is there before.
 */
function isMadeOfOthers(
  name: Value | undefined,
  own: Value | undefined,
  lambda: Resource,
  graph: ResourceGraph,
): boolean {
  // one of several may be written
  if (name === undefined || piecesOf(name).some((piece) => piece instanceof UnknownCode)) return false;
  const sources = referencesOf(name).filter(({ target }) => target !== lambda.id);
  if (sources.length === 0 || sources.length < referencesOf(name).length) return false;
  const ofOwn = new Set(referencesOf(own).map(({ target }) => target));
  const isKnown = typeof plain(own) === "string";
  return sources.some((source) => {
    const type = graph.get(source.target)?.type;
    if (type === lambda.type) {
      return (isKnown || own === undefined || ofOwn.size > 0) && !ofOwn.has(source.target);
    }
    return isKnown && isMadeUp(source, type ?? "");
  });
}

/** An id of AWS or a random text, which nobody can write before it is there. */
function isMadeUp({ attribute }: Reference, type: string): boolean {
  if (type.startsWith("random_")) return true;
  return attribute === "id" && /^AWS::(?:EC2|ApiGateway|ApiGatewayV2)::/u.test(type);
}
