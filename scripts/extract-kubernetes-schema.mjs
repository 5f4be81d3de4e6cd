// Writes fixtures/schemas/kubernetes.json: the shapes of the kinds of Kubernetes and OpenShift that rules and lenses speak of. Those
// of Kubernetes are read out of @kubernetes/client-node, whose models are generated from the OpenAPI description of Kubernetes;
// those of OpenShift out of the description in openshift/api.
//
//   node scripts/extract-kubernetes-schema.mjs <folder of @kubernetes/client-node> <openapi/openapi.json of openshift/api> [commit]

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** By type, the model of Kubernetes or the definition of OpenShift. */
const TYPES = {
  "apps/DaemonSet": "V1DaemonSet",
  "apps/Deployment": "V1Deployment",
  "apps/ReplicaSet": "V1ReplicaSet",
  "apps/StatefulSet": "V1StatefulSet",
  "batch/CronJob": "V1CronJob",
  "batch/Job": "V1Job",
  "core/ConfigMap": "V1ConfigMap",
  "core/Namespace": "V1Namespace",
  "core/Pod": "V1Pod",
  "core/ReplicationController": "V1ReplicationController",
  "core/Secret": "V1Secret",
  "core/Service": "V1Service",
  "core/ServiceAccount": "V1ServiceAccount",
  "networking.k8s.io/Ingress": "V1Ingress",
  "networking.k8s.io/NetworkPolicy": "V1NetworkPolicy",
  "rbac.authorization.k8s.io/ClusterRole": "V1ClusterRole",
  "rbac.authorization.k8s.io/ClusterRoleBinding": "V1ClusterRoleBinding",
  "rbac.authorization.k8s.io/Role": "V1Role",
  "rbac.authorization.k8s.io/RoleBinding": "V1RoleBinding",
  "apps.openshift.io/DeploymentConfig": "com.github.openshift.api.apps.v1.DeploymentConfig",
  "config.openshift.io/OAuth": "com.github.openshift.api.config.v1.OAuth",
  "operator.openshift.io/IngressController": "com.github.openshift.api.operator.v1.IngressController",
  "project.openshift.io/Project": "com.github.openshift.api.project.v1.Project",
  "route.openshift.io/Route": "com.github.openshift.api.route.v1.Route",
};

/** What no rule reads and is most of a pod, and what a cluster tells of itself. */
const LEFT_OUT = new Set([
  "affinity",
  "lifecycle",
  "livenessProbe",
  "managedFields",
  "ownerReferences",
  "readinessProbe",
  "startupProbe",
  "status",
]);

const [folder, openshiftFile, commit] = process.argv.slice(2);
if (folder === undefined || openshiftFile === undefined) {
  console.error(
    "usage: node scripts/extract-kubernetes-schema.mjs <folder of @kubernetes/client-node> <openapi.json of openshift/api> [commit]",
  );
  process.exit(2);
}

const openshift = JSON.parse(readFileSync(openshiftFile, "utf8")).definitions;
const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
let release;
const definitions = {};
const types = {};
for (const [type, name] of Object.entries(TYPES).sort(compare)) {
  types[type] = name.startsWith("com.")
    ? describeSchema(openshift[name], false)
    : describeModel(readModel(name));
}
writeFileSync(
  resolve(import.meta.dirname, "../fixtures/schemas/kubernetes.json"),
  [
    "{",
    `"source": ${JSON.stringify({ package: manifest.name, packageVersion: manifest.version, release, repository: "github.com/openshift/api", ...(commit && { commit }) })},`,
    `"types": {\n${lines(types)}\n},`,
    `"definitions": {\n${lines(definitions)}\n}`,
    "}\n",
  ].join("\n"),
);

/** The properties of a model: `[{ baseName, type }]`; nothing for a name that is no model. */
function readModel(name) {
  const file = join(folder, "dist/gen/models", `${name}.js`);
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, "utf8");
  release ??= /OpenAPI spec version: (\S+)/.exec(text)?.[1];
  const [, table] = /attributeTypeMap = (\[[\s\S]*?\n\]);/.exec(text) ?? [];
  return table === undefined ? [] : JSON.parse(table);
}

function describeModel(members) {
  const properties = members
    .filter(({ baseName }) => !LEFT_OUT.has(baseName))
    .map(({ baseName, type }) => [baseName, describeName(type)]);
  return { t: "object", properties: Object.fromEntries(properties.sort(compare)) };
}

function describeName(type) {
  const [, list] = /^Array<(.*)>$/.exec(type) ?? [];
  if (list !== undefined) return { t: "array", items: describeName(list) };
  const [, map] = /^\{ \[key: string\]: (.*); \}$/.exec(type) ?? [];
  if (map !== undefined) return { t: "map", items: describeName(map) };
  switch (type) {
    case "string":
    case "Date":
    case "V1MicroTime":
      return { t: "string" };
    case "boolean":
      return { t: "boolean" };
    case "number":
      return { t: "integer" };
    case "IntOrString":
      return { t: "union", of: [{ t: "integer" }, { t: "string" }] };
    case "any":
    case "object":
      return { t: "json" };
    default:
      return reference(type);
  }
}

function reference(name) {
  const key = `kubernetes/${name}`;
  if (definitions[key] === undefined) {
    const model = readModel(name);
    if (model === undefined) throw new Error(`${name} is no model`);
    definitions[key] = {};
    definitions[key] = describeModel(model);
  }
  return { t: "ref", to: key };
}

/** A schema of OpenShift; what it takes from Kubernetes is described by its model. */
function describeSchema(schema, isInner = true) {
  const named = schema.$ref ?? schema.allOf?.[0]?.$ref;
  if (named !== undefined) return describeReference(named.replace("#/definitions/", ""));
  if (schema.properties !== undefined) {
    const properties = Object.entries(schema.properties)
      .filter(([name]) => isInner || !LEFT_OUT.has(name))
      .map(([name, property]) => [name, describeSchema(property)]);
    return { t: "object", properties: Object.fromEntries(properties.sort(compare)) };
  }
  if (schema.type === "array") return { t: "array", items: describeSchema(schema.items) };
  if (schema.additionalProperties) return { t: "map", items: describeSchema(schema.additionalProperties) };
  if (["string", "boolean", "integer", "number"].includes(schema.type)) return { t: schema.type };
  return { t: "json" };
}

function describeReference(name) {
  const kind = name.slice(name.lastIndexOf(".") + 1);
  if (name.startsWith("io.k8s.api.") && readModel(`V1${kind}`) !== undefined) return reference(`V1${kind}`);
  if (kind === "ObjectMeta" || kind === "LabelSelector") return reference(`V1${kind}`);
  if (kind === "IntOrString") return describeName("IntOrString");
  if (name.startsWith("io.k8s.")) return { t: kind === "Time" || kind === "Duration" ? "string" : "json" };
  const key = `openshift/${name.replace("com.github.openshift.api.", "")}`;
  if (definitions[key] === undefined) {
    definitions[key] = {};
    definitions[key] = describeSchema(openshift[name]);
  }
  return { t: "ref", to: key };
}

function compare([a], [b]) {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** One type a line: small, and a diff still shows which type changed. */
function lines(entries) {
  return Object.entries(entries)
    .sort(compare)
    .map(([name, shape]) => `${JSON.stringify(name)}: ${JSON.stringify(shape)}`)
    .join(",\n");
}
