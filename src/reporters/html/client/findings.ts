import { groupVerdicts } from "../group-verdicts.ts";
import { verdictList } from "../parts/verdicts.ts";
import type { ReportData } from "../report-data.ts";
import { count, thousands } from "../words.ts";
import { fill } from "./fill.ts";
import { showEmpty, startFilter } from "./filter-form.ts";
import type { Asked, FilterForm } from "./filter-form.ts";
import { selectVerdicts } from "./select-verdicts.ts";

const MOST_LISTED = 50;
const MORE_LISTED = 200;

/** A rule in one state, as it stands in the page. */
interface Block {
  readonly element: HTMLDetailsElement;
  readonly all: readonly number[];
  readonly rule: number;
  shown: readonly number[];
  listed: number;
  /** What is in it is not what it should show. */
  isStale: boolean;
}

/** Filters the findings, and fills their blocks when they are opened. */
export function startFindings(data: ReportData): FilterForm | undefined {
  const groups = new Map(
    groupVerdicts(data).map((group) => [`${group.state} ${group.rule}`, group.verdicts]),
  );
  const blocks = new Map<Element, Block>();
  for (const element of document.querySelectorAll<HTMLDetailsElement>("details.finding")) {
    const { state = "", rule = "" } = element.dataset;
    const all = groups.get(`${state} ${rule}`) ?? [];
    const isStale = element.querySelector(":scope .verdicts[data-lazy]") !== null;
    blocks.set(element, { element, all, rule: Number(rule), shown: all, listed: MOST_LISTED, isStale });
    element.addEventListener("toggle", () => refresh(element));
  }
  const sections = [...document.querySelectorAll<HTMLElement>("[data-state-block]")];

  function refresh(element: Element): void {
    const block = blocks.get(element);
    if (block === undefined || !block.isStale || !block.element.open) return;
    const list = block.element.querySelector(".verdicts");
    if (list !== null) fill(list, verdictList(data, block.shown, block.listed));
    block.isStale = false;
  }

  function showMore(element: Element): void {
    const block = blocks.get(element);
    if (block === undefined) return;
    block.listed += MORE_LISTED;
    block.isStale = true;
    refresh(element);
    const next =
      element.querySelector<HTMLElement>("[data-more]") ?? element.querySelector<HTMLElement>("summary");
    next?.focus({ preventScroll: true });
  }

  function apply(asked: Asked): string {
    const isMatch = selectVerdicts(data, asked);
    let verdicts = 0;
    let rules = 0;
    for (const block of blocks.values()) {
      const isAsked = asked["state"] === undefined || asked["state"] === block.element.dataset["state"];
      const shown = isAsked ? block.all.filter(isMatch) : [];
      if (shown.length !== block.shown.length) block.isStale = true;
      block.shown = shown;
      block.listed = MOST_LISTED;
      block.element.hidden = shown.length === 0;
      verdicts += shown.length;
      rules += shown.length === 0 ? 0 : 1;
      tellTimes(block);
      refresh(block.element);
    }
    for (const section of sections) {
      section.hidden = section.querySelector("details.finding:not([hidden])") === null;
    }
    showEmpty("findings", rules === 0 && blocks.size > 0);
    return `${thousands(verdicts)} of ${count(data.verdicts.length, "verdict")}, in ${count(rules, "block")}`;
  }

  document.querySelector("#findings")?.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("[data-more]") : null;
    const block = button?.closest("details.finding");
    if (block !== null && block !== undefined) showMore(block);
  });
  startOpenAll([...blocks.keys()]);
  return startFilter("findings", apply);
}

/** Opens every block that is shown, or closes them all. What passed stays as it is: it is too much to read in one go. */
function startOpenAll(blocks: readonly Element[]): void {
  const all = document.querySelector<HTMLElement>("[data-all]");
  const button = all?.querySelector("button");
  if (all === null || button === null || button === undefined) return;
  all.hidden = blocks.length === 0;
  button.addEventListener("click", () => {
    const isOpening = button.textContent === "Open all";
    button.textContent = isOpening ? "Close all" : "Open all";
    for (const block of blocks) {
      if (block instanceof HTMLDetailsElement && !block.classList.contains("finding-pass") && !block.hidden) {
        block.open = isOpening;
      }
    }
  });
}

function tellTimes({ element, shown, all }: Block): void {
  const times = element.querySelector("[data-times]");
  if (times === null) return;
  const whole = count(all.length, "verdict");
  times.textContent = shown.length === all.length ? whole : `${thousands(shown.length)} of ${whole}`;
}
