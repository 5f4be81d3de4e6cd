import { dirname, sep } from "node:path";
import { candidateFiles, readCandidate } from "../candidate-files.ts";
import type { OnGap, WalkedFolder } from "../walk-folders.ts";
import { CHART_FILE, HOW_TO_RENDER, isChartTemplate } from "./charts.ts";
import { isKustomizationFile, readKustomization } from "./kustomization.ts";
import { looksLikeManifest, looksLikeManifestText } from "../../languages/kubernetes/looks-like-manifest.ts";

/**
 * The manifests in folders, by what they hold. Those of a chart are templates, and what a kustomization lays over others is a
 * piece of an object: both are told of and left out.
 */
export async function findManifests(
  folders: readonly WalkedFolder[],
  onGap: OnGap,
): Promise<readonly string[]> {
  const charts = folders
    .filter(({ entries }) => entries.some(({ name }) => name === CHART_FILE))
    .map(({ path }) => path);
  const isInChart = (path: string): boolean => charts.some((chart) => path.startsWith(`${chart}${sep}`));
  const found: string[] = [];
  const leftOut = new Set<string>();
  const templates = new Set<string>();
  for (const { path, name } of candidateFiles(folders, mayBeManifest, onGap)) {
    const text = await readCandidate(path, onGap);
    if (text === undefined) continue;
    if (isKustomizationFile(name)) {
      const kustomization = readKustomization(path, text);
      for (const piece of kustomization.pieces) leftOut.add(piece);
      if (kustomization.changes) onGap(kustomizationGap(path));
    } else if (!isManifest(text)) continue;
    else if (isInChart(path) || isChartTemplate(text)) templates.add(chartOf(path, charts));
    else found.push(path);
  }
  for (const path of [...templates].sort()) onGap(chartGap(path));
  return found.filter((path) => !leftOut.has(path)).sort();
}

function mayBeManifest(name: string): boolean {
  return /\.(?:json|ya?ml)$/iu.test(name);
}

function isManifest(text: string): boolean {
  if (!/^\s*\{/u.test(text)) return looksLikeManifestText(text);
  if (!text.includes('"apiVersion"')) return false;
  try {
    return looksLikeManifest(JSON.parse(text));
  } catch {
    // an object with a mistake in it is one, and is told of
    return /^\s*\{\s*"(?:apiVersion|kind)"\s*:/u.test(text);
  }
}

/** The outermost chart that a template belongs to; its own folder when there is none. */
function chartOf(path: string, charts: readonly string[]): string {
  const around = charts.filter((chart) => path.startsWith(`${chart}${sep}`));
  return around.sort((left, right) => left.length - right.length)[0] ?? dirname(path);
}

function chartGap(path: string): Parameters<OnGap>[0] {
  return {
    code: "kubernetes-chart",
    subject: path,
    reason: `the templates of a Helm chart are not read, as only Helm fills them in; ${HOW_TO_RENDER}`,
    location: { file: path },
  };
}

function kustomizationGap(path: string): Parameters<OnGap>[0] {
  return {
    code: "kubernetes-kustomization",
    subject: path,
    reason: `it changes the manifests that it lists, which are read as they stand; scan what it makes: kubectl kustomize ${dirname(path)} > manifests.yaml && genoscan manifests.yaml`,
    location: { file: path },
  };
}
