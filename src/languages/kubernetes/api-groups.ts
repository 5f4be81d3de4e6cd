/** The groups of Kubernetes whose name has no dot: a configuration of some other tool may look like them. */
const SHORT_GROUPS = new Set(["apps", "autoscaling", "batch", "extensions", "policy"]);

/** Groups that name the format of a file, which a program reads and no cluster holds. */
const FILE_FORMATS =
  /(?:^|\.)(?:config\.k8s\.io|audit\.k8s\.io|kubeadm\.k8s\.io|kind\.x-k8s\.io|client\.authentication\.k8s\.io|eksctl\.io|backstage\.io|goreleaser\.com|minikube\.sigs\.k8s\.io|imageset\.openshift\.io|mirror\.openshift\.io)$/u;

/** The kinds of the group without a name: other tools have a version v1 too, and a file that says how to reach a cluster. */
const CORE =
  /^(?:ConfigMap|Endpoints|Event|LimitRange|Namespace|Node|PersistentVolume|PersistentVolumeClaim|Pod|PodTemplate|ReplicationController|ResourceQuota|Secret|Service|ServiceAccount|DeploymentConfig|ImageStream|OAuthClient|Project|Route|Template)?(?:List)?$/u;

/** The groups that some kinds were in before, and those that they are in now. */
const MOVED: Readonly<Record<string, string>> = {
  "extensions/DaemonSet": "apps/DaemonSet",
  "extensions/Deployment": "apps/Deployment",
  "extensions/Ingress": "networking.k8s.io/Ingress",
  "extensions/NetworkPolicy": "networking.k8s.io/NetworkPolicy",
  "extensions/ReplicaSet": "apps/ReplicaSet",
  // OpenShift 3 had its kinds in the group of Kubernetes
  "core/DeploymentConfig": "apps.openshift.io/DeploymentConfig",
  "core/ImageStream": "image.openshift.io/ImageStream",
  "core/OAuthClient": "oauth.openshift.io/OAuthClient",
  "core/Project": "project.openshift.io/Project",
  "core/Route": "route.openshift.io/Route",
  "core/Template": "template.openshift.io/Template",
};

/** True for what a cluster keeps as an object, of a kind that Kubernetes, OpenShift or an extension of them defines. */
export function isApiObject(apiVersion: string, kind: string): boolean {
  if (!/^[A-Z][A-Za-z0-9]*$/u.test(kind)) return false;
  const [, group, version = ""] =
    /^(?:([a-z0-9.-]+)\/)?(v\d+(?:(?:alpha|beta)\d+)?)$/u.exec(apiVersion) ?? [];
  if (group === undefined) return version === "v1" && CORE.test(kind);
  if (!group.includes(".")) return SHORT_GROUPS.has(group);
  return isKustomization(apiVersion) || !FILE_FORMATS.test(group);
}

/** A list of what kustomize puts together; no cluster holds it. */
export function isKustomization(apiVersion: string): boolean {
  return apiVersion.startsWith("kustomize.config.k8s.io/");
}

/**
 * The type of an object: group and kind as Bicep and Pulumi write them, with `core` for the group without a name:
 * `core/Secret`, `apps/Deployment`, `route.openshift.io/Route`. A group that a kind has left is the one that it went to.
 */
export function typeOf(apiVersion: string, kind: string): string {
  const slash = apiVersion.indexOf("/");
  const written = `${slash < 0 ? "core" : apiVersion.slice(0, slash)}/${kind}`;
  return MOVED[written] ?? written;
}
