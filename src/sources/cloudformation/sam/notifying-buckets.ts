import { memberOf, scalarText } from "../../../languages/cloudformation/template-node.ts";
import type {
  TemplateEntry,
  TemplateMap,
  TemplateNode,
} from "../../../languages/cloudformation/template-node.ts";
import { getAttNode, itemsOf, listOf, mapOf } from "./nodes.ts";
import { eventsOf } from "./read-events.ts";

type Entries = ReadonlyMap<string, TemplateEntry>;

/** The resources with what SAM writes into the buckets whose events call functions. */
export function notifyingBuckets(written: TemplateMap, made: Entries): Entries {
  const entries = new Map(made);
  for (const [functionId, { value }] of written.entries) {
    if (scalarText(memberOf(value, "Type")) !== "AWS::Serverless::Function") continue;
    for (const event of eventsOf(functionId, memberOf(memberOf(value, "Properties"), "Events"))) {
      const bucketId = scalarText(memberOf(memberOf(event.properties, "Bucket"), "Ref"));
      const bucket = bucketId === undefined ? undefined : entries.get(bucketId);
      if (event.type !== "S3" || bucketId === undefined || bucket === undefined) continue;
      const notifications = itemsOf(memberOf(event.properties, "Events")).map((name) =>
        mapOf(
          {
            Event: name,
            Filter: memberOf(event.properties, "Filter"),
            Function: getAttNode(functionId, "Arn", event.offset),
          },
          event.offset,
        ),
      );
      entries.set(bucketId, { ...bucket, value: withNotifications(bucket.value, notifications) });
    }
  }
  return entries;
}

function withNotifications(bucket: TemplateNode, notifications: readonly TemplateNode[]): TemplateNode {
  const at = ["Properties", "NotificationConfiguration"];
  return changed(bucket, at, (configuration) =>
    changed(configuration, ["LambdaConfigurations"], (list) =>
      listOf([...itemsOf(list), ...notifications], list?.offset ?? bucket.offset),
    ),
  );
}

/** The node with one of its parts changed; what is no map stays as it is. */
function changed(
  node: TemplateNode | undefined,
  [key, ...rest]: readonly string[],
  change: (part: TemplateNode | undefined) => TemplateNode,
): TemplateNode {
  if (key === undefined) return change(node);
  const map = node ?? mapOf({}, 0);
  if (map.kind !== "map") return map;
  const entry = map.entries.get(key);
  const value = changed(entry?.value, rest, change);
  const entries = new Map(map.entries).set(key, { keyOffset: entry?.keyOffset ?? map.offset, value });
  return { ...map, entries };
}
