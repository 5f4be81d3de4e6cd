import type { HclValue } from "../values/hcl-value.ts";
import { STRING } from "../values/hcl-value.ts";
import { text, unknown } from "../values/make-value.ts";
import { argument, textOf } from "./arguments.ts";
import { cleanPath } from "./clean-path.ts";
import type { FunctionDefinition } from "./function-definition.ts";

/** Functions over paths that read no file. Paths are those of the systems that Terraform mostly runs on: with `/`. */
export const PATH_FUNCTIONS: Readonly<Record<string, FunctionDefinition>> = {
  basename: onPath((path) => text(basename(path))),
  dirname: onPath((path) => text(dirname(path))),
  abspath: onPath(abspath),
  pathexpand: onPath(pathexpand),
};

function onPath(compute: (path: string) => HclValue): FunctionDefinition {
  return { compute: (args) => compute(textOf(argument(args, 0))), isTotal: true };
}

function basename(path: string): string {
  if (path === "") return ".";
  const parts = path.split("/").filter((part) => part !== "");
  return parts.at(-1) ?? "/";
}

function dirname(path: string): string {
  return cleanPath(path.slice(0, path.lastIndexOf("/") + 1));
}

function abspath(path: string): HclValue {
  if (path.startsWith("/")) return text(cleanPath(path));
  return unknown(STRING, "abspath() depends on the folder that Terraform runs in", [], { notNull: true });
}

function pathexpand(path: string): HclValue {
  if (!path.startsWith("~")) return text(path);
  return unknown(STRING, "pathexpand() depends on the home of the person who runs Terraform", [], {
    notNull: true,
    mayFail: true,
  });
}
