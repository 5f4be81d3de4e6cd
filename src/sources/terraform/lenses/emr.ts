import type { Lens } from "../lens.ts";
import { TAGS } from "./tags.ts";

export const emrLenses: readonly Lens[] = [
  {
    type: "aws_emr_cluster",
    canonical: "AWS::EMR::Cluster",
    properties: {
      CustomAmiId: "custom_ami_id",
      Instances: {
        object: {
          Ec2KeyName: "ec2_attributes.key_name",
          Ec2SubnetId: "ec2_attributes.subnet_id",
          Ec2SubnetIds: "ec2_attributes.subnet_ids",
          EmrManagedMasterSecurityGroup: "ec2_attributes.emr_managed_master_security_group",
          EmrManagedSlaveSecurityGroup: "ec2_attributes.emr_managed_slave_security_group",
          KeepJobFlowAliveWhenNoSteps: "keep_job_flow_alive_when_no_steps",
          ServiceAccessSecurityGroup: "ec2_attributes.service_access_security_group",
          TerminationProtected: "termination_protection",
        },
      },
      JobFlowRole: "ec2_attributes.instance_profile",
      KerberosAttributes: {
        block: "kerberos_attributes",
        properties: {
          ADDomainJoinPassword: "ad_domain_join_password",
          CrossRealmTrustPrincipalPassword: "cross_realm_trust_principal_password",
          KdcAdminPassword: "kdc_admin_password",
          Realm: "realm",
        },
      },
      LogEncryptionKmsKeyId: "log_encryption_kms_key_id",
      LogUri: "log_uri",
      Name: "name",
      ReleaseLabel: "release_label",
      SecurityConfiguration: "security_configuration",
      ServiceRole: "service_role",
      Tags: TAGS,
    },
  },
  {
    type: "aws_emr_security_configuration",
    canonical: "AWS::EMR::SecurityConfiguration",
    properties: { Name: "name", SecurityConfiguration: { attribute: "configuration", as: "json" } },
  },
];
