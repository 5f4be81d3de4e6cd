/** Where a type holds a secret, and nothing else: a password, a key, a token. */
export const SECRET_PLACES: Readonly<Record<string, readonly string[]>> = {
  "AWS::AmazonMQ::Broker": ["/LdapServerMetadata/ServiceAccountPassword", "/Users/*/Password"],
  "AWS::DMS::Endpoint": [
    "/Password",
    "/GcpMySQLSettings/Password",
    "/KafkaSettings/SaslPassword",
    "/KafkaSettings/SslClientKeyPassword",
    "/MicrosoftSqlServerSettings/Password",
    "/MongoDbSettings/Password",
    "/OracleSettings/AsmPassword",
    "/RedisSettings/AuthPassword",
  ],
  "AWS::DataSync::LocationObjectStorage": ["/SecretKey"],
  "AWS::DataSync::LocationSMB": ["/Password"],
  "AWS::DirectoryService::MicrosoftAD": ["/Password"],
  "AWS::DirectoryService::SimpleAD": ["/Password"],
  "AWS::DocDB::DBCluster": ["/MasterUserPassword"],
  "AWS::EMR::Cluster": [
    "/KerberosAttributes/ADDomainJoinPassword",
    "/KerberosAttributes/CrossRealmTrustPrincipalPassword",
    "/KerberosAttributes/KdcAdminPassword",
  ],
  "AWS::ElastiCache::ReplicationGroup": ["/AuthToken"],
  "AWS::Elasticsearch::Domain": ["/AdvancedSecurityOptions/MasterUserOptions/MasterUserPassword"],
  "AWS::Glue::Connection": ["/ConnectionInput/ConnectionProperties/PASSWORD"],
  "AWS::OpenSearchService::Domain": ["/AdvancedSecurityOptions/MasterUserOptions/MasterUserPassword"],
  "AWS::QuickSight::DataSource": ["/Credentials/CredentialPair/Password"],
  "AWS::RDS::DBCluster": ["/MasterUserPassword"],
  "AWS::RDS::DBInstance": ["/MasterUserPassword"],
  "AWS::Redshift::Cluster": ["/MasterUserPassword"],
  "AWS::RedshiftServerless::Namespace": ["/AdminUserPassword"],
  "AWS::SecretsManager::Secret": ["/SecretString"],
};

/** Where a type holds settings of the site's own, of which the names say whether one is a secret. */
export const SETTING_PLACES: Readonly<Record<string, readonly string[]>> = {
  "AWS::Batch::JobDefinition": [
    "/ContainerProperties/Environment/*",
    "/EcsProperties/TaskProperties/*/Containers/*/Environment/*",
    "/NodeProperties/NodeRangeProperties/*/Container/Environment/*",
  ],
  "AWS::ECS::TaskDefinition": ["/ContainerDefinitions/*/Environment/*"],
  "AWS::Lambda::Function": ["/Environment/Variables/*"],
};
