import type { Feeds, Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

const METADATA: Feeds = {
  HttpEndpoint: "http_endpoint",
  HttpProtocolIpv6: "http_protocol_ipv6",
  HttpPutResponseHopLimit: "http_put_response_hop_limit",
  HttpTokens: "http_tokens",
  InstanceMetadataTags: "instance_metadata_tags",
};

export const ec2ComputeLenses: readonly Lens[] = [
  {
    type: "aws_instance",
    canonical: "AWS::EC2::Instance",
    identifiers: ["id", "arn"],
    properties: {
      AvailabilityZone: "availability_zone",
      BlockDeviceMappings: {
        blocks: "ebs_block_device",
        properties: {
          DeviceName: "device_name",
          Ebs: {
            object: {
              DeleteOnTermination: "delete_on_termination",
              Encrypted: "encrypted",
              KmsKeyId: "kms_key_id",
              SnapshotId: "snapshot_id",
              VolumeSize: "volume_size",
              VolumeType: "volume_type",
            },
          },
        },
      },
      DisableApiTermination: "disable_api_termination",
      EbsOptimized: "ebs_optimized",
      EnclaveOptions: { block: "enclave_options", properties: { Enabled: "enabled" } },
      IamInstanceProfile: "iam_instance_profile",
      ImageId: "ami",
      InstanceType: "instance_type",
      Ipv6AddressCount: { first: ["ipv6_address_count", { constant: 1, when: "ipv6_addresses" }] },
      KeyName: "key_name",
      LaunchTemplate: {
        block: "launch_template",
        properties: { LaunchTemplateId: "id", LaunchTemplateName: "name", Version: "version" },
      },
      MetadataOptions: { block: "metadata_options", properties: METADATA },
      Monitoring: "monitoring",
      // a public address is a matter of the first interface; interfaces of their own are named in blocks
      NetworkInterfaces: {
        first: [
          { blocks: "network_interface", properties: { NetworkInterfaceId: "network_interface_id" } },
          {
            object: {
              AssociatePublicIpAddress: "associate_public_ip_address",
              // the interface that comes with the instance is in the instance's subnet, and says nothing of its own
              SubnetId: { constant: "", when: "network_interface" },
            },
            inList: true,
          },
        ],
      },
      SecurityGroupIds: "vpc_security_group_ids",
      SecurityGroups: "security_groups",
      SourceDestCheck: "source_dest_check",
      SubnetId: "subnet_id",
      Tags: TAGS,
      Tenancy: "tenancy",
      // which device the root volume is depends on the image
      Terraform: {
        object: {
          root_block_device: {
            block: "root_block_device",
            properties: { encrypted: "encrypted", kms_key_id: "kms_key_id" },
          },
        },
      },
      UserData: { first: ["user_data", "user_data_base64"] },
    },
  },
  {
    type: "aws_launch_template",
    canonical: "AWS::EC2::LaunchTemplate",
    properties: {
      LaunchTemplateData: {
        object: {
          BlockDeviceMappings: {
            blocks: "block_device_mappings",
            properties: {
              DeviceName: "device_name",
              Ebs: {
                block: "ebs",
                properties: {
                  DeleteOnTermination: { attribute: "delete_on_termination", as: "boolean" },
                  Encrypted: { attribute: "encrypted", as: "boolean" },
                  Iops: "iops",
                  KmsKeyId: "kms_key_id",
                  SnapshotId: "snapshot_id",
                  Throughput: "throughput",
                  VolumeSize: "volume_size",
                  VolumeType: "volume_type",
                },
              },
              NoDevice: "no_device",
              VirtualName: "virtual_name",
            },
          },
          IamInstanceProfile: { block: "iam_instance_profile", properties: { Arn: "arn", Name: "name" } },
          ImageId: "image_id",
          InstanceType: "instance_type",
          KeyName: "key_name",
          MetadataOptions: { block: "metadata_options", properties: METADATA },
          Monitoring: { block: "monitoring", properties: { Enabled: "enabled" } },
          NetworkInterfaces: {
            blocks: "network_interfaces",
            properties: {
              AssociatePublicIpAddress: { attribute: "associate_public_ip_address", as: "boolean" },
              DeviceIndex: "device_index",
              Groups: "security_groups",
              Ipv6AddressCount: { first: ["ipv6_address_count", { constant: 1, when: "ipv6_addresses" }] },
              Ipv6PrefixCount: { first: ["ipv6_prefix_count", { constant: 1, when: "ipv6_prefixes" }] },
              NetworkInterfaceId: "network_interface_id",
              SubnetId: "subnet_id",
            },
          },
          SecurityGroupIds: "vpc_security_group_ids",
          SecurityGroups: "security_group_names",
          UserData: "user_data",
        },
      },
      LaunchTemplateName: "name",
      TagSpecifications: {
        object: { ResourceType: { constant: "launch-template" }, Tags: TAGS },
        inList: true,
      },
      VersionDescription: "description",
    },
  },
  {
    type: "aws_network_interface",
    canonical: "AWS::EC2::NetworkInterface",
    identifiers: ["id", "arn"],
    properties: {
      Description: "description",
      GroupSet: "security_groups",
      InterfaceType: "interface_type",
      Ipv6AddressCount: {
        first: [
          "ipv6_address_count",
          { constant: 1, when: "ipv6_addresses" },
          { constant: 1, when: "ipv6_address_list" },
        ],
      },
      Ipv6PrefixCount: { first: ["ipv6_prefix_count", { constant: 1, when: "ipv6_prefixes" }] },
      SourceDestCheck: "source_dest_check",
      SubnetId: "subnet_id",
      Tags: TAGS,
      // CloudFormation has a resource for it
      Terraform: { object: { attachment: { block: "attachment", properties: { instance: "instance" } } } },
    },
  },
];
