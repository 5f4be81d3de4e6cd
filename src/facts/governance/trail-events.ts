import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { Unknown, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";

/** What a selector lets through of one kind of event. */
export interface SelectedEvents {
  /** `Management`, or the type of the resources of data events: `AWS::S3::Object`. */
  readonly kind: string;
  readonly reads: boolean;
  readonly writes: boolean;
}

/**
 * The events that the selectors of a trail or event data store let through whole: of every resource of the kind. A
 * selector of which something is not known is an item that is not known; one for named resources is left out.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html
 */
export function selectedEvents(trail: Resource): readonly (SelectedEvents | Unknown)[] {
  // event data stores have advanced selectors alone
  const basic = trail.type === "AWS::CloudTrail::Trail" ? listAt(trail, "/EventSelectors") : [];
  const advanced = listAt(trail, "/AdvancedEventSelectors");
  if (basic.length === 0 && advanced.length === 0) {
    return [{ kind: "Management", reads: true, writes: true }];
  }
  return [...basic.flatMap(ofBasic), ...advanced.flatMap(ofAdvanced)];
}

function listAt(resource: Resource, pointer: string): readonly Value[] {
  return listOf(propertyAt(resource, pointer));
}

function listOf(value: Value | undefined): readonly Value[] {
  const list = plain(value);
  if (isValueList(list)) return list;
  return list instanceof Unknown ? [list] : [];
}

function ofBasic(value: Value): readonly (SelectedEvents | Unknown)[] {
  const selector = plain(value);
  if (!isValueMap(selector)) return selector instanceof Unknown ? [selector] : [];
  const readWrite = plain(selector["ReadWriteType"] ?? "All");
  const management = plain(selector["IncludeManagementEvents"] ?? true);
  if (readWrite instanceof Unknown) return [readWrite];
  const scope = { reads: readWrite !== "WriteOnly", writes: readWrite !== "ReadOnly" };
  const kinds = listOf(selector["DataResources"]).flatMap(wholeKind);
  return [
    ...(management === false ? [] : management instanceof Unknown ? [management] : ["Management"]),
    ...kinds,
  ].map((kind) => (kind instanceof Unknown ? kind : { kind, ...scope }));
}

/** The type of data resources, when one of the values stands for all of them: `arn:aws:s3`, `arn:aws:s3:::`. */
function wholeKind(value: Value): readonly (string | Unknown)[] {
  const resources = plain(value);
  if (!isValueMap(resources)) return resources instanceof Unknown ? [resources] : [];
  const type = plain(resources["Type"]);
  if (type instanceof Unknown) return [type];
  const values = listOf(resources["Values"]).map((item) => plain(item));
  if (typeof type === "string" && values.some(isWholeArn)) return [type];
  const open = values.find((item) => item instanceof Unknown);
  return open instanceof Unknown ? [open] : [];
}

function isWholeArn(value: Value | undefined): boolean {
  return typeof value === "string" && /^arn:[^:]*:[^:]+:*$/.test(value);
}

function ofAdvanced(value: Value): readonly (SelectedEvents | Unknown)[] {
  const selector = plain(value);
  if (!isValueMap(selector)) return selector instanceof Unknown ? [selector] : [];
  const fields = listOf(selector["FieldSelectors"]).map((item) => plain(item));
  const open = fields.find((field) => !isValueMap(field) || partsOf(field).some(isOpen));
  if (open !== undefined) {
    return [open instanceof Unknown ? open : new Unknown("a field of an event selector is not known")];
  }
  const known = fields.filter((field) => isValueMap(field));
  if (known.some(narrows)) return [];
  const categories = equalsOf(known, "eventCategory");
  const readOnly = equalsOf(known, "readOnly");
  const scope = { reads: !readOnly.includes("false"), writes: !readOnly.includes("true") };
  const kinds = categories.includes("Data") ? equalsOf(known, "resources.type") : [];
  return [...(categories.includes("Management") ? ["Management"] : []), ...kinds].map((kind) => ({
    kind,
    ...scope,
  }));
}

function partsOf(field: ValueMap): readonly Value[] {
  return Object.values(field).flatMap((part) => listOf(part));
}

function isOpen(value: Value): boolean {
  return plain(value) instanceof Unknown;
}

const SORTS_OF_EVENTS = ["eventCategory", "resources.type", "readOnly"];
const WAYS_TO_NAME = ["Equals", "StartsWith", "EndsWith"];

/** Whether the field keeps to named resources or calls; leaving some out, such as the trail's own bucket, does not. */
function narrows(field: ValueMap): boolean {
  const name = plain(field["Field"]);
  if (typeof name === "string" && SORTS_OF_EVENTS.includes(name)) return false;
  return WAYS_TO_NAME.some((way) => {
    const values = listOf(field[way]).map((item) => plain(item));
    return values.length > 0 && !values.some(isWholeArn);
  });
}

function equalsOf(fields: readonly ValueMap[], name: string): readonly string[] {
  return fields
    .filter((field) => plain(field["Field"]) === name)
    .flatMap((field) => listOf(field["Equals"]).map((item) => plain(item)))
    .filter((item) => typeof item === "string");
}
