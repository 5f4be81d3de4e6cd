import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { ResultControl, ResultDocument, ResultVerdict } from "../../src/model/result-document.ts";
import { reportHtml } from "../../src/reporters/html.ts";
import { HOSTILE, OPTIONS, result, verdict } from "../reporters/sample.ts";

const CHROMIUM = [
  process.env["CHROMIUM"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((path) => path !== undefined && existsSync(path));

const WHERE = CHROMIUM ?? "left out: there is no Chromium here, and CHROMIUM names none";

let browser: Browser;
let folder: string;
/** What the page said or asked for that it should not. */
let complaints: string[] = [];

async function open(given: ResultDocument, options: BrowserContextOptions = {}, hash = ""): Promise<Page> {
  const file = join(folder, "report.html");
  writeFileSync(file, [...reportHtml(given, OPTIONS)].join(""));
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const address = pathToFileURL(file).href;
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("dialog", (dialog) => complaints.push(dialog.message()));
  page.on("request", (request) => {
    const url = request.url().replace(/#.*/, "");
    if (url !== address && !url.startsWith("data:")) complaints.push(`asked for ${url}`);
  });
  await page.goto(`${address}${hash}`);
  return page;
}

function control(
  id: string,
  status: ResultControl["status"],
  more: Partial<ResultControl> = {},
): ResultControl {
  const counts = { pass: 0, fail: 0, unknown: 0, waived: 0 };
  return {
    framework: "hipaa",
    id,
    title: `What ${id} asks for`,
    evidence: "technical",
    status,
    counts,
    ...more,
  };
}

const hipaa = (id: string): ResultVerdict["controls"][number] => ({ framework: "hipaa", id });

/** Two rules that fail, one that is undecided, one that passed, and the controls that they are evidence for. */
const SOME = result(
  [
    verdict({ location: { file: "main.tf", line: 3 }, controls: [hipaa("164.312(c)(1)")] }),
    verdict({ address: "aws_s3_bucket.archive", controls: [hipaa("164.312(c)(1)")] }),
    verdict({
      rule: "aws-kms-rotation",
      title: "Keys rotate",
      severity: "high",
      resource: { address: "aws_kms_key.main", type: "AWS::KMS::Key" },
      controls: [hipaa("164.312(a)(1)")],
    }),
    verdict({
      rule: "aws-sns-topic",
      title: "Topics are encrypted",
      severity: "low",
      verdict: "unknown",
      reasons: ["known after apply"],
      controls: [hipaa("164.312(e)(1)")],
    }),
    verdict({
      rule: "aws-vpc-flow",
      title: "Networks log whom they talk to",
      severity: "medium",
      verdict: "pass",
      resource: { address: "aws_vpc.main", type: "AWS::EC2::VPC" },
      controls: [hipaa("164.312(b)")],
    }),
  ],
  {
    controls: [
      control("164.312(a)(1)", "failing", { rules: ["aws-kms-rotation"] }),
      control("164.312(b)", "passing", { rules: ["aws-vpc-flow"] }),
      control("164.312(c)(1)", "failing", { rules: ["aws-s3-lock"] }),
      control("164.312(e)(1)", "unknown", { rules: ["aws-sns-topic"] }),
      control("06.c", "manual", { framework: "hitrust", title: "06.c" }),
    ],
  },
);

const titles = (page: Page): Promise<string[]> => page.locator("details.finding:visible h4").allInnerTexts();
const shownControls = (page: Page): Promise<string[]> =>
  page.locator("tr[data-control]:visible th").allInnerTexts();
const told = (page: Page, list: string): Promise<string> =>
  page.locator(`output[data-count="${list}"]`).innerText();
const evaluate = (page: Page, expression: string): Promise<unknown> => page.evaluate(expression);

describe.skipIf(CHROMIUM === undefined)(`the HTML report in a browser (${WHERE})`, () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "genoscan-html-"));
    browser = await chromium.launch({ executablePath: CHROMIUM ?? "", args: ["--no-sandbox"] });
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    const said = complaints;
    complaints = [];
    if (said.length > 0) throw new Error(`the page complains: ${said.join("; ")}`);
  });

  describe("first page", () => {
    it("says in a sentence and in numbers what was found", async () => {
      const page = await open(SOME);
      expect(await page.locator(".headline").innerText()).toBe(
        "3 findings, 2 of them critical. 1 verdict passed, and 1 could not be decided.",
      );
      expect(await page.locator("h1").innerText()).toBe("plans/plan.json");
      expect(await page.locator(".worst a").allInnerTexts()).toEqual([
        "Report buckets lock every object",
        "Keys rotate",
        "Topics are encrypted",
      ]);
      expect(await page.getByRole("img", { name: /HIPAA/ }).getAttribute("aria-label")).toBe(
        "HIPAA: 2 failing, 1 not decided, 1 passing",
      );
    });

    it("leads to the controls of a status", async () => {
      const page = await open(SOME);
      await page.getByRole("link", { name: "2 failing" }).click();
      expect(await shownControls(page)).toEqual(["164.312(a)(1)", "164.312(c)(1)"]);
    });

    it("leads to the findings of a severity", async () => {
      const page = await open(SOME);
      await page.locator(".tile-high a").click();
      expect(await titles(page)).toEqual(["Keys rotate"]);
    });
  });

  describe("findings", () => {
    it.each([
      ["severity", "critical", ["Report buckets lock every object"], "2 of 5 verdicts, in 1 block"],
      ["state", "unknown", ["Topics are encrypted"], "1 of 5 verdicts, in 1 block"],
      ["type", "AWS::KMS::Key", ["Keys rotate"], "1 of 5 verdicts, in 1 block"],
    ])("narrow to one %s, and say so", async (field, value, expected, count) => {
      const page = await open(SOME, {}, "#findings");
      await page.locator(`#filter-findings-${field}`).selectOption(value);
      await expect.poll(() => titles(page)).toEqual(expected);
      expect(await told(page, "findings")).toBe(count);
    });

    it("narrow to the words that are typed, whether they stand in the rule, the resource or the control", async () => {
      const page = await open(SOME, {}, "#findings");
      const field = page.getByRole("search", { name: "Filter findings" }).getByLabel("Text");
      for (const [words, expected] of [
        ["ROTATE keys", ["Keys rotate"]],
        ["archive", ["Report buckets lock every object"]],
        ["164.312(b)", ["Networks log whom they talk to"]],
        ["archive rotate", []],
      ] as const) {
        await field.fill(words);
        await expect.poll(() => titles(page)).toEqual(expected);
      }
      await expect.poll(() => page.getByText("No verdict matches the filter.").isVisible()).toBe(true);
      await page.getByRole("button", { name: "Reset" }).click();
      await expect.poll(() => titles(page)).toHaveLength(4);
    });

    it("show of a block only the resources that match", async () => {
      const page = await open(SOME, {}, "#findings");
      const block = page.locator("details.finding").first();
      await block.locator("summary").click();
      expect(await block.locator(".address").allInnerTexts()).toEqual([
        "aws_s3_bucket.reports",
        "aws_s3_bucket.archive",
      ]);
      await page.locator("#filter-findings-text").fill("archive");
      await expect.poll(() => block.locator(".address").allInnerTexts()).toEqual(["aws_s3_bucket.archive"]);
      expect(await block.locator(".times").innerText()).toBe("1 of 2 verdicts");
    });

    it("show what was found and what was expected, and the snippet to paste", async () => {
      const page = await open(
        SOME,
        { permissions: ["clipboard-read", "clipboard-write"] },
        "#fail:aws-s3-lock",
      );
      const block = page.locator("details.finding").first();
      expect(await block.locator(".evidence tbody td").allInnerTexts()).toEqual([
        '"GOVERNANCE"',
        '"COMPLIANCE"',
      ]);
      await block.getByRole("button", { name: "Copy" }).click();
      await expect.poll(() => block.locator("[data-copy]").innerText()).toBe("Copied");
      expect(await evaluate(page, "navigator.clipboard.readText()")).toBe(
        'resource "x" "y" {\n  mode = "COMPLIANCE"\n}',
      );
    });

    it("open all at once, those apart that passed, and close again", async () => {
      const page = await open(SOME, {}, "#findings");
      await page.getByRole("button", { name: "Open all" }).click();
      expect(await page.locator("details.finding[open]").count()).toBe(3);
      expect(await page.locator("details.finding-pass[open]").count()).toBe(0);
      await page.getByRole("button", { name: "Close all" }).click();
      expect(await page.locator("details.finding[open]").count()).toBe(0);
    });

    it("show the evidence of what passed when it is asked for", async () => {
      const page = await open(SOME, {}, "#findings");
      const block = page.locator("details.finding-pass");
      await block.locator("summary").click();
      await expect.poll(() => block.locator(".address").allInnerTexts()).toEqual(["aws_vpc.main"]);
      expect(await block.locator(".evidence").count()).toBe(1);
    });
  });

  it("controls narrow by framework, status, severity, resource and words", async () => {
    const page = await open(SOME, {}, "#controls");
    for (const [field, value, expected] of [
      ["framework", "hitrust", ["06.c"]],
      ["status", "passing", ["164.312(b)"]],
      ["severity", "high", ["164.312(a)(1)"]],
    ] as const) {
      await page.locator(`#filter-controls-${field}`).selectOption(value);
      await expect.poll(() => shownControls(page)).toEqual(expected);
      await page.locator(`#filter-controls-${field}`).selectOption("");
    }
    for (const [field, value, expected] of [
      ["resource", "aws_vpc", ["164.312(b)"]],
      ["text", "312(e)", ["164.312(e)(1)"]],
    ] as const) {
      await page.locator(`#filter-controls-${field}`).fill(value);
      await expect.poll(() => shownControls(page)).toEqual(expected);
      await page.locator(`#filter-controls-${field}`).fill("");
    }
    await expect.poll(() => told(page, "controls")).toBe("5 of 5 controls");
  });

  it("resources show all that is said of them", async () => {
    const page = await open(SOME, {}, "#resources");
    await page.locator("#filter-resources-text").fill("reports");
    const row = page.locator("details.resource:visible");
    await expect.poll(() => row.count()).toBe(1);
    await row.locator("> summary").click();
    await expect
      .poll(() => row.locator(".rule-title").allInnerTexts())
      .toEqual(["Report buckets lock every object", "Topics are encrypted"]);
  });

  it("rules narrow by severity", async () => {
    const page = await open(SOME, {}, "#rules");
    await page.locator("#filter-rules-severity").selectOption("medium");
    await expect
      .poll(() => page.locator("tr[data-rule-row]:visible .control-title").allInnerTexts())
      .toEqual(["Networks log whom they talk to"]);
  });

  describe("keyboard", () => {
    it("comes first to the way past the contents", async () => {
      const page = await open(SOME);
      await page.keyboard.press("Tab");
      expect(await evaluate(page, "document.activeElement.textContent")).toBe("Skip to the report");
      await page.keyboard.press("Enter");
      expect(await evaluate(page, "document.activeElement.id")).toBe("main");
    });

    it("goes to a page, and stands at its heading", async () => {
      const page = await open(SOME);
      await page.getByRole("link", { name: "Findings", exact: true }).focus();
      await page.keyboard.press("Enter");
      await expect.poll(() => evaluate(page, "document.activeElement.id")).toBe("findings-heading");
      expect(await page.getByRole("heading", { level: 2 }).allInnerTexts()).toEqual(["Findings"]);
    });

    it("opens a finding, and sees where it is", async () => {
      const page = await open(SOME, {}, "#findings");
      const block = page.locator("details.finding").first();
      await block.locator("summary").focus();
      await page.keyboard.press("Enter");
      expect(await block.getAttribute("open")).not.toBeNull();
      expect(await evaluate(page, "getComputedStyle(document.activeElement).outlineStyle")).toBe("solid");
    });

    it("chooses the appearance with the arrow keys", async () => {
      const page = await open(SOME, { colorScheme: "light" });
      await page.getByRole("radio", { name: "auto" }).focus();
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowRight");
      expect(await evaluate(page, "getComputedStyle(document.body).backgroundColor")).toBe("rgb(15, 20, 25)");
    });
  });

  describe("structure for a screen reader", () => {
    it("has landmarks, one first heading, and a name for every field", async () => {
      const page = await open(SOME);
      for (const role of ["banner", "navigation", "main", "contentinfo"] as const) {
        expect(await page.getByRole(role).count()).toBe(1);
      }
      expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
      expect(
        await evaluate(
          page,
          "[...document.querySelectorAll('input, select')].filter((field) => field.labels.length === 0).length",
        ),
      ).toBe(0);
      expect(
        await evaluate(page, "[...document.querySelectorAll('th')].filter((cell) => !cell.scope).length"),
      ).toBe(0);
      expect(await page.locator("output[aria-live=polite]").count()).toBe(4);
    });

    it("names every part once, and every link to a part leads somewhere", async () => {
      const page = await open(SOME);
      expect(
        await evaluate(
          page,
          "(() => { const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id); return ids.length - new Set(ids).size; })()",
        ),
      ).toBe(0);
      expect(
        await evaluate(
          page,
          "[...document.querySelectorAll('a[href^=\"#\"]')].filter((link) => !document.getElementById(decodeURIComponent(link.hash.slice(1)))).map((link) => link.hash)",
        ),
      ).toEqual([]);
    });
  });

  it.each(["light", "dark"] as const)(
    "text stands out from its ground in %s mode (WCAG 2.2 AA)",
    async (colorScheme) => {
      const page = await open(SOME, { colorScheme });
      await evaluate(page, "document.documentElement.classList.remove('js')");
      await evaluate(page, "for (const details of document.querySelectorAll('details')) details.open = true");
      expect(await evaluate(page, FAINT_TEXT)).toEqual([]);
    },
  );

  it("follows the system, and what the reader chooses goes before", async () => {
    const page = await open(SOME, { colorScheme: "dark" });
    const ground = () => evaluate(page, "getComputedStyle(document.body).backgroundColor");
    expect(await ground()).toBe("rgb(15, 20, 25)");
    await page.getByRole("radio", { name: "light" }).check();
    expect(await ground()).toBe("rgb(246, 245, 241)");
    await page.reload();
    expect(await ground()).toBe("rgb(246, 245, 241)");
  });

  it("prints everything that did not pass, and no controls of the screen", async () => {
    const page = await open(SOME);
    await page.emulateMedia({ media: "print" });
    await evaluate(page, "dispatchEvent(new Event('beforeprint'))");
    expect(await page.locator("section.page:visible").count()).toBe(10);
    expect(await page.locator("nav:visible, form.filters:visible, button:visible").count()).toBe(0);
    expect(await page.locator("details.finding:not(.finding-pass) .evidence:visible").count()).toBe(3);
    expect(await page.getByText("Signature").first().isVisible()).toBe(true);
    expect((await page.pdf({ format: "A4" })).subarray(0, 5).toString()).toBe("%PDF-");
  });

  it("prints a narrowed list as what it is", async () => {
    const page = await open(SOME, {}, "#findings");
    await page.locator("#filter-findings-severity").selectOption("critical");
    await expect.poll(() => told(page, "findings")).toBe("2 of 5 verdicts, in 1 block");
    await page.emulateMedia({ media: "print" });
    expect(await page.getByText("2 of 5 verdicts, in 1 block").isVisible()).toBe(true);
  });

  it("is one long page without a script, with the findings to be read", async () => {
    const page = await open(SOME, { javaScriptEnabled: false });
    expect(await page.locator("section.page:visible").count()).toBe(10);
    expect(await page.locator(".filters:visible").count()).toBe(0);
    await page.locator("details.finding summary").first().click();
    expect(await page.locator("details.finding .evidence").first().isVisible()).toBe(true);
  });

  it.each([
    ...HOSTILE,
    "</script><script>alert(1)</script>",
    "<svg onload=alert(1)>",
    '"><img src=x onerror=alert(1)>',
  ])("shows a resource called %j as text, in every part that a script fills", async (address) => {
    const page = await open(
      result([verdict({ address }), verdict({ address, rule: "r", verdict: "pass", title: address })]),
      {},
      "#findings",
    );
    await page.locator("details.finding-fail summary").click();
    await page.locator("details.finding-pass summary").click();
    await page.locator("#filter-findings-text").fill("bucket");
    await evaluate(page, "location.hash = '#resources'");
    await page.locator("details.resource > summary").click();
    expect(
      await evaluate(page, "document.querySelectorAll('img, iframe, object, svg:not([class])').length"),
    ).toBe(0);
    expect(await evaluate(page, "document.querySelectorAll('script').length")).toBe(3);
    const shown = await page.locator("details.resource .address").first().innerText();
    expect(shown).not.toMatch(/[^\P{C}]/u);
    const isWhole = shown === address;
    expect(isWhole).toBe(!/[\p{C}\p{Zl}]/u.test(address));
  });

  it("holds 20,000 verdicts with a page of common size, and shows more of them when asked", async () => {
    const many = Array.from({ length: 20_000 }, (_, index) =>
      verdict({
        address: `aws_s3_bucket.b${String(index)}`,
        ...(index % 2 === 0 && { verdict: "pass" as const }),
      }),
    );
    const page = await open(result(many), {}, "#findings");
    expect(await evaluate(page, "document.querySelectorAll('*').length")).toBeLessThan(5000);
    await page.locator("#filter-findings-text").fill("b1999");
    await expect.poll(() => told(page, "findings")).toBe("11 of 20,000 verdicts, in 2 blocks");
    await page.getByRole("button", { name: "Reset" }).click();
    const block = page.locator("details.finding-fail");
    await block.locator("summary").click();
    await expect.poll(() => block.locator(".address").count()).toBe(50);
    await block.getByRole("button", { name: "Show more" }).click();
    await expect.poll(() => block.locator(".address").count()).toBe(250);
    await evaluate(page, "location.hash = '#resources'");
    await page.locator("[data-more-resources] button").click();
    await expect.poll(() => page.locator("details.resource").count()).toBe(300);
  });

  it.each([1440, 1024, 390])("fits a window of %i pixels", async (width) => {
    const page = await open(SOME, { viewport: { width, height: 900 } });
    await evaluate(page, "document.documentElement.classList.remove('js')");
    await evaluate(page, "for (const details of document.querySelectorAll('details')) details.open = true");
    expect(await evaluate(page, "document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
  });
});

/** Texts with less contrast than 4.5 to 1, or 3 to 1 when they are large, each with its ratio. */
const FAINT_TEXT = `(() => {
  const channels = (color) => {
    const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const luminance = ([red, green, blue]) => {
    const [r, g, b] = [red, green, blue].map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let part = element; part; part = part.parentElement) {
      const color = channels(getComputedStyle(part).backgroundColor);
      if (color[3] === 255) return color;
    }
    return [255, 255, 255];
  };
  const faint = new Set();
  for (const element of document.querySelectorAll("body *")) {
    const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== "");
    if (!hasText || element.closest(".unseen, script, option") || element.getClientRects().length === 0) continue;
    const style = getComputedStyle(element);
    const [one, other] = [luminance(channels(style.color)), luminance(ground(element))];
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (isLarge ? 3 : 4.5)) faint.add(element.tagName + "." + element.className + " " + ratio.toFixed(2));
  }
  return [...faint];
})()`;
