import type { HclValue } from "../../../languages/hcl/values/hcl-value.ts";
import { text } from "../../../languages/hcl/values/make-value.ts";
import { toModelValue } from "../../../languages/hcl/values/to-model.ts";
import { Unknown, emptyMap, plain, put } from "../../../model/value.ts";
import type { Value } from "../../../model/value.ts";
import { rebuildPolicyDocument } from "../rebuild-policy-document.ts";
import { fromModelValue } from "./from-model-value.ts";

/** What the computation of a data source needs. */
export interface DataSource {
  /** `aws_region` */
  readonly type: string;
  /** What the configuration sets. */
  readonly attributes: () => ReadonlyMap<string, HclValue>;
  /** Region and account of its provider configuration, as far as they are told. */
  readonly region: () => Value | undefined;
  readonly account: () => Value | undefined;
  readonly encodeJson: (value: HclValue) => HclValue;
}

/** An attribute of a data source that follows from the configuration alone; nothing for any other one. */
export function computedData(source: DataSource, attribute: string): HclValue | undefined {
  switch (source.type) {
    case "aws_iam_policy_document":
      return attribute === "json" || attribute === "minified_json" ? policyDocument(source) : undefined;
    case "aws_caller_identity":
      return attribute === "account_id" || attribute === "id" ? toHcl(source.account()) : undefined;
    case "aws_region":
      return ["name", "id", "region"].includes(attribute) ? toHcl(source.region()) : undefined;
    case "aws_partition":
      return partition(source, attribute);
    default:
      return undefined;
  }
}

function toHcl(value: Value | undefined): HclValue | undefined {
  const known = plain(value);
  return known === undefined ? undefined : fromModelValue(known);
}

/** The text of the document; where something in it is unknown, an unknown text that brings its data. */
function policyDocument(source: DataSource): HclValue {
  const attributes = emptyMap();
  for (const [name, value] of source.attributes()) {
    const held = withoutNulls(toModelValue(value));
    if (held !== null) put(attributes, name, held);
  }
  const document = rebuildPolicyDocument(attributes, (reason) => new Unknown(reason));
  return source.encodeJson(fromModelValue(document));
}

/** What is null in a block is not set. */
function withoutNulls(value: Value): Value {
  if (Array.isArray(value)) return value.map((item: Value) => withoutNulls(item));
  if (value === null || typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype) {
    return value;
  }
  const map = emptyMap();
  for (const [key, held] of Object.entries(value) as [string, Value][]) {
    if (held !== null) put(map, key, withoutNulls(held));
  }
  return map;
}

const PARTITIONS: readonly { readonly regions: RegExp; readonly name: string; readonly suffix: string }[] = [
  { regions: /^cn-/u, name: "aws-cn", suffix: "amazonaws.com.cn" },
  { regions: /^us-gov-/u, name: "aws-us-gov", suffix: "amazonaws.com" },
  { regions: /^(?:us-iso|us-isob|eu-isoe|us-isof)-/u, name: "", suffix: "" },
  { regions: /^[a-z]{2}-[a-z]+-\d$/u, name: "aws", suffix: "amazonaws.com" },
];

function partition({ region }: DataSource, attribute: string): HclValue | undefined {
  const told = plain(region());
  const found = typeof told === "string" ? PARTITIONS.find(({ regions }) => regions.test(told)) : undefined;
  if (found === undefined || found.name === "") return undefined;
  if (attribute === "partition" || attribute === "id") return text(found.name);
  if (attribute === "dns_suffix") return text(found.suffix);
  return attribute === "reverse_dns_prefix" ? text(found.suffix.split(".").reverse().join(".")) : undefined;
}
