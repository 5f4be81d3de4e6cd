import type { Resource } from "../model/resource.ts";
import { ResourceGraph } from "../model/resource-graph.ts";
import { Reference, Sensitive, Unknown, UnknownChoice, emptyMap, isValueMap, put } from "../model/value.ts";
import type { Scalar, Value, ValueMap } from "../model/value.ts";

/** A small graph as rule authors write it: see "Examples" in docs/rule-language.md. */
export interface ExampleInput {
  /** `all`, or the types that the example lists completely. */
  readonly closed?: string | readonly string[];
  readonly resources: readonly ExampleResource[];
}

export interface ExampleResource {
  readonly address: string;
  readonly type: string;
  readonly name?: string;
  readonly identifiers?: readonly string[];
  readonly declared?: "here" | "elsewhere";
  readonly account?: string;
  readonly region?: string;
  readonly properties?: unknown;
}

/** The graph of an example. A resource's address is its id, so `$reference` names addresses. */
export function exampleGraph({ resources, closed }: ExampleInput): ResourceGraph {
  return new ResourceGraph(resources.map(exampleResource), closedTypes(closed));
}

function closedTypes(closed: ExampleInput["closed"]): "all" | ReadonlySet<string> {
  if (closed === "all") return "all";
  return new Set(typeof closed === "string" ? [closed] : closed);
}

function exampleResource(written: ExampleResource): Resource {
  const { address, type, name, declared = "here", identifiers = [] } = written;
  const properties = exampleValue(written.properties ?? {});
  const elsewhere = new Unknown(`${address} is declared elsewhere`);
  return {
    id: address,
    address,
    type,
    declared,
    identifiers: name === undefined ? identifiers : [name, ...identifiers],
    properties: isValueMap(properties) ? properties : {},
    placement: {
      cloud: type.startsWith("AWS::") ? "aws" : "azure",
      account: written.account,
      region: written.region,
    },
    ...(name === undefined ? {} : { name }),
    holdsChoices: true,
    ...(declared === "elsewhere" ? { missing: () => elsewhere } : {}),
  };
}

/** Plain data with `$unknown`, `$reference` and `$sensitive` as what they stand for. */
function exampleValue(written: unknown): Value {
  if (
    written === null ||
    typeof written === "string" ||
    typeof written === "number" ||
    typeof written === "boolean"
  ) {
    return written;
  }
  if (Array.isArray(written)) return written.map(exampleValue);
  if (typeof written !== "object") throw new TypeError(`not a value of an example: ${typeof written}`);
  return markedValue(written) ?? plainMap(written);
}

function markedValue(written: object): Value | undefined {
  if ("$unknown" in written) {
    if ("choices" in written && Array.isArray(written.choices)) {
      return new UnknownChoice(String(written.$unknown), written.choices as readonly Scalar[]);
    }
    const references = "references" in written && Array.isArray(written.references) ? written.references : [];
    return new Unknown(
      String(written.$unknown),
      references.map((address) => new Reference(String(address))),
    );
  }
  if ("$reference" in written) {
    const value = "value" in written ? exampleValue(written.value) : undefined;
    const attribute = "attribute" in written ? String(written.attribute) : undefined;
    return new Reference(String(written.$reference), attribute, value);
  }
  return "$sensitive" in written ? new Sensitive(exampleValue(written.$sensitive)) : undefined;
}

function plainMap(written: object): ValueMap {
  const map = emptyMap();
  for (const [key, value] of Object.entries(written)) put(map, key, exampleValue(value));
  return map;
}
