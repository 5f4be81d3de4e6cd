import type { Feeds, Lens } from "../lens.ts";
import { METADATA, POD, SELECTOR, TEMPLATE } from "./kubernetes-pod.ts";

const SELECTED: Feeds = { selector: { block: "selector", properties: SELECTOR } };

/** Types of the provider, those with the version of the API in their name too, for one kind. */
function ofKind(names: readonly string[], canonical: string, spec: Feeds): readonly Lens[] {
  return names.map((name) => ({
    type: `kubernetes_${name}`,
    canonical,
    name: "metadata.name",
    identifiers: [],
    properties: { ...METADATA, spec: { block: "spec", properties: spec } },
  }));
}

/** https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs */
export const kubernetesWorkloadLenses: readonly Lens[] = [
  ...ofKind(["deployment", "deployment_v1"], "apps/Deployment", { ...SELECTED, ...TEMPLATE }),
  ...ofKind(["daemonset", "daemon_set_v1"], "apps/DaemonSet", { ...SELECTED, ...TEMPLATE }),
  ...ofKind(["stateful_set", "stateful_set_v1"], "apps/StatefulSet", { ...SELECTED, ...TEMPLATE }),
  ...ofKind(["job", "job_v1"], "batch/Job", TEMPLATE),
  ...ofKind(["cron_job", "cron_job_v1"], "batch/CronJob", {
    jobTemplate: {
      block: "job_template",
      properties: { spec: { block: "spec", properties: TEMPLATE } },
    },
    schedule: "schedule",
  }),
  ...ofKind(["pod", "pod_v1"], "core/Pod", POD),
  ...ofKind(["replication_controller", "replication_controller_v1"], "core/ReplicationController", TEMPLATE),
];
