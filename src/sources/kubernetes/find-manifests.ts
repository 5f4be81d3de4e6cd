import { dirname, normalize, sep } from "node:path";
import { candidateFiles, readCandidate } from "../candidate-files.ts";
import type { OnGap, WalkedFolder } from "../walk-folders.ts";
import { CHART_FILE, HOW_TO_RENDER, isChartTemplate } from "./charts.ts";
import { isKustomizationFile, readKustomization } from "./kustomization.ts";
import type { Kustomization } from "./kustomization.ts";
import { kustomizationGaps } from "./kustomization-gaps.ts";
import { KustomizeTree } from "./kustomize-tree.ts";
import { looksLikeManifest, looksLikeManifestText } from "../../languages/kubernetes/looks-like-manifest.ts";

/**
 * The manifests in folders, by what they hold, with the kustomizations that change them. Those of a chart are templates, and
 * what a kustomization lays over others is a piece of an object: both are told of and left out.
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
  const kustomizations: Kustomization[] = [];
  const seen = new Set<string>();
  const templates = new Set<string>();
  for (const { path, name } of candidateFiles(folders, mayBeManifest, onGap)) {
    const text = await readCandidate(path, onGap);
    if (text === undefined) continue;
    seen.add(normalize(path));
    if (isKustomizationFile(name)) kustomizations.push(readKustomization(path, text));
    else if (!isManifest(text)) continue;
    else if (isInChart(path) || isChartTemplate(text)) templates.add(chartOf(path, charts));
    else found.push(path);
  }
  for (const gap of kustomizationGaps(new KustomizeTree(kustomizations), seen)) onGap(gap);
  const filledIn = new Set(kustomizations.flatMap((one) => one.charts.map((chart) => normalize(chart))));
  for (const path of [...templates].sort()) if (!filledIn.has(normalize(path))) onGap(chartGap(path));
  const pieces = new Set(kustomizations.flatMap((one) => one.pieces.map((piece) => normalize(piece))));
  const manifests = found.filter((path) => !pieces.has(normalize(path)));
  // of kustomizations alone there is nothing to read
  return manifests.length === 0 ? [] : [...manifests, ...kustomizations.map(({ path }) => path)].sort();
}

function mayBeManifest(name: string): boolean {
  return /\.(?:json|ya?ml)$/iu.test(name) || isKustomizationFile(name);
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
