import type { ReportData } from "../report-data.ts";
import { startControls } from "./controls.ts";
import { startCopy } from "./copy.ts";
import { startFindings } from "./findings.ts";
import { startPages } from "./pages.ts";
import { startPrint } from "./print.ts";
import { startResources } from "./resources.ts";
import { startRules } from "./rules.ts";
import { startTheme } from "./theme.ts";

/** Trusted: the report is written by genoscan, and its data by `embedJson`. */
function readData(): ReportData {
  return JSON.parse(document.getElementById("data")?.textContent ?? "") as ReportData;
}

try {
  const data = readData();
  const filters = {
    controls: startControls(data),
    findings: startFindings(data),
    resources: startResources(data),
    rules: startRules(data),
  };
  startTheme();
  startCopy();
  startPrint();
  startPages(filters);
  for (const tools of document.querySelectorAll<HTMLElement>("[data-tools]")) tools.hidden = false;
} catch (error) {
  // without its script the report is one long page, and nothing of it is hidden
  document.documentElement.classList.remove("js");
  throw error;
}
