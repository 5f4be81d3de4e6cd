import type { Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

export const elasticBeanstalkLenses: readonly Lens[] = [
  {
    type: "aws_elastic_beanstalk_environment",
    canonical: "AWS::ElasticBeanstalk::Environment",
    identifiers: ["name", "id", "arn"],
    properties: {
      ApplicationName: "application",
      EnvironmentName: "name",
      OptionSettings: {
        blocks: "setting",
        properties: { Namespace: "namespace", OptionName: "name", ResourceName: "resource", Value: "value" },
      },
      PlatformArn: "platform_arn",
      SolutionStackName: "solution_stack_name",
      Tags: TAGS,
      TemplateName: "template_name",
    },
  },
];
