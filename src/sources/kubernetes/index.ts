import type { Source } from "../source.ts";
import { looksLikeManifest, looksLikeManifestText } from "../../languages/kubernetes/looks-like-manifest.ts";

/** Objects of Kubernetes and OpenShift: manifests in YAML or JSON, folders of them, what kubectl prints. */
export const kubernetes: Source = {
  name: "kubernetes",
  title:
    "Kubernetes and OpenShift: manifests in YAML or JSON, folders of them, what kubectl get -o yaml prints",
  readsText: looksLikeManifestText,
  detect: ({ kind, json, text, files }) => {
    if (kind === "folder") return files !== undefined;
    return json === undefined ? looksLikeManifestText(text) : looksLikeManifest(json);
  },
  async filesIn(folders, onGap) {
    const { findManifests } = await import("./find-manifests.ts");
    return findManifests(folders, onGap);
  },
  async load(input, context) {
    // the parser is read when it is needed
    const { loadInput } = await import("./load-input.ts");
    return loadInput(input, context);
  },
};
