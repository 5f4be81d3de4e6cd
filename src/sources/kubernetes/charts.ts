/** What makes a folder a chart of Helm. */
export const CHART_FILE = "Chart.yaml";

/** What to do with a chart. */
export const HOW_TO_RENDER =
  "render the chart and scan what it makes: helm template CHART -f VALUES > manifests.yaml && genoscan manifests.yaml";

/** True for a text that only Helm fills in: it names what Helm gives, or begins a line with an action. */
export function isChartTemplate(text: string): boolean {
  return /^[ \t]*\{\{-?\s|\{\{-?\s*(?:\.(?:Values|Release|Chart|Capabilities|Files)\b|include\s|template\s|tpl\s)/mu.test(
    text,
  );
}
