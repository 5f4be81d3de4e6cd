// Writes fixtures/schemas/hashicorp-kubernetes-<version>.json: the shapes of the types of the Terraform Kubernetes provider that
// lenses and rules speak of.
//
//   node scripts/extract-kubernetes-provider-schema.mjs <the folder of @cdktf/provider-kubernetes>

import { extractCdktfProvider } from "./extract-cdktf-provider.mjs";

const KINDS = [
  "cluster_role",
  "cluster_role_binding",
  "cron_job",
  "daemon_set",
  "deployment",
  "ingress",
  "job",
  "namespace",
  "network_policy",
  "pod",
  "replication_controller",
  "role",
  "secret",
  "service",
  "stateful_set",
];

/** Blocks that no rule reads; in every pod of every kind they would be most of the extract. */
const LEFT_OUT = [
  "affinity",
  "dns_config",
  "lifecycle",
  "liveness_probe",
  "readiness_gate",
  "readiness_probe",
  "startup_probe",
  "toleration",
  "topology_spread_constraint",
  "volume_claim_template",
  "wait_for",
];

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error(
    "usage: node scripts/extract-kubernetes-provider-schema.mjs <folder of @cdktf/provider-kubernetes>",
  );
  process.exit(2);
}

const resources = [...KINDS.flatMap((kind) => [kind, `${kind}_v1`]), "daemonset", "manifest"];
extractCdktfProvider(folder, { provider: "kubernetes", resources, leftOut: LEFT_OUT });
