import { joinPointer } from "../../model/pointer.ts";
import type { Resource } from "../../model/resource.ts";
import { Unknown, emptyMap } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { partsWrittenAt, writtenAt } from "../written-at.ts";
import type { Place } from "../written-at.ts";
import { WORKLOADS, containersOf, itemsOf, partAt, podSpecOf } from "./pod-spec.ts";
import { streamSets } from "./image-triggers.ts";
import type { Container, PodSpec } from "./pod-spec.ts";

export const containers: Fact = {
  name: "Containers",
  types: WORKLOADS,
  description:
    "Every container of the pods, those that run first and those of debugging too, as they run: Name, and Image where no image stream of OpenShift sets it; Privileged, PrivilegeEscalation (which Kubernetes allows when nothing is said) and NonRoot (runAsNonRoot, or a user that is not 0; what the container does not say the pod says); AddedCapabilities in capital letters, without CAP_.",
  fields: {
    AddedCapabilities: true,
    Image: true,
    Name: true,
    NonRoot: true,
    PrivilegeEscalation: true,
    Privileged: true,
  },
  compute(resource) {
    const pod = podSpecOf(resource);
    return containersOf(pod).map((container) => describe(container, pod, resource));
  },
};

function describe({ container, pointer }: Container, pod: PodSpec, resource: Resource): Value {
  if (container instanceof Unknown) return container;
  const own = (...names: readonly string[]): Value | undefined =>
    partAt(container, "securityContext", ...names);
  const item = emptyMap();
  const parts: Record<string, Place> = {};
  const set = (name: string, value: Value | undefined, at: string): void => {
    if (value === undefined) return;
    item[name] = value;
    parts[name] = { resource, pointer: at };
  };
  const context = joinPointer(pointer, "securityContext");
  set("Name", partAt(container, "name"), joinPointer(pointer, "name"));
  const name = partAt(container, "name");
  const isSet = streamSets(name, resource);
  if (isSet !== true) {
    set(
      "Image",
      isSet instanceof Unknown ? isSet : partAt(container, "image"),
      joinPointer(pointer, "image"),
    );
  }
  set("Privileged", own("privileged") ?? false, joinPointer(context, "privileged"));
  set(
    "PrivilegeEscalation",
    own("allowPrivilegeEscalation") ?? true,
    joinPointer(context, "allowPrivilegeEscalation"),
  );
  set("AddedCapabilities", capabilities(own("capabilities", "add")), `${context}/capabilities/add`);
  const user = nonRoot(own("runAsNonRoot"), own("runAsUser"), pod);
  set("NonRoot", user.value, user.isOfPod ? `${pod.pointer}/securityContext` : context);
  return writtenAt(partsWrittenAt(item, parts), resource, pointer);
}

function capabilities(added: Value | undefined): Value {
  if (added instanceof Unknown) return added;
  return itemsOf(added).map((name) =>
    typeof name === "string" ? name.toUpperCase().replace(/^CAP_/u, "") : name,
  );
}

/** What the container says wins over what the pod says, each setting for itself. */
function nonRoot(
  ownFlag: Value | undefined,
  ownUser: Value | undefined,
  { spec }: PodSpec,
): { readonly value: Value; readonly isOfPod: boolean } {
  const flag = ownFlag ?? partAt(spec, "securityContext", "runAsNonRoot");
  const user = ownUser ?? partAt(spec, "securityContext", "runAsUser");
  const isOfPod = ownFlag === undefined && ownUser === undefined;
  const isOther = typeof user === "number" && user > 0;
  if (flag === true || isOther) return { value: true, isOfPod };
  const open = [flag, user].find((part) => part instanceof Unknown);
  return { value: open ?? false, isOfPod };
}
