import type { TemplateNode } from "../cloudformation/template-node.ts";
import { Unknown, UnknownText, emptyMap, put } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";

/** Values of one file: aliases may ask for the same ones again and again. */
const MOST_VALUES = 2_000_000;
const DEEPEST = 250;

/** Parameters of a template of OpenShift, by name; one without a value is there with `undefined`. */
export type Parameters = ReadonlyMap<string, string | undefined>;

/** `${NAME}` and `${{NAME}}`, as envsubst and the templates of OpenShift write it; `{{ name }}`, as many others do. */
const PLACEHOLDER = /\$\{\{?\s*([A-Za-z_]\w*)\s*(?::?-[^}]*)?\}\}?|\{\{\s*([^{}]*?)\s*\}\}/gu;

/** Makes values of what is written in a manifest, and counts them. */
export class ValueReader {
  #left: number;

  constructor(most = MOST_VALUES) {
    this.#left = most;
  }

  /** What is too much of a stranger's file is not known. `parameters` are those of the template around it. */
  read(node: TemplateNode, parameters?: Parameters, depth = 0): Value {
    this.#left -= 1;
    if (this.#left < 0) return new Unknown("the aliases of the file stand for more than genoscan reads");
    if (depth > DEEPEST) return new Unknown(`this is nested more than ${String(DEEPEST)} levels deep`);
    switch (node.kind) {
      case "scalar":
        return typeof node.value === "string" ? fillIn(node.value, parameters) : node.value;
      case "conflict":
        return new Unknown(
          node.reason.includes("stands twice") ? "the key stands twice" : "its alias leads nowhere",
        );
      case "list":
        return node.items.map((item) => this.read(item, parameters, depth + 1));
      case "map": {
        const map = emptyMap();
        for (const [key, { value }] of node.entries) {
          const part = this.read(value, parameters, depth + 1);
          // the API takes null for what is not there
          if (part !== null) put(map, key, part);
        }
        return map;
      }
    }
  }
}

/** Of a text with places that something fills in before the cluster sees it, only the rest is known. */
function fillIn(text: string, parameters: Parameters | undefined): Value {
  if (!text.includes("${") && !text.includes("{{")) return text;
  const pieces: Value[] = [];
  let end = 0;
  for (const found of text.matchAll(PLACEHOLDER)) {
    const [all, name = found[2] ?? ""] = found;
    if (parameters !== undefined && !parameters.has(name)) continue;
    const value = parameters?.get(name);
    pieces.push(text.slice(end, found.index), value ?? new Unknown(reasonOf(name, parameters)));
    end = found.index + all.length;
  }
  if (pieces.length === 0) return text;
  pieces.push(text.slice(end));
  const written = pieces.filter((piece) => piece !== "");
  if (written.every((piece) => typeof piece === "string")) return written.join("");
  const open = written.find((piece) => piece instanceof Unknown);
  return new UnknownText(open?.reason ?? "", [], written);
}

function reasonOf(name: string, parameters: Parameters | undefined): string {
  return parameters === undefined
    ? `${name} is filled in before the manifest is applied`
    : `parameter ${name} of the template has no value`;
}
