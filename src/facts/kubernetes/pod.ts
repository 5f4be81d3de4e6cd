import { joinPointer } from "../../model/pointer.ts";
import type { Resource } from "../../model/resource.ts";
import { Unknown, emptyMap } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { partsWrittenAt } from "../written-at.ts";
import type { Place } from "../written-at.ts";
import { WORKLOADS, itemsOf, partAt, podSpecOf } from "./pod-spec.ts";
import type { PodSpec } from "./pod-spec.ts";

const HOST_PARTS = ["hostIPC", "hostNetwork", "hostPID"] as const;

export const pod: Fact = {
  name: "Pod",
  types: WORKLOADS,
  description:
    "What the pods of the workload share with their node: HostNetwork, HostPID and HostIPC (false when nothing is said), and HostPaths, the folders and files of the node that they mount, without a slash at the end. OS is the operating system that they want, absent when they do not say.",
  fields: { HostIPC: true, HostNetwork: true, HostPID: true, HostPaths: true, OS: true },
  compute(resource) {
    const found = podSpecOf(resource);
    const { spec, pointer } = found;
    if (spec instanceof Unknown) return spec;
    const fact = emptyMap();
    const parts: Record<string, Place> = {};
    for (const part of HOST_PARTS) {
      const name = `H${part.slice(1)}`;
      fact[name] = partAt(spec, part) ?? false;
      parts[name] = { resource, pointer: joinPointer(pointer, part) };
    }
    const os = partAt(spec, "os", "name");
    if (os !== undefined) fact["OS"] = os;
    fact["HostPaths"] = hostPaths(found, resource);
    return partsWrittenAt(fact, parts);
  },
};

function hostPaths({ spec, pointer }: PodSpec, resource: Resource): Value {
  const paths: Value[] = [];
  const places: Record<string, Place> = {};
  for (const [index, volume] of itemsOf(partAt(spec, "volumes")).entries()) {
    const path = volume instanceof Unknown ? volume : partAt(volume, "hostPath", "path");
    if (path === undefined) continue;
    places[String(paths.length)] = { resource, pointer: `${pointer}/volumes/${String(index)}/hostPath/path` };
    paths.push(typeof path === "string" ? trimPath(path) : path);
  }
  return partsWrittenAt(paths, places);
}

/** `/var//run/../run/` is `/var/run`. */
function trimPath(path: string): string {
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return `/${steps.join("/")}`;
}
