import type { ResultDocument } from "../model/result-document.ts";
import assets from "./html/assets.generated.json" with { type: "json" };
import { collectContents } from "./html/contents.ts";
import { embedJson } from "./html/embed-json.ts";
import { pageFooter, pageHead, pageHeader, pageNavigation } from "./html/page.ts";
import { showAttestations } from "./html/sections/attestations.ts";
import { showControls } from "./html/sections/controls.ts";
import { showCoverage } from "./html/sections/coverage.ts";
import { showFindings } from "./html/sections/findings.ts";
import { showManifest } from "./html/sections/manifest.ts";
import { showResources } from "./html/sections/resources.ts";
import { showRules } from "./html/sections/rules.ts";
import { showSignOff } from "./html/sections/sign-off.ts";
import { showSummary } from "./html/sections/summary.ts";
import { showWaivers } from "./html/sections/waivers.ts";
import { sprite } from "./html/sprite.ts";
import type { ReportOptions } from "./reporter.ts";

/**
 * One page that needs nothing else: style, script, pictures and data are in it, and its policy lets a browser load nothing.
 * Everything but what passed stands in it as HTML; the script filters, and shows the rest from the data.
 */
export function* reportHtml(result: ResultDocument, options: ReportOptions): Generator<string> {
  const contents = collectContents(result, options);
  yield '<!doctype html><html lang="en">';
  yield pageHead(contents, assets).text;
  yield '<body><a class="skip" href="#main">Skip to the report</a>';
  yield sprite().text;
  yield pageHeader(contents).text;
  yield '<div class="layout">';
  yield pageNavigation(contents).text;
  yield '<main id="main" tabindex="-1">';
  for (const show of [
    showSummary,
    showControls,
    showFindings,
    showResources,
    showCoverage,
    showWaivers,
    showAttestations,
    showRules,
    showManifest,
    showSignOff,
  ]) {
    yield show(contents).text;
  }
  yield "</main></div>";
  yield pageFooter(contents).text;
  yield '<script type="application/json" id="data">';
  yield* embedJson({ ...contents.data });
  yield `</script><script>${assets.script}</script></body></html>\n`;
}
