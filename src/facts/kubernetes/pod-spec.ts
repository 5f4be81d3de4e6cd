import { joinPointer, parsePointer } from "../../model/pointer.ts";
import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { Unknown, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";

/** Where the kinds that make pods say what the pods are. */
const POD_SPECS: Readonly<Record<string, string>> = {
  "apps.openshift.io/DeploymentConfig": "/spec/template/spec",
  "apps/DaemonSet": "/spec/template/spec",
  "apps/Deployment": "/spec/template/spec",
  "apps/ReplicaSet": "/spec/template/spec",
  "apps/StatefulSet": "/spec/template/spec",
  "batch/CronJob": "/spec/jobTemplate/spec/template/spec",
  "batch/Job": "/spec/template/spec",
  "core/Pod": "/spec",
  "core/ReplicationController": "/spec/template/spec",
};

/** The kinds that make pods. */
export const WORKLOADS: readonly string[] = Object.keys(POD_SPECS);

/** What the pods of a workload are, and where the resource says so. */
export interface PodSpec {
  /** Without the parts that are not there; `Unknown` when nothing is known of it. */
  readonly spec: ValueMap | Unknown;
  readonly pointer: string;
}

export function podSpecOf(resource: Resource): PodSpec {
  const pointer = POD_SPECS[resource.type] ?? "";
  const spec = plain(propertyAt(resource, pointer, parsePointer(pointer)));
  return { spec: isValueMap(spec) || spec instanceof Unknown ? spec : {}, pointer };
}

/** A container of a pod, where it is written, and what is known of it. */
export interface Container {
  readonly pointer: string;
  readonly container: ValueMap | Unknown;
}

/** Every container of the pods, those that run before the others and those of debugging too. */
export function containersOf({ spec, pointer }: PodSpec): readonly Container[] {
  if (spec instanceof Unknown) return [{ pointer, container: spec }];
  return ["initContainers", "containers", "ephemeralContainers"].flatMap((key) => {
    const at = joinPointer(pointer, key);
    return itemsOf(spec[key]).map((item, index): Container => {
      const known = plain(item);
      const container = isValueMap(known) || known instanceof Unknown ? known : {};
      return { pointer: joinPointer(at, String(index)), container };
    });
  });
}

/** The items of a list; one that is not known where the list is not. */
export function itemsOf(value: Value | undefined): readonly Value[] {
  const known = plain(value);
  if (known instanceof Unknown) return [known];
  return isValueList(known) ? known : [];
}

/** A part of an object by the names on the way to it; what is unknown on the way is unknown as a whole. */
export function partAt(value: Value | undefined, ...names: readonly string[]): Value | undefined {
  let current = plain(value);
  for (const name of names) {
    if (current instanceof Unknown) return current;
    if (!isValueMap(current) || !Object.hasOwn(current, name)) return undefined;
    current = plain(current[name]);
  }
  return current ?? undefined;
}
