/**
 * Where a lens leaves the schemas on purpose: what lens-problems says, word for word, and why it is right all the same.
 * A deviation that is gone has to go from here.
 */
export const KNOWN_DEVIATIONS: Readonly<Record<string, string>> = {
  ...because("the provider's code admits one such block in a rule; its schema does not say so", [
    "aws_s3_bucket_lifecycle_configuration: /LifecycleConfiguration/Rules/*/ExpirationDate: expiration repeats, so a dot cannot lead through it",
    "aws_s3_bucket_lifecycle_configuration: /LifecycleConfiguration/Rules/*/ExpirationInDays: expiration repeats, so a dot cannot lead through it",
    "aws_s3_bucket_lifecycle_configuration: /LifecycleConfiguration/Rules/*/ExpiredObjectDeleteMarker: expiration repeats, so a dot cannot lead through it",
    "aws_s3_bucket_lifecycle_configuration: /LifecycleConfiguration/Rules/*/Prefix: filter repeats, so a dot cannot lead through it",
    "aws_s3_bucket_lifecycle_configuration: /LifecycleConfiguration/Rules/*/TagFilters: filter repeats, so a dot cannot lead through it",
  ]),
  ...because("the containers of multi-node jobs have the same JSON; what only Fargate takes is never in it", [
    "aws_batch_job_definition: /NodeProperties/NodeRangeProperties/*/Container/NetworkConfiguration is no property",
    "aws_batch_job_definition: /NodeProperties/NodeRangeProperties/*/Container/FargatePlatformConfiguration is no property",
    "aws_batch_job_definition: /NodeProperties/NodeRangeProperties/*/EcsProperties/TaskProperties/*/NetworkConfiguration is no property",
    "aws_batch_job_definition: /NodeProperties/NodeRangeProperties/*/EcsProperties/TaskProperties/*/PlatformVersion is no property",
  ]),
  ...because("CloudFormation does not manage what EC2 makes by itself; the name is that of EC2's own API", [
    "aws_default_vpc: /IsDefault is no property",
    "aws_default_subnet: /DefaultForAz is no property",
    "aws_default_network_acl: /IsDefault is no property",
    "aws_default_route_table: /Associations is no property",
    "aws_default_route_table: /PropagatingVgws is no property",
    "aws_route_table: /PropagatingVgws is no property",
  ]),
  ...because("the provider reads the first of these blocks alone; its schema does not say so", [
    "azurerm_batch_account: /properties/encryption/keyVaultProperties/keyIdentifier: encryption repeats, so a dot cannot lead through it",
    "azurerm_container_registry: /properties/encryption/keyVaultProperties/identity: encryption repeats, so a dot cannot lead through it",
    "azurerm_container_registry: /properties/encryption/keyVaultProperties/keyIdentifier: encryption repeats, so a dot cannot lead through it",
    "azurerm_container_registry: /properties/encryption/status: encryption repeats, so a dot cannot lead through it",
  ]),
  ...because("older versions of the API have it, and the lens tells that azurerm never writes it", [
    "azurerm_linux_web_app: /properties/vnetRouteAllEnabled is no property",
    "azurerm_linux_web_app_slot: /properties/vnetRouteAllEnabled is no property",
    "azurerm_linux_function_app: /properties/vnetRouteAllEnabled is no property",
    "azurerm_linux_function_app_slot: /properties/vnetRouteAllEnabled is no property",
    "azurerm_windows_web_app: /properties/vnetRouteAllEnabled is no property",
    "azurerm_windows_web_app_slot: /properties/vnetRouteAllEnabled is no property",
    "azurerm_windows_function_app: /properties/vnetRouteAllEnabled is no property",
    "azurerm_windows_function_app_slot: /properties/vnetRouteAllEnabled is no property",
  ]),
  ...because("versions of the API before 2021-09-01 have it, and version 4 of azurerm still takes it", [
    "azurerm_container_group: /properties/networkProfile is no property",
  ]),
  ...because(
    "a filter has one such block, as the API takes one table; the provider's schema does not say so",
    [
      "aws_lakeformation_data_cells_filter: table_data repeats, so a dot cannot lead through it",
      "aws_lakeformation_data_cells_filter: /ColumnNames: table_data repeats, so a dot cannot lead through it",
      "aws_lakeformation_data_cells_filter: /ColumnWildcard: table_data repeats, so a dot cannot lead through it",
      "aws_lakeformation_data_cells_filter: /DatabaseName: table_data repeats, so a dot cannot lead through it",
      "aws_lakeformation_data_cells_filter: /Name: table_data repeats, so a dot cannot lead through it",
      "aws_lakeformation_data_cells_filter: /RowFilter: table_data repeats, so a dot cannot lead through it",
      "aws_lakeformation_data_cells_filter: /TableCatalogId: table_data repeats, so a dot cannot lead through it",
      "aws_lakeformation_data_cells_filter: /TableName: table_data repeats, so a dot cannot lead through it",
    ],
  ),
  ...because("the kind is that of a preview version of the API; the extract is of the last stable one", [
    'azurerm_sentinel_alert_rule_machine_learning_behavior_analytics: /kind: "MLBehaviorAnalytics" does not fit: the property takes one of ["Fusion","MicrosoftSecurityIncidentCreation","Scheduled"]',
    'azurerm_sentinel_alert_rule_nrt: /kind: "NRT" does not fit: the property takes one of ["Fusion","MicrosoftSecurityIncidentCreation","Scheduled"]',
    'azurerm_sentinel_alert_rule_threat_intelligence: /kind: "ThreatIntelligence" does not fit: the property takes one of ["Fusion","MicrosoftSecurityIncidentCreation","Scheduled"]',
  ]),
  ...because("CloudFormation writes ports as text, and who reads them takes numbers, too", [
    'aws_elb: /Listeners/*/LoadBalancerPort: lb_port is "number", and the property takes string',
    'aws_lb_ssl_negotiation_policy: /Policies/*/LoadBalancerPorts: lb_port is ["list","number"] after "list", and the property takes a list of string',
  ]),
  ...because("CloudFormation cannot make a key in a custom key store; the name is that of the KMS API", [
    'aws_kms_key: /Origin: "AWS_CLOUDHSM" does not fit: the property takes one of ["AWS_KMS","EXTERNAL"]',
  ]),
};

/** A pointer that a rule reads and a lens does not feed: what the rule then says of such a resource is unknown. */
export interface KnownGap {
  readonly lens: string;
  readonly pointer: string;
  readonly reason: string;
}

export const KNOWN_GAPS: readonly KnownGap[] = [
  {
    lens: "azurerm_healthcare_fhir_service",
    pointer: "/properties/encryption/customerManagedKeyEncryption/keyEncryptionKeyUrl",
    reason: "the provider has no argument for the key, and azapi_update_resource may set it",
  },
  {
    lens: "aws_kms_external_key",
    pointer: "/RotationPeriodInDays",
    reason: "imported key material does not rotate, so no rule on rotation applies to it",
  },
  ...["AUDIT_LOGS", "ES_APPLICATION_LOGS"].flatMap((log) =>
    [`${log}/CloudWatchLogsLogGroupArn`, `${log}/Enabled`].map((part) => ({
      lens: "awscc_opensearchservice_domain",
      pointer: `/LogPublishingOptions/${part}`,
      reason: "maps of awscc are not mapped, because their keys are the user's",
    })),
  ),
];

/** Types that rules read and no Terraform provider has, each with a reason. */
export const TYPES_WITHOUT_LENS: Readonly<Record<string, string>> = {
  "AWS::CloudFormation::StackSet":
    "Terraform names the regions in resources of their own, with a rule of theirs",
};

function because(reason: string, problems: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(problems.map((problem) => [problem, reason]));
}
