/** What a reader opens on the screen, and what is opened on paper. */
const ON_PAPER =
  "details.finding:not(.finding-pass):not([hidden]), details.about, details.control-rules, #coverage details, #summary details";

/** On paper nothing can be opened. What passed and what is said of each resource stays folded: it would be most of the pages. */
export function startPrint(): void {
  let opened: HTMLDetailsElement[] = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll<HTMLDetailsElement>(ON_PAPER)].filter((details) => !details.open);
    for (const details of opened) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
  });
  document.querySelector("[data-print]")?.addEventListener("click", () => print());
}
