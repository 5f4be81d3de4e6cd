import { propertyAt } from "../../model/resource.ts";
import { anyTruth, both } from "../../model/truth.ts";
import { Unknown, plain } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { inSamePlace } from "../same-place.ts";

/** CloudFormation cannot set it. */
const SETTING = "aws_ec2_instance_metadata_defaults";

export const tokensByDefault: Fact = {
  name: "TokensByDefault",
  types: ["AWS::AutoScaling::LaunchConfiguration", "AWS::EC2::Instance", "AWS::EC2::LaunchTemplate"],
  description:
    "Whether the input sets the account to require tokens of the metadata service, in the region of the resource, of instances that say nothing of it.",
  compute(resource, { graph }) {
    if (resource.declared === "elsewhere") return undefined;
    const set = anyTruth(
      graph.ofType(SETTING).map((setting) => {
        const tokens = plain(propertyAt(setting, "/http_tokens"));
        const requires = tokens instanceof Unknown ? "unknown" : tokens === "required";
        const here = inSamePlace(setting, resource);
        return both(requires, setting.uncertain === undefined ? here : both(here, "unknown"));
      }),
    );
    return set === "unknown"
      ? new Unknown("whether the account requires tokens by default is not known")
      : set;
  },
};
