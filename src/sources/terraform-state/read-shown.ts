import type { Gap } from "../../model/diagnostic.ts";
import type { ReadInstances } from "./read-raw.ts";
import { schemaSecrets } from "../terraform/schema-secrets.ts";
import { ALL_MARKED, asMark } from "./marks.ts";
import type { Marks } from "./marks.ts";
import { nameOf } from "./provider-key.ts";
import type { ShownModule, ShownResource, ShownState } from "./state-document.ts";
import type { StateInstance } from "./state-instance.ts";

/** The instances that `terraform show -json` prints of a state. It tells the provider, and not which configuration of it. */
export function readShown(state: ShownState): ReadInstances {
  const instances: StateInstance[] = [];
  const gaps: Gap[] = [];
  const root = state.values?.root_module;
  const open: ShownModule[] = root === undefined ? [] : [root];
  for (let module = open.pop(); module !== undefined; module = open.pop()) {
    for (const resource of module.resources ?? []) {
      const instance = instanceOf(resource);
      if (instance === undefined) continue;
      if (instance.values === undefined) gaps.push(withoutValues(instance.address));
      else instances.push({ ...instance, values: instance.values });
    }
    // the first child is the next to be read
    open.push(...[...(module.child_modules ?? [])].reverse());
  }
  return { instances, gaps };
}

type Unread = Omit<StateInstance, "values"> & { readonly values: StateInstance["values"] | undefined };

function instanceOf(resource: ShownResource): Unread | undefined {
  const { address, mode, type, values, deposed_key: deposed } = resource;
  if (mode !== "managed" && mode !== "data") return undefined;
  const isDeposed = typeof deposed === "string";
  return {
    address: isDeposed ? `${address} (deposed ${deposed})` : address,
    mode,
    type,
    provider: nameOf(resource.provider_name) ?? type.split("_")[0] ?? type,
    values:
      typeof values === "object" && values !== null && !Array.isArray(values)
        ? (values as Record<string, unknown>)
        : undefined,
    marks: marksOf(resource),
    tainted: resource.tainted === true,
    deposed: isDeposed ? deposed : undefined,
  };
}

function withoutValues(subject: string): Gap {
  const reason =
    "the state holds no values of it; make the file again with: terraform show -json > state.json";
  return { code: "terraform-state-attributes", subject, reason };
}

/** Without the tree of marks, as somebody may have cut it out, nothing tells what is secret. */
function marksOf({ mode, type, sensitive_values: marked }: ShownResource): Marks {
  const tree = schemaSecrets(mode === "data" ? `data.${type}` : type);
  const schema = tree === undefined ? [] : [tree];
  const isCut = marked === undefined || marked === null || marked === false;
  if (isCut) return tree === undefined ? ALL_MARKED : schema;
  return [asMark(marked), ...schema];
}
