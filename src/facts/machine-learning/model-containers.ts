import { valueAt } from "../../model/pointer.ts";
import { propertyAt } from "../../model/resource.ts";
import {
  Unknown,
  emptyMap,
  isSensitive,
  Sensitive,
  isValueList,
  isValueMap,
  plain,
} from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact, FactContext } from "../fact.ts";
import { dataBuckets } from "./data-buckets.ts";
import { imagePin } from "./image-pin.ts";
import { namedPackage, packagePin } from "./package-pin.ts";

export const modelContainers: Fact = {
  name: "Containers",
  types: ["AWS::SageMaker::Model"],
  needs: ["Account", "Region"],
  description:
    "The containers of the model, the primary one first: Pin is what says which image or model package is meant (digest, package-version, immutable-tag, or tag, latest, package and none, which do not stay the same), ModelPackageName the package, DataBuckets the buckets that the artifacts lie in.",
  fields: { Pin: true, ModelPackageName: true, DataBuckets: true },
  compute: (model, context) =>
    describeContainers(propertyAt(model, "/PrimaryContainer"), propertyAt(model, "/Containers"), context),
};

/** The containers of a model, of the graph or of a step that makes one. */
export function describeContainers(
  primary: Value | undefined,
  others: Value | undefined,
  context: FactContext,
): readonly Value[] {
  const list = plain(others);
  const items = isValueList(list)
    ? list.map((item) => (isSensitive(others) ? new Sensitive(item) : item))
    : others;
  const all = [
    ...(primary === undefined ? [] : [primary]),
    ...(items === undefined ? [] : isValueList(items) ? items : [items]),
  ];
  return all.length === 0 ? [{ Pin: "none" }] : all.map((container) => describeContainer(container, context));
}

function describeContainer(container: Value, context: FactContext): Value {
  const known = plain(container);
  if (known instanceof Unknown) return new Unknown(known.reason);
  if (!isValueMap(known)) return new Unknown("the container is not an object");
  const described = emptyMap();
  const packageName = valueAt(container, ["ModelPackageName"]);
  described["Pin"] = containerPin(packageName, valueAt(container, ["Image"]), context);
  if (packageName !== undefined) described["ModelPackageName"] = namedPackage(packageName, context);
  described["DataBuckets"] = dataBuckets(container, context);
  return described;
}

/** A container is made from a package or from an image. */
function containerPin(packageName: Value | undefined, image: Value | undefined, context: FactContext): Value {
  if (packageName !== undefined) return packagePin(packageName, context);
  return image === undefined ? "none" : imagePin(image, context);
}
