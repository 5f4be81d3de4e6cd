import { propertyAt } from "../../model/resource.ts";
import {
  Reference,
  Unknown,
  UnknownText,
  describeReference,
  plain,
  referencesOf,
  mayBeSomethingElse,
} from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { writtenText } from "../../model/written-text.ts";
import type { FactContext } from "../fact.ts";
import { mapKnown } from "./map-known.ts";

/** What says which model package is meant: `package-version` for a version of a group, `package` for a name without one. */
export function packagePin(name: Value, context: FactContext): Value {
  const written = name instanceof UnknownText ? writtenText(name) : undefined;
  if (written?.isWhole === true) return pinOf(written.start);
  if (plain(name) instanceof Unknown && referencesOf(name).length > 0) {
    return referencePin(namedPackage(name, context), context);
  }
  return mapKnown(name, (known) => {
    if (typeof known !== "string") return new Unknown("the model package is not a text");
    return pinOf(known);
  });
}

function pinOf(name: string): string {
  return /^(?:arn:[^/]*\/|(?!arn:))[^/]+\/\d+$/.test(name) ? "package-version" : "package";
}

/** A package of the graph is a version when it belongs to a group. */
function referencePin(named: Value, { graph }: FactContext): Value {
  const target = named instanceof Reference ? graph.get(named.target) : undefined;
  if (target === undefined) {
    return named instanceof Unknown
      ? new Unknown(named.reason)
      : new Unknown("the model package is not known");
  }
  const group = propertyAt(target, "/ModelPackageGroupName");
  if (group instanceof Unknown && mayBeSomethingElse(group)) return group;
  return group === undefined ? "package" : "package-version";
}

/** A reference to a package as it is; a name that is made with something else, such as the ARN of its group, is unknown. */
export function namedPackage(name: Value, { graph }: FactContext): Value {
  const references = referencesOf(name);
  const isPackage = references.every(
    ({ target }) => graph.get(target)?.type === "AWS::SageMaker::ModelPackage",
  );
  if (isPackage || !(plain(name) instanceof Unknown)) return name;
  return new Unknown(
    `the model package is named with ${references.map(describeReference).join(", ")}, and its version is not known before apply`,
  );
}
