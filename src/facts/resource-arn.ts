import { propertyAt } from "../model/resource.ts";
import type { Resource } from "../model/resource.ts";
import { both } from "../model/truth.ts";
import type { Truth } from "../model/truth.ts";
import { plain } from "../model/value.ts";
import type { Value } from "../model/value.ts";

/** How the ARN of a type is made of the resource's name. S3 and IAM leave out the region, S3 the account, too. */
interface ArnForm {
  readonly service: string;
  readonly prefix: string;
  readonly nameAt: string;
  readonly global?: "region" | "region and account";
}

const FORMS: Readonly<Record<string, ArnForm>> = {
  "AWS::DynamoDB::GlobalTable": { service: "dynamodb", prefix: "table/", nameAt: "/TableName" },
  "AWS::DynamoDB::Table": { service: "dynamodb", prefix: "table/", nameAt: "/TableName" },
  "AWS::IAM::Role": { service: "iam", prefix: "role", nameAt: "/RoleName", global: "region" },
  "AWS::Lambda::Function": { service: "lambda", prefix: "function:", nameAt: "/FunctionName" },
  "AWS::StepFunctions::StateMachine": {
    service: "states",
    prefix: "stateMachine:",
    nameAt: "/StateMachineName",
  },
  "AWS::S3::Bucket": { service: "s3", prefix: "", nameAt: "/BucketName", global: "region and account" },
};

/** An ARN in parts, as far as they are known. */
export interface ArnParts {
  readonly service: string;
  readonly region: string | undefined;
  readonly account: string | undefined;
  /** `table/consent-ledger` */
  readonly resource: string;
}

/** An ARN that is written out. */
type WrittenArn = ArnParts & { readonly region: string; readonly account: string };

export function hasArnForm(type: string): boolean {
  return Object.hasOwn(FORMS, type);
}

/** True for an ARN that may be that of a resource of the type, or of something inside it. */
export function mayBeOfType({ service, resource }: ArnParts, type: string): boolean {
  const form = Object.hasOwn(FORMS, type) ? FORMS[type] : undefined;
  return form?.service === service && resource.startsWith(form.prefix);
}

/** The ARN of a resource as far as its type, its name and its place tell it; `undefined` when they do not. */
export function arnOf(resource: Resource, account?: string): ArnParts | undefined {
  const form = FORMS[resource.type];
  if (form === undefined) return undefined;
  const name = textOf(propertyAt(resource, form.nameAt)) ?? resource.name;
  if (name === undefined) return undefined;
  return {
    service: form.service,
    region: form.global === undefined ? textOf(resource.placement?.region) : "",
    account: form.global === "region and account" ? "" : (textOf(resource.placement?.account) ?? account),
    resource: `${form.prefix}${pathOf(resource)}${name}`,
  };
}

/** Roles have a path between `role` and their name, which is `/` unless they say otherwise. */
function pathOf(resource: Resource): string {
  return resource.type === "AWS::IAM::Role" ? (textOf(propertyAt(resource, "/Path")) ?? "/") : "";
}

/** Whether a text is the ARN of the resource, or of something inside it: a stream of a table, a version of a function. */
export function isArnOf(text: string, parts: ArnParts): Truth {
  const written = parseArn(text);
  return written === undefined ? false : isNamed(written, parts);
}

function isNamed(written: WrittenArn, parts: ArnParts): Truth {
  if (written.service !== parts.service || !isSameOrInside(written.resource, parts.resource)) return false;
  return both(isSame(written.region, parts.region), isSame(written.account, parts.account));
}

/** `arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE`; `undefined` for any other text. */
export function parseArn(text: string): WrittenArn | undefined {
  const [arn, , service = "", region = "", account = "", ...rest] = text.split(":");
  return arn !== "arn" || rest.length === 0
    ? undefined
    : { service, region, account, resource: rest.join(":") };
}

/** Finds the resources that an ARN certainly names by type, name, region and account; by name, so that it stays quick. */
export function indexArns(resources: readonly Resource[]): (text: string) => readonly Resource[] {
  const named = new Map<string, { readonly resource: Resource; readonly parts: ArnParts }[]>();
  for (const resource of resources) {
    const parts = arnOf(resource);
    if (parts === undefined) continue;
    const key = `${parts.service} ${parts.resource}`;
    const others = named.get(key);
    if (others === undefined) named.set(key, [{ resource, parts }]);
    else others.push({ resource, parts });
  }
  return (text) => {
    const written = parseArn(text);
    if (written === undefined) return [];
    const candidates = partsFromOutside(written.resource).flatMap(
      (part) => named.get(`${written.service} ${part}`) ?? [],
    );
    return candidates.filter(({ parts }) => isNamed(written, parts) === true).map(({ resource }) => resource);
  };
}

/** `table/x/stream/1` and what it may lie in: `table/x/stream`, `table/x`, `table`. */
function partsFromOutside(resource: string): readonly string[] {
  const parts = [resource];
  for (let index = resource.length - 1; index > 0; index -= 1) {
    if (resource[index] === "/" || resource[index] === ":") parts.push(resource.slice(0, index));
  }
  return parts;
}

function isSameOrInside(written: string, own: string): boolean {
  return written === own || written.startsWith(`${own}/`) || written.startsWith(`${own}:`);
}

function isSame(written: string, own: string | undefined): Truth {
  return own === undefined ? "unknown" : written === own;
}

function textOf(value: Value | undefined): string | undefined {
  const known = plain(value);
  return typeof known === "string" && known !== "" ? known : undefined;
}
