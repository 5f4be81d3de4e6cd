import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Reference } from "../../model/value.ts";

/** The custom resources of CDK itself: aws-cdk-lib 2.276. Those that people write have functions that people write. */
const CUSTOM_RESOURCES: ReadonlySet<string> = new Set(
  (
    "AWS AWSCDK-EKS-Cluster AWSCDKCfnJson AWSCDKCfnJsonStringify AWSCDKOpenIdConnectProvider CDKBucketDeployment " +
    "CloudwatchLogResourcePolicy CrossAccountZoneDelegation CrossRegionExportReader CrossRegionExportWriter " +
    "CrossRegionStringParameterReader DeleteExistingRecordSet DescribeCognitoUserPoolClient DynamoDBReplica " +
    "ECRAutoDeleteImages ElasticsearchAccessPolicy GluePartitionIndex LogRetention OpenSearchAccessPolicy " +
    "S3AutoDeleteObjects S3BucketNotifications Trigger UserPoolCloudFrontDomainName VpcRestrictDefaultSG"
  )
    .split(" ")
    .map((name) => `Custom::${name}`),
);

const HANDLERS = new WeakMap<ResourceGraph, ReadonlySet<string>>();

/**
 * Whether CDK wrote the function, to carry out custom resources of its own: CloudFormation calls it when the stack
 * changes, and no data of the stack reaches it.
 */
export function isCdkHandler({ id, type }: Resource, graph: ResourceGraph): boolean {
  return type === "AWS::Lambda::Function" && handlersOf(graph).has(id);
}

function handlersOf(graph: ResourceGraph): ReadonlySet<string> {
  const known = HANDLERS.get(graph);
  if (known !== undefined) return known;
  const handlers = new Set<string>();
  const { resources } = graph;
  // by number: most inputs have no such resource among thousands
  for (let at = 0; at < resources.length; at += 1) {
    const resource = resources[at] as Resource;
    if (!CUSTOM_RESOURCES.has(resource.writtenType ?? resource.type)) continue;
    const token = propertyAt(resource, "/ServiceToken");
    if (token instanceof Reference) handlers.add(token.target);
  }
  HANDLERS.set(graph, handlers);
  return handlers;
}
