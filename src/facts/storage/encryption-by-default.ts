import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Unknown, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { inSamePlace } from "../same-place.ts";

/** CloudFormation cannot set it. */
const SETTING = "aws_ebs_encryption_by_default";

export const encryptionByDefault: Fact = {
  name: "EncryptionByDefault",
  types: [
    "AWS::AutoScaling::LaunchConfiguration",
    "AWS::EC2::Volume",
    "AWS::EC2::Instance",
    "AWS::EC2::LaunchTemplate",
  ],
  description:
    "EBS encryption by default in the account and region of the resource. Declared: whether the input switches it on. Effective: whether it is on, not known where the input does not say.",
  fields: { Declared: true, Effective: true },
  compute(resource, { graph }) {
    if (resource.declared === "elsewhere") return undefined;
    const set = settingOf(resource, graph);
    return {
      Declared: set instanceof Unknown ? set : set === true,
      Effective: set ?? new Unknown("EBS encryption by default is not set in this input"),
    };
  },
};

/** What the settings of the same account and region say, when all of them say it. */
function settingOf(resource: Resource, graph: ResourceGraph): Value | undefined {
  const settings = graph.ofType(SETTING).filter(({ declared }) => declared === "here");
  const told = settings.flatMap((setting): readonly Value[] => {
    const here = inSamePlace(setting, resource);
    if (here === false) return [];
    const enabled = plain(propertyAt(setting, "/enabled")) ?? true;
    if (here === "unknown") return [new Unknown(`whether ${setting.address} is for this place is not known`)];
    return [enabled];
  });
  return told.find((value) => value instanceof Unknown) ?? told[0];
}
