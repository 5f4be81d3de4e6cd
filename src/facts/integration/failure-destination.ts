import { findReferrers } from "../../model/find-referrers.ts";
import { propertyAt } from "../../model/resource.ts";
import { anyTruth } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Unknown, plain, isOfResources } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";

export const failureDestination: Fact = {
  name: "FailureDestination",
  types: ["AWS::Lambda::Function"],
  description:
    "Whether an event that the function fails to handle when it is invoked asynchronously goes somewhere: to its dead-letter queue, or to the destination on failure that the input configures for it.",
  compute(lambda, { graph }) {
    const { certain, possible } = findReferrers(
      graph,
      "AWS::Lambda::EventInvokeConfig",
      "/FunctionName",
      lambda,
    );
    const onFailure = "/DestinationConfig/OnFailure/Destination";
    const truth = anyTruth([
      isSet(propertyAt(lambda, "/DeadLetterConfig/TargetArn")),
      ...certain.map((config) => isSet(propertyAt(config, onFailure))),
      ...possible.map((config) => (isSet(propertyAt(config, onFailure)) === false ? false : "unknown")),
    ]);
    return truth === "unknown"
      ? new Unknown(`where ${lambda.address} sends what it fails to handle is known after apply`)
      : truth;
  },
};

/** A reference to a queue or topic is set, even when its ARN is known after apply only. */
function isSet(value: Value | undefined): Truth {
  if (value === undefined) return false;
  if (value instanceof Unknown) return isOfResources(value) ? true : "unknown";
  const known = plain(value);
  return known instanceof Unknown ? true : known !== null && known !== "";
}
