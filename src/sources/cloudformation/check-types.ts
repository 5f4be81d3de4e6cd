import { didYouMean } from "../../model/did-you-mean.ts";
import { shapeOf } from "./shapes.ts";
import type { Stack } from "./stack.ts";
import type { Told } from "./told.ts";

/** Types that are in no registry: SAM's, and what CDK writes into every template. */
const NOT_IN_REGISTRY =
  /^AWS::(?:Serverless::|CDK::Metadata$|CloudFormation::(?:CustomResource|Macro|WaitCondition|WaitConditionHandle)$)/u;

/** The list is long, and looking for what is like a name takes its time. */
const MOST_HINTS = 20;

/** Tells of types of AWS that do not exist. Those of others and custom ones have any name. */
export async function checkTypes(stacks: readonly Stack[], told: Told): Promise<void> {
  const unknown = stacks.flatMap((stack) =>
    [...stack.parts.template.resources.keys()]
      .map((logicalId) => ({ stack, logicalId, type: stack.typeOf(logicalId) ?? "" }))
      .filter(({ type }) => isDoubtful(type)),
  );
  if (unknown.length === 0) return;
  // the list is long, and a template that is right needs none of it
  const { TYPE_NAMES } = await import("./type-names.ts");
  const wrong = unknown.filter(({ type }) => !TYPE_NAMES.has(type));
  for (const [index, { stack, logicalId, type }] of wrong.entries()) {
    const location = stack.locate(stack.parts.template.places.get(logicalId) ?? 0);
    const message =
      type === ""
        ? `${logicalId}: the resource has no Type`
        : `${logicalId}: CloudFormation has no type ${type}${index < MOST_HINTS ? didYouMean(type, TYPE_NAMES) : ""}`;
    told.diagnose({ code: "cloudformation-no-such-type", level: "error", message, location });
  }
}

function isDoubtful(type: string): boolean {
  if (type === "") return true;
  return (
    type.startsWith("AWS::") &&
    !type.endsWith("::MODULE") &&
    !NOT_IN_REGISTRY.test(type) &&
    shapeOf(type) === undefined
  );
}
