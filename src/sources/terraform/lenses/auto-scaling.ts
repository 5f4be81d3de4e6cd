import type { Feeds, Lens } from "../lens.ts";

const TEMPLATE: Feeds = { LaunchTemplateId: "id", LaunchTemplateName: "name", Version: "version" };

const VOLUME: Feeds = {
  DeleteOnTermination: "delete_on_termination",
  Encrypted: "encrypted",
  SnapshotId: "snapshot_id",
  VolumeSize: "volume_size",
  VolumeType: "volume_type",
};

const GROUP = ["aws_autoscaling_group"];

export const autoScalingLenses: readonly Lens[] = [
  {
    type: "aws_autoscaling_group",
    canonical: "AWS::AutoScaling::AutoScalingGroup",
    identifiers: ["name", "id", "arn"],
    properties: {
      AutoScalingGroupName: "name",
      AvailabilityZones: "availability_zones",
      HealthCheckGracePeriod: "health_check_grace_period",
      HealthCheckType: "health_check_type",
      LaunchConfigurationName: "launch_configuration",
      LaunchTemplate: { block: "launch_template", properties: TEMPLATE },
      LoadBalancerNames: "load_balancers",
      MixedInstancesPolicy: {
        block: "mixed_instances_policy",
        properties: {
          LaunchTemplate: {
            block: "launch_template",
            properties: {
              LaunchTemplateSpecification: {
                block: "launch_template_specification",
                properties: {
                  LaunchTemplateId: "launch_template_id",
                  LaunchTemplateName: "launch_template_name",
                  Version: "version",
                },
              },
            },
          },
        },
      },
      TargetGroupARNs: "target_group_arns",
      TrafficSources: { blocks: "traffic_source", properties: { Identifier: "identifier", Type: "type" } },
      VPCZoneIdentifier: "vpc_zone_identifier",
    },
  },
  {
    type: "aws_autoscaling_attachment",
    canonical: "AWS::AutoScaling::AutoScalingGroup",
    fold: { into: GROUP, by: "autoscaling_group_name" },
    properties: {
      LoadBalancerNames: { attribute: "elb", as: "list" },
      TargetGroupARNs: { attribute: "lb_target_group_arn", as: "list" },
    },
  },
  {
    type: "aws_launch_configuration",
    canonical: "AWS::AutoScaling::LaunchConfiguration",
    identifiers: ["name", "id", "arn"],
    properties: {
      AssociatePublicIpAddress: "associate_public_ip_address",
      BlockDeviceMappings: {
        blocks: "ebs_block_device",
        properties: { DeviceName: "device_name", Ebs: { object: VOLUME } },
      },
      EbsOptimized: "ebs_optimized",
      IamInstanceProfile: "iam_instance_profile",
      ImageId: "image_id",
      InstanceMonitoring: "enable_monitoring",
      InstanceType: "instance_type",
      KeyName: "key_name",
      LaunchConfigurationName: "name",
      MetadataOptions: {
        block: "metadata_options",
        properties: {
          HttpEndpoint: "http_endpoint",
          HttpPutResponseHopLimit: "http_put_response_hop_limit",
          HttpTokens: "http_tokens",
        },
      },
      SecurityGroups: "security_groups",
      // which device the root volume is depends on the image
      Terraform: {
        object: {
          root_block_device: { block: "root_block_device", properties: { encrypted: "encrypted" } },
        },
      },
      UserData: { first: ["user_data", "user_data_base64"] },
    },
  },
];
