import { EvaluationError } from "../../../languages/hcl/values/evaluation-error.ts";
import { STRING } from "../../../languages/hcl/values/hcl-value.ts";
import type { Elements, HclValue } from "../../../languages/hcl/values/hcl-value.ts";
import { EMPTY_OBJECT, text, unknown } from "../../../languages/hcl/values/make-value.ts";
import { toModelValue } from "../../../languages/hcl/values/to-model.ts";
import { Reference, Unknown, emptyMap, isValueList, isValueMap, plain, put } from "../../../model/value.ts";
import type { Value } from "../../../model/value.ts";
import { rebuildPolicyDocument } from "../rebuild-policy-document.ts";
import { azureDataId } from "./azure-data-id.ts";
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
  /** What the account is called where nothing tells it: that of whatever has the same provider configuration. */
  readonly ownAccount: () => Value | undefined;
  readonly encodeJson: (value: HclValue) => HclValue;
  /** Throws `EvaluationError` for a template that Terraform refuses. */
  readonly renderTemplate: (template: HclValue, variables: HclValue) => HclValue;
}

/** An attribute of a data source that follows from the configuration alone; nothing for any other one. */
export function computedData(source: DataSource, attribute: string): HclValue | undefined {
  switch (source.type) {
    case "aws_iam_policy_document":
      if (attribute === "json") return policyDocument(source, 2);
      return attribute === "minified_json" ? policyDocument(source, 0) : undefined;
    case "aws_caller_identity":
      return callerIdentity(source, attribute);
    case "aws_region":
      return ["name", "id", "region"].includes(attribute) ? toHcl(source.region()) : undefined;
    case "aws_partition":
      return partition(source, attribute);
    case "aws_service_principal":
      return attribute === "name" ? servicePrincipal(source) : undefined;
    case "aws_vpc_endpoint_service":
      return attribute === "service_name" ? endpointService(source) : undefined;
    case "template_file":
      return attribute === "rendered" ? rendered(source) : undefined;
    case "azurerm_client_config":
      return attribute === "subscription_id" ? toHcl(source.account()) : undefined;
    case "azurerm_subscription":
      return subscription(source, attribute);
    default:
      return attribute === "id"
        ? azureDataId(source.type, source.attributes(), toHcl(source.account()))
        : undefined;
  }
}

/** What `templatefile` does since Terraform 0.12; before that `vars` was a block. */
function rendered({ attributes, renderTemplate }: DataSource): HclValue | undefined {
  const template = attributes().get("template");
  const written = attributes().get("vars");
  const variables = Array.isArray(written?.data) ? (written.data as Elements)[0] : written;
  if (template === undefined || template.isNull) return undefined;
  try {
    return renderTemplate(template, variables === undefined || variables.isNull ? EMPTY_OBJECT : variables);
  } catch (error) {
    if (error instanceof EvaluationError) return undefined;
    throw error;
  }
}

/** Outside of China, where some services have a name of their own, it is the same in every region. */
function servicePrincipal(source: DataSource): HclValue | undefined {
  const service = source.attributes().get("service_name")?.data;
  const suffix = isRegionOfItsOwn(source) ? undefined : partition(source, "dns_suffix")?.data;
  return typeof service === "string" && suffix === "amazonaws.com" ? text(`${service}.${suffix}`) : undefined;
}

/** The name that it is looked up by: `ecr.api` is com.amazonaws.us-east-1.ecr.api. */
function endpointService(source: DataSource): HclValue | undefined {
  const [service, name] = ["service", "service_name"].map((key) => source.attributes().get(key));
  if (name !== undefined && name.data !== null) return name;
  const suffix = isRegionOfItsOwn(source) ? undefined : partition(source, "reverse_dns_prefix")?.data;
  const region = plain(source.region());
  if (typeof service?.data !== "string" || typeof region !== "string" || typeof suffix !== "string") {
    return undefined;
  }
  return text(`${suffix}.${region}.${service.data}`);
}

function isRegionOfItsOwn({ attributes }: DataSource): boolean {
  const region = attributes().get("region");
  return region !== undefined && region.data !== null;
}

/** Who deploys: a user or a role of the account, whichever that is. */
function callerIdentity({ account, ownAccount }: DataSource, attribute: string): HclValue | undefined {
  const told = toHcl(account() ?? ownAccount());
  if (attribute === "account_id" || attribute === "id") return told;
  if (attribute !== "arn" || told === undefined) return undefined;
  const reason = "known after apply: who deploys";
  const open = unknown(STRING, reason);
  const id = typeof told.data === "string" ? told.data : told;
  const pieces =
    typeof id === "string" ? ["arn:", open, `::${id}:`, open] : ["arn:", open, "::", id, ":", open];
  return unknown(STRING, reason, [], { notNull: true, text: pieces });
}

/** Without an id of its own it is the subscription that the provider deploys to; whichever it is, its id is that of one. */
function subscription({ attributes, account }: DataSource, attribute: string): HclValue | undefined {
  if (attribute !== "id" && attribute !== "subscription_id") return undefined;
  const own = attributes().get("subscription_id");
  const isNamed = (own?.data ?? null) !== null;
  const told = isNamed ? own : toHcl(account());
  if (attribute === "subscription_id") return told;
  if (typeof told?.data === "string") return text(`/subscriptions/${told.data}`);
  const reason = "known after apply: the id of the subscription";
  const open = told ?? unknown(STRING, reason);
  return unknown(STRING, reason, [], { notNull: true, text: ["/subscriptions/", open] });
}

function toHcl(value: Value | undefined): HclValue | undefined {
  const known = plain(value);
  return known === undefined ? undefined : fromModelValue(known);
}

/** The text of the document as the provider writes it; where something in it is unknown, one that brings its data. */
function policyDocument(source: DataSource, indentation: number): HclValue {
  const attributes = emptyMap();
  for (const [name, value] of source.attributes()) {
    const held = withoutNulls(toModelValue(value));
    if (held !== null) put(attributes, name, held);
  }
  const document = rebuildPolicyDocument(attributes, (reason) => new Unknown(reason));
  const known = withoutReferences(document);
  if (known === undefined) return source.encodeJson(fromModelValue(document));
  return text(
    JSON.stringify(known, undefined, indentation).replaceAll(
      /[<>&\u2028\u2029]/gu,
      (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
    ),
  );
}

/** The value as JSON has it, or nothing when something in it is unknown or sensitive. */
function withoutReferences(value: Value): Value | undefined {
  if (value instanceof Reference) {
    return value.value === undefined ? undefined : withoutReferences(value.value);
  }
  if (value === null || typeof value !== "object") return value;
  if (isValueList(value)) {
    const items = value.map(withoutReferences).filter((item) => item !== undefined);
    return items.length === value.length ? items : undefined;
  }
  if (!isValueMap(value)) return undefined;
  const map = emptyMap();
  for (const [key, held] of Object.entries(value)) {
    const known = withoutReferences(held);
    if (known === undefined) return undefined;
    put(map, key, known);
  }
  return map;
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
