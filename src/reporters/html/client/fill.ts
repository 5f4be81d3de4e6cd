import type { Markup } from "../markup.ts";

/** The only place where HTML comes into the page; `html` has escaped what is in it. */
export function fill(element: Element, content: Markup): void {
  element.innerHTML = content.text;
}

export function append(element: Element, content: Markup): void {
  element.insertAdjacentHTML("beforeend", content.text);
}
