import { readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { readTemplate } from "../../languages/arm/json/read-template.ts";
import type { Link } from "../../languages/arm/json/read-resources.ts";
import { JsonSyntaxError, parseArmJson } from "../../languages/arm/json/parse-arm-json.ts";
import { SourceText } from "../../languages/arm/source-text.ts";
import type { MissingTemplate, Template } from "../../languages/arm/template.ts";
import { Secure, bare } from "../../languages/arm/values/arm-value.ts";
import type { ArmValue } from "../../languages/arm/values/arm-value.ts";
import type { Location } from "../../model/location.ts";
import { decodeText } from "../decode-text.ts";
import type { ScanRoot } from "../scan-root.ts";

/** Why a text is no template, and where. */
export interface UnreadableTemplate {
  readonly message: string;
  readonly location: Location;
}

const LARGEST = 64 * 1024 * 1024;

/** The location of artifacts is mostly the folder of the first template, and others in folders below link from there. */
const FOLDERS_ABOVE = ["", "..", "../.."];
const NOWHERE = { ok: false, isMissing: true } as const;

/** Opens templates and the local ones that they link to; nothing outside of the scan root. */
export class TemplateOpener {
  readonly #root: ScanRoot | undefined;
  /** Real paths by the paths as reports show them. */
  readonly #real = new Map<string, string>();
  readonly #opened = new Map<string, Template | MissingTemplate>();
  /** The real paths of the files that others link to. */
  readonly linked = new Set<string>();

  /** Without a root nothing but the given text is read, as of standard input. */
  constructor(root: ScanRoot | undefined) {
    this.#root = root;
  }

  /** `path` as the user names it, `real` as the file system does. */
  open(path: string, real: string, text: string): Template | UnreadableTemplate {
    const source = new SourceText(path, text);
    this.#real.set(path, real);
    try {
      const template = readTemplate(parseArmJson(text), source, (link, from) => this.#openLinked(link, from));
      this.#opened.set(real, template);
      return template;
    } catch (error) {
      if (!(error instanceof JsonSyntaxError)) throw error;
      return { message: error.message, location: source.locate(error.start) };
    }
  }

  #openLinked(link: Link, from: string): Template | MissingTemplate {
    const folder = dirname(this.#real.get(from) ?? "");
    const missing = (reason: string): MissingTemplate => ({ code: "arm-linked-template", missing: reason });
    const path = pathOf(link, basename(folder));
    if (path === undefined) return missing(`the linked template is not a local file (${describe(link)})`);
    if (this.#root === undefined) return missing("standard input has no files beside it");
    const above = textOf(link.relativePath) === undefined ? FOLDERS_ABOVE : [""];
    const places = above.map((climb) => {
      const resolved = this.#root?.resolve(join(folder, climb, path));
      return { shown: join(dirname(from), climb, path), found: resolved ?? NOWHERE };
    });
    const place = places.find((one) => one.found.ok) ?? places[0];
    const { shown, found } = place ?? { shown: path, found: NOWHERE };
    if (!found.ok) {
      return missing(
        found.isMissing
          ? `there is no file ${shown}, and genoscan fetches none (${describe(link)})`
          : `${shown} lies outside of the scanned folder`,
      );
    }
    // the name of a file beside the template may be one of another repository
    if (found.path === this.#real.get(from)) {
      return missing(`it seems to be ${shown}, which is the template itself (${describe(link)})`);
    }
    this.linked.add(found.path);
    return this.#opened.get(found.path) ?? this.#openFile(shown, found.path, missing);
  }

  #openFile(
    shown: string,
    real: string,
    missing: (reason: string) => MissingTemplate,
  ): Template | MissingTemplate {
    const found = statSync(real);
    if (!found.isFile() || found.size > LARGEST) return missing(`${shown} is no template`);
    const opened = this.open(shown, real, decodeText(readFileSync(real)));
    if ("message" in opened) {
      const { line = 1, column = 1 } = opened.location;
      return missing(`${shown}:${String(line)}:${String(column)}: ${opened.message}`);
    }
    return opened;
  }
}

/**
 * The path of a linked template beside the one that links to it. A web address is made of an artifacts location that is
 * given at deployment and the name of a file, which lies beside the template in the repository.
 */
function pathOf({ relativePath, uri, texts }: Link, folder: string): string | undefined {
  const relative = textOf(relativePath);
  if (relative !== undefined) return relative;
  const address = textOf(uri);
  if (address !== undefined && URL.canParse(address)) {
    // the address of this repository: what follows the name of the folder lies in it
    const segments = new URL(address).pathname.split("/");
    const at = segments.lastIndexOf(folder);
    if (at > 0 && at < segments.length - 1) return segments.slice(at + 1).join("/");
  }
  const named = texts.filter((text) => /^\/?[\w./-]+\.json$/iu.test(text) && !text.includes("//"));
  const [only, ...more] = named;
  return only === undefined || more.length > 0 ? undefined : only.replace(/^\/+/u, "");
}

function textOf(value: ArmValue | undefined): string | undefined {
  const text = value === undefined ? undefined : bare(value);
  return typeof text === "string" ? text : undefined;
}

/** An address as it is shown: what follows its path may be a signature that gives access. */
function describe({ relativePath, uri, id, texts }: Link): string {
  if ([relativePath, uri, id].some((part) => part instanceof Secure)) {
    const written = texts.filter((text) => /\w/u.test(text));
    return `its address holds a secret${written.length === 0 ? "" : `, and ${written.join(" ")}`}`;
  }
  if (textOf(uri) === "") return "its address is empty";
  if (textOf(uri) !== undefined) return (textOf(uri) ?? "").replace(/[?#].*$/su, "");
  if (textOf(id) !== undefined) return `template spec ${textOf(id) ?? ""}`;
  if (textOf(relativePath) !== undefined) return textOf(relativePath) ?? "";
  return "its address is put together at deployment";
}
