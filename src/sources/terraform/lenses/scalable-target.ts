import type { Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

export const scalableTarget: Lens = {
  type: "aws_appautoscaling_target",
  canonical: "AWS::ApplicationAutoScaling::ScalableTarget",
  identifiers: ["id", "arn"],
  properties: {
    MaxCapacity: "max_capacity",
    MinCapacity: "min_capacity",
    ResourceId: "resource_id",
    RoleARN: "role_arn",
    ScalableDimension: "scalable_dimension",
    ServiceNamespace: "service_namespace",
    SuspendedState: {
      block: "suspended_state",
      properties: {
        DynamicScalingInSuspended: "dynamic_scaling_in_suspended",
        DynamicScalingOutSuspended: "dynamic_scaling_out_suspended",
      },
    },
    Tags: TAGS,
  },
};
