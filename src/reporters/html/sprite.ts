import { Markup } from "./markup.ts";

/** Signs of 16 by 16 that differ in shape as well as in colour, so that none rests on colour alone. */
const SIGNS: Readonly<Record<string, string>> = {
  failing:
    '<circle class="solid" cx="8" cy="8" r="7"/><path class="on-solid" d="M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2"/>',
  unknown:
    '<path class="solid" d="M8 .6L15.4 8 8 15.4.6 8z"/><path class="on-solid" d="M6.3 6.4c0-2.2 3.4-2.2 3.4 0 0 1.3-1.7 1.3-1.7 2.6M8 11.2v.2"/>',
  passing: '<circle class="solid" cx="8" cy="8" r="7"/><path class="on-solid" d="M4.9 8.3l2.2 2.2 4-4.4"/>',
  attested: '<circle class="line" cx="8" cy="8" r="6.2"/><path class="line" d="M5 8.2l2.1 2.1 3.9-4.2"/>',
  "documented-alternative":
    '<circle class="line" cx="8" cy="8" r="6.2"/><path class="line" d="M4.6 6.5h6M9.2 5l1.6 1.5L9.2 8M11.4 9.7h-6M6.8 8.2L5.2 9.7l1.6 1.5"/>',
  manual:
    '<circle class="line" cx="8" cy="5.4" r="2.6"/><path class="line" d="M2.9 14c.4-3.2 2.4-4.6 5.1-4.6s4.7 1.4 5.1 4.6"/>',
  "live-only": '<circle class="line" cx="8" cy="8" r="6.2"/><circle class="dot" cx="8" cy="8" r="2.4"/>',
  "not-assessed": '<path class="line" d="M3.5 8h9"/>',
  "not-covered": '<circle class="dashed" cx="8" cy="8" r="6.2"/>',
  known:
    '<rect class="line" x="2.5" y="2.5" width="11" height="11" rx="2"/><path class="line" d="M5 6h6M5 9h6"/>',
  waived: '<path class="line" d="M4 14.5V2M4 2.6h8.5L10.5 6l2 3.4H4"/>',
  new: '<circle class="solid" cx="8" cy="8" r="7"/><path class="on-solid" d="M8 4.7v6.6M4.7 8h6.6"/>',
};

/** The pictures of the page, drawn once. */
export function sprite(): Markup {
  const symbols = Object.entries(SIGNS).map(
    ([name, shapes]) => `<symbol id="i-${name}" viewBox="0 0 16 16">${shapes}</symbol>`,
  );
  return new Markup(`<svg class="sprite" aria-hidden="true" width="0" height="0">${symbols.join("")}</svg>`);
}
