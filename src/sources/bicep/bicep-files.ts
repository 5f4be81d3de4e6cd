import { readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { BicepFile, Statement } from "../../languages/bicep/ast.ts";
import { textOf } from "../../languages/bicep/lower/text-of.ts";
import type { Refused } from "../../languages/bicep/lower/host.ts";
import { parseBicep } from "../../languages/bicep/parse-bicep.ts";
import { decodeText } from "../decode-text.ts";
import { pathFrom } from "../scan-root.ts";
import type { ScanRoot } from "../scan-root.ts";
import { isBicepFile, isParameterFile } from "./looks-like-bicep.ts";
import { isRemote } from "./module-reference.ts";

/** A larger file is no Bicep that people write. */
const LARGEST = 16 * 1024 * 1024;
const MOST_FILES = 5_000;
const MOST_LISTED = 10_000;

/** A file that is there and may be read. */
export interface FoundFile {
  readonly real: string;
  /** The path as reports show it. */
  readonly shown: string;
}

/** The files of a scan: each is opened once, and nothing outside of the scan root is. */
export class BicepFiles {
  /** Nothing for standard input, which has no files beside it. */
  readonly #root: ScanRoot | undefined;
  readonly #opened = new Map<string, BicepFile>();
  readonly #reals = new Map<BicepFile, string>();
  readonly #modules = new Map<string, readonly string[]>();

  /** Templates in JSON that are modules: the paths of those that deploy them, by real paths. */
  readonly compiled = new Map<string, string>();

  constructor(root: ScanRoot | undefined) {
    this.#root = root;
  }

  /** Takes a text that was read elsewhere: the input, or standard input. */
  add(text: string, { real, shown }: FoundFile): BicepFile {
    const known = this.#opened.get(real);
    if (known !== undefined) return known;
    const file = parseBicep(text, shown, isParameterFile(real) ? "parameters" : "template");
    this.#opened.set(real, file);
    this.#reals.set(file, real);
    return file;
  }

  open(found: FoundFile): BicepFile | Refused {
    const known = this.#opened.get(found.real);
    if (known !== undefined) return known;
    if (this.#opened.size >= MOST_FILES) return { refused: "there are more files than genoscan reads" };
    const text = this.read(found);
    return typeof text === "string" ? this.add(text, found) : text;
  }

  /** Where a path leads that a file writes. */
  find(path: string, from: BicepFile): FoundFile | Refused {
    const real = this.#reals.get(from);
    if (real === undefined || this.#root === undefined) {
      return { refused: `${path} is not read: standard input has no files beside it` };
    }
    const shown = join(dirname(from.source.path), path);
    const found = this.#root.resolve(pathFrom(dirname(real), path));
    if (found.ok) return { real: found.path, shown };
    return {
      refused: found.isMissing ? `there is no file ${shown}` : `${shown} lies outside of the scanned folder`,
    };
  }

  read(found: FoundFile, encoding?: string): string | Refused {
    const bytes = this.readBytes(found);
    if (!(bytes instanceof Uint8Array)) return bytes;
    if (encoding === "iso-8859-1" || encoding === "us-ascii") return Buffer.from(bytes).toString("latin1");
    if (encoding === "utf-16BE") return decodeText(Uint8Array.of(0xfe, 0xff, ...bytes));
    return encoding === "utf-16" ? decodeText(Uint8Array.of(0xff, 0xfe, ...bytes)) : decodeText(bytes);
  }

  readBytes({ real, shown }: FoundFile): Uint8Array | Refused {
    try {
      const { size } = statSync(real);
      if (size > LARGEST) return { refused: `${shown} is larger than genoscan reads` };
      return readFileSync(real);
    } catch (error) {
      return {
        refused: `${shown} cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`,
      };
    }
  }

  /** The names of the files in a folder, without those in folders of it. */
  list({ real, shown }: FoundFile): readonly string[] | Refused {
    try {
      const files = readdirSync(real, { withFileTypes: true }).filter((entry) => entry.isFile());
      return files.slice(0, MOST_LISTED).map(({ name }) => name);
    } catch (error) {
      return { refused: `${shown} is no folder (${(error as NodeJS.ErrnoException).code ?? String(error)})` };
    }
  }

  /** True when a file deploys another one, directly or through its modules, or is that one. */
  deploys(real: string, other: string): boolean {
    const seen = new Set([real]);
    for (const next of seen) {
      if (next === other) return true;
      for (const module of this.#modulesOf(next)) seen.add(module);
    }
    return false;
  }

  /** The real paths of the local Bicep files that a file has as modules. */
  #modulesOf(real: string): readonly string[] {
    const known = this.#modules.get(real);
    if (known !== undefined) return known;
    const file = this.#opened.get(real);
    const found =
      file === undefined ? [] : file.statements.flatMap((statement) => this.#moduleOf(statement, file));
    this.#modules.set(real, found);
    return found;
  }

  #moduleOf(statement: Statement, file: BicepFile): readonly string[] {
    const path = statement.kind === "module" ? textOf(statement.path) : undefined;
    const target = path === undefined || isRemote(path) ? undefined : this.find(path, file);
    if (target === undefined || "refused" in target || !isBicepFile(target.real)) return [];
    // a file is opened by the path that it is written with, which reports show
    this.open(target);
    return [target.real];
  }

  /** Every file that was opened. */
  opened(): readonly BicepFile[] {
    return [...this.#opened.values()];
  }

  /** The real path of a file. */
  realOf(file: BicepFile): string | undefined {
    return this.#reals.get(file);
  }
}
