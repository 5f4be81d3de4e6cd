import { formatKey, inModule } from "../../languages/hcl/evaluator/instance-address.ts";
import type { Gap } from "../../model/diagnostic.ts";
import { lensOf } from "../terraform/lens-index.ts";
import { schemaSecrets } from "../terraform/schema-secrets.ts";
import { ALL_MARKED } from "./marks.ts";
import type { Mark, Marks } from "./marks.ts";
import { providerKey } from "./provider-key.ts";
import { marksOfPaths } from "./sensitive-paths.ts";
import type { RawInstance, RawResource, RawState } from "./state-document.ts";
import type { StateInstance } from "./state-instance.ts";

export interface ReadInstances {
  readonly instances: readonly StateInstance[];
  readonly gaps: readonly Gap[];
}

/** The instances of a raw state. */
export function readRaw(state: RawState): ReadInstances {
  const instances: StateInstance[] = [];
  const gaps: Gap[] = [];
  for (const [at, resource] of state.resources.entries()) {
    const { mode } = resource;
    if (mode !== "managed" && mode !== "data") continue;
    for (const [number, raw] of resource.instances.entries()) {
      const address = addressOf(resource, mode, raw);
      const values = valuesOf(raw);
      if (values === undefined) gaps.push(unreadable(address, raw));
      else instances.push(instanceOf(resource, mode, raw, { address, values, position: [at, number] }));
    }
  }
  return { instances, gaps };
}

function instanceOf(
  { type, provider }: RawResource,
  mode: StateInstance["mode"],
  raw: RawInstance,
  rest: Pick<StateInstance, "address" | "values" | "position">,
): StateInstance {
  return {
    ...rest,
    mode,
    type,
    provider: providerKey(provider, type),
    marks: [
      ...marksOfPaths(raw.sensitive_attributes),
      ...marksOfSchema(mode === "data" ? `data.${type}` : type),
    ],
    tainted: raw.status === "tainted",
    deposed: typeof raw.deposed === "string" ? raw.deposed : undefined,
  };
}

function addressOf({ module = "", type, name }: RawResource, mode: string, raw: RawInstance): string {
  const { index_key: key, deposed } = raw;
  const own = `${mode === "data" ? "data." : ""}${type}.${name}`;
  const keyed = typeof key === "string" || typeof key === "number" ? own + formatKey(key) : own;
  return inModule(module, typeof deposed === "string" ? `${keyed} (deposed ${deposed})` : keyed);
}

function valuesOf({ attributes }: RawInstance): Readonly<Record<string, unknown>> | undefined {
  return typeof attributes === "object" && attributes !== null && !Array.isArray(attributes)
    ? (attributes as Record<string, unknown>)
    : undefined;
}

function unreadable(subject: string, raw: RawInstance): Gap {
  const reason =
    "attributes_flat" in raw
      ? "it stands in the state as Terraform 0.11 wrote it; terraform apply -refresh-only writes it anew"
      : "the state holds no attributes of it; make the file again with: terraform state pull > terraform.tfstate";
  return { code: "terraform-state-attributes", subject, reason };
}

/**
 * A raw state of an older Terraform marks only what variables made sensitive, not what the provider's schema says. Of a
 * type whose schema is not known everything is hidden.
 */
function marksOfSchema(type: string): Marks {
  const known = MARKS.get(type);
  if (known !== undefined) return known;
  const tree: Mark | undefined = schemaSecrets(type);
  const marks = tree === undefined ? (hasLens(type) ? [] : ALL_MARKED) : isEmpty(tree) ? [] : [tree];
  MARKS.set(type, marks);
  return marks;
}

const MARKS = new Map<string, Marks>();

/** awscc marks nothing as sensitive: CloudFormation's schemas have no such word for what can be read back. */
function hasLens(type: string): boolean {
  return type.startsWith("awscc_") && lensOf(type) !== undefined;
}

function isEmpty(tree: Mark): boolean {
  return tree !== true && Object.keys(tree).length === 0;
}
