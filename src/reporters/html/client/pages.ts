import type { Asked, FilterForm } from "./filter-form.ts";

/** How much of the part before the current one is still to be seen, in pixels. */
const STRIP_MARGIN = 48;

export interface Filters {
  readonly [list: string]: FilterForm | undefined;
}

/** Makes a page of each part: one is shown at a time, and the address of the report names it. */
export function startPages(filters: Filters): void {
  addEventListener("hashchange", () => goToAddress(filters));
  document.addEventListener("click", ({ target }) => {
    if (!(target instanceof Element)) return;
    const link = target.closest<HTMLAnchorElement>('a[href^="#"]');
    if (link === null) return;
    presetFilter(link, filters);
    // a second click on the same link changes no address, and still means to go there
    if (link.getAttribute("href") === location.hash) goToAddress(filters);
  });
  if (location.hash !== "") goToAddress(filters);
  else mark("summary");
}

/** Some links lead to a list and narrow it. */
function presetFilter(link: HTMLAnchorElement, filters: Filters): void {
  const { showFindings, showControls } = link.dataset;
  if (showFindings !== undefined) {
    filters["findings"]?.set(Object.fromEntries(new URLSearchParams(showFindings)));
  }
  if (showControls === undefined) return;
  const [framework = "", status = ""] = showControls.split(" ");
  filters["controls"]?.set({ framework, status } satisfies Asked);
}

function goToAddress(filters: Filters): void {
  const id = decode(location.hash.slice(1));
  const target = document.getElementById(id === "" ? "summary" : id);
  const page = target?.closest<HTMLElement>("section.page") ?? undefined;
  if (target === null || page === undefined) return;
  for (const other of document.querySelectorAll("section.page")) {
    other.classList.toggle("shown", other === page);
  }
  mark(page.id);
  if (target === page) {
    scrollTo(0, 0);
    page.querySelector("h2")?.focus({ preventScroll: true });
    return;
  }
  // what a filter hides cannot be gone to
  if (target.hidden) filters[page.id]?.set({});
  openAround(target);
  target.scrollIntoView({ block: "start" });
  (target.querySelector("summary") ?? target).focus({ preventScroll: true });
}

function openAround(target: Element): void {
  for (let part: Element | null = target; part !== null; part = part.parentElement) {
    if (part instanceof HTMLDetailsElement) part.open = true;
  }
}

function mark(page: string): void {
  for (const link of document.querySelectorAll("a[data-page]")) {
    if (link.getAttribute("data-page") === page) {
      link.setAttribute("aria-current", "page");
      showInStrip(link);
    } else {
      link.removeAttribute("aria-current");
    }
  }
}

/** In a narrow window the parts stand in a strip that is longer than the window. */
function showInStrip(link: Element): void {
  const strip = link.closest("ul");
  if (strip === null) return;
  strip.scrollLeft += link.getBoundingClientRect().left - strip.getBoundingClientRect().left - STRIP_MARGIN;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // an address that somebody has typed
    return text;
  }
}
