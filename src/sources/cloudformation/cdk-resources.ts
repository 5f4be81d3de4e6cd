import type { Origin, Resource } from "../../model/resource.ts";
import { Reference, Unknown, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";

/**
 * What the functions of CDK make of its custom resources, as the resources that they make: `Custom::LogRetention` is the
 * log group of a function, `Custom::S3BucketNotifications` the notifications of a bucket.
 */
export function withCdkResources(resources: readonly Resource[]): readonly Resource[] {
  const notifications = new Map(resources.flatMap(notificationsOf));
  return resources.map((resource) => {
    if (resource.type === "Custom::LogRetention") return logGroupOf(resource);
    const given = notifications.get(resource.id);
    return given === undefined ? resource : withNotifications(resource, given);
  });
}

/** https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/aws-logs/lib/log-retention.ts: without a key, and kept unless it says destroy. */
function logGroupOf(custom: Resource): Resource {
  const { LogGroupName, RetentionInDays, RemovalPolicy, CloudFormation, ServiceToken } = custom.properties;
  const name = plain(LogGroupName);
  const removal = plain(RemovalPolicy);
  const DeletionPolicy = removal instanceof Unknown ? removal : removal === "destroy" ? "Delete" : "Retain";
  return {
    ...custom,
    type: "AWS::Logs::LogGroup",
    writtenType: custom.type,
    ...(typeof name === "string" ? { name, identifiers: [name] } : {}),
    properties: {
      ...(LogGroupName === undefined ? {} : { LogGroupName }),
      ...(RetentionInDays === undefined ? {} : { RetentionInDays: numberOf(RetentionInDays) }),
      // tells which function does it
      ...(ServiceToken === undefined ? {} : { ServiceToken }),
      CloudFormation: {
        ...(isValueMap(CloudFormation) ? CloudFormation : {}),
        DeletionPolicy,
        UpdateReplacePolicy: DeletionPolicy,
      },
    },
  };
}

/** Custom resources get their numbers as text. */
function numberOf(value: Value): Value {
  return typeof value === "string" && /^\d+$/u.test(value) ? Number(value) : value;
}

function notificationsOf(custom: Resource): readonly (readonly [string, Resource])[] {
  if (custom.type !== "Custom::S3BucketNotifications") return [];
  const bucket = custom.properties["BucketName"];
  return bucket instanceof Reference ? [[bucket.target, custom]] : [];
}

const PROPERTY = "NotificationConfiguration";

function withNotifications(bucket: Resource, custom: Resource): Resource {
  const configured = custom.uncertain ?? configurationOf(custom.properties[PROPERTY]);
  const origin = (pointer: string): Origin =>
    pointer.startsWith(`/${PROPERTY}`)
      ? (custom.origin?.(pointer) ?? { address: custom.address })
      : (bucket.origin?.(pointer) ?? { address: bucket.address });
  return { ...bucket, properties: { ...bucket.properties, [PROPERTY]: configured }, origin };
}

/** The words of the API of S3, in which CDK writes it, as those of CloudFormation. */
const LISTS: Readonly<Record<string, readonly [list: string, arn: string, name: string]>> = {
  LambdaFunctionConfigurations: ["LambdaConfigurations", "LambdaFunctionArn", "Function"],
  QueueConfigurations: ["QueueConfigurations", "QueueArn", "Queue"],
  TopicConfigurations: ["TopicConfigurations", "TopicArn", "Topic"],
};

function configurationOf(written: Value | undefined): Value {
  const known = plain(written);
  if (!isValueMap(known)) return known instanceof Unknown ? known : {};
  const configured: Record<string, Value> = {};
  for (const [list, [named, arn, name]] of Object.entries(LISTS)) {
    const items = plain(known[list]);
    if (items instanceof Unknown) configured[named] = items;
    else if (isValueList(items)) configured[named] = items.flatMap((item) => perEvent(item, arn, name));
  }
  if (known["EventBridgeConfiguration"] !== undefined) {
    configured["EventBridgeConfiguration"] = { EventBridgeEnabled: true };
  }
  return configured;
}

/** CloudFormation has an item for each event, the API one for several. */
function perEvent(item: Value, arn: string, name: string): readonly Value[] {
  const known = plain(item);
  if (!isValueMap(known)) return [item];
  const filter = filterOf(known["Filter"]);
  const target: ValueMap = {
    ...(known[arn] === undefined ? {} : { [name]: known[arn] }),
    ...(filter === undefined ? {} : { Filter: filter }),
  };
  const events = plain(known["Events"]);
  return isValueList(events)
    ? events.map((Event) => ({ Event, ...target }))
    : [{ ...(events === undefined ? {} : { Event: events }), ...target }];
}

function filterOf(written: Value | undefined): Value | undefined {
  const filter = plain(written);
  const key = isValueMap(filter) ? plain(filter["Key"]) : filter;
  const rules = isValueMap(key) ? key["FilterRules"] : key;
  return rules === undefined || rules instanceof Unknown ? rules : { S3Key: { Rules: rules } };
}
