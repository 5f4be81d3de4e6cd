// Makes docs/images/report.png, the picture of the HTML report in the README: the first page on the flawed stack, as it is
// kept in reports/. Needs Chromium, and the reports of npm run reports.
//
//   CHROMIUM=FILE   the browser, when it is not /usr/bin/chromium

import { existsSync, mkdirSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const REPORT = "reports/genomics-flawed.html";
const PICTURE = "docs/images/report.png";

process.chdir(`${import.meta.dirname}/..`);

const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
for (const file of [executablePath, REPORT]) {
  if (existsSync(file)) continue;
  console.error(`${file} does not exist: set CHROMIUM, or run npm run reports`);
  process.exit(1);
}

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const page = await browser.newPage({
  viewport: { width: 1240, height: 880 },
  deviceScaleFactor: 1.5,
  colorScheme: "light",
});
await page.goto(pathToFileURL(resolve(REPORT)).href);
mkdirSync("docs/images", { recursive: true });
await page.screenshot({ path: PICTURE });
await browser.close();
console.log(`${PICTURE}: ${(statSync(PICTURE).size / 1024).toFixed(0)} KB`);
