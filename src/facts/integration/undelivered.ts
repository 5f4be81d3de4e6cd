import { propertyAt } from "../../model/resource.ts";
import { Unknown, UnknownDocument, isValueMap, plain, isOfResources } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { deadLettersOf, holdsQueue, isNamedForFailures, mayBeNamed } from "./dead-letters.ts";

export const undelivered: Fact = {
  name: "Undelivered",
  types: ["AWS::SQS::Queue", "AWS::SNS::Subscription"],
  description:
    "What becomes of messages that nobody could handle: Kept says whether the redrive policy sends them to another queue. HoldsThem, of a queue, says whether it is itself where others send such messages: the input names it so (a redrive policy, a dead-letter queue or destination on failure of a function, a target or a schedule), it says who may, or it is called so.",
  fields: { HoldsThem: true, Kept: true },
  compute(resource, { graph }) {
    const Kept = isKept(propertyAt(resource, "/RedrivePolicy"));
    if (resource.type !== "AWS::SQS::Queue") return { Kept };
    const { named, open } = deadLettersOf(graph);
    const holds =
      holdsQueue(resource, named) ||
      isNamedForFailures(resource) ||
      propertyAt(resource, "/RedriveAllowPolicy") !== undefined;
    if (holds || Kept === true) return { Kept, HoldsThem: holds };
    const mayHold = open ?? mayBeNamed(resource, named);
    return { Kept, HoldsThem: mayHold === undefined ? false : new Unknown(mayHold.reason) };
  },
};

/** A policy that is put together around the ARN of another queue is one, whatever that ARN will be. */
function isKept(policy: Value | undefined): Value {
  if (policy === undefined) return false;
  if (isOfResources(policy)) return true;
  const known = plain(policy instanceof UnknownDocument ? policy.document : policy);
  if (known instanceof Unknown) return new Unknown(known.reason);
  if (!isValueMap(known)) return new Unknown("the redrive policy is no object");
  const target = known["deadLetterTargetArn"];
  if (target === undefined || target === null || target === "") return false;
  const isOpen = target instanceof Unknown && !isOfResources(target);
  return isOpen ? new Unknown(target.reason) : true;
}
