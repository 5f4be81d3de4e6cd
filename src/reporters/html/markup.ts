import { showUnseen } from "../escape-text.ts";

/** HTML that may stand in a page as it is. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Text becomes text; `undefined` and `false` become nothing. */
export type Child = Markup | string | number | undefined | false | readonly Child[];

const SPECIAL = /[&<>"']/g;
const NAMES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** The template is HTML, each line break with its margin a space; every value in it is text, unless it is HTML already. */
export function html(template: TemplateStringsArray, ...children: readonly Child[]): Markup {
  const fixed = withoutMargins(template);
  let text = fixed[0] ?? "";
  for (const [index, child] of children.entries()) text += textOf(child) + (fixed[index + 1] ?? "");
  return new Markup(text);
}

/**
 * Text for an element or a quoted attribute: neither a tag, nor what moves, hides or reverses the text around it, nor a
 * command to the runner of a workflow in whose log the page is printed.
 */
function escapeHtml(text: string): string {
  return (
    showUnseen(text)
      .replace(SPECIAL, (character) => NAMES[character] ?? "")
      // written so that the script of the page, which has this line as well, is no such command
      .replace(/##(?=\[)/g, "#&#35;")
  );
}

/** A name without spaces that may go on in a new line where its parts meet. */
export function breakable(name: string): Markup {
  return new Markup(escapeHtml(name).replace(/[./_]/g, "$&<wbr>"));
}

/** Text of several lines, each as `escapeHtml` gives it. */
export function escapeLines(text: string): Markup {
  return new Markup(text.split("\n").map(escapeHtml).join("\n"));
}

function textOf(child: Child): string {
  if (child === undefined || child === false) return "";
  if (child instanceof Markup) return child.text;
  if (typeof child === "string") return escapeHtml(child);
  if (typeof child === "number") return String(child);
  let text = "";
  for (const part of child) text += textOf(part);
  return text;
}

const FIXED = new WeakMap<TemplateStringsArray, readonly string[]>();

function withoutMargins(template: TemplateStringsArray): readonly string[] {
  const known = FIXED.get(template);
  if (known !== undefined) return known;
  const fixed = template.map((part) => part.replace(/\n\s*/g, " "));
  FIXED.set(template, fixed);
  return fixed;
}
