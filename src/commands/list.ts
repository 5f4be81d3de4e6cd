import { loadConfig } from "../config/load-config.ts";
import { escapeText } from "../reporters/escape-text.ts";
import { stringifyJson } from "../reporters/stringify-json.ts";
import { SOURCES } from "../sources/registry.ts";
import type { ListArguments } from "./arguments.ts";
import { CLEAN } from "./exit-code.ts";
import { frameworkCoverage } from "./framework-coverage.ts";
import { formatTable } from "./format-table.ts";
import { loadRules } from "./load-rules.ts";
import type { LoadedRules } from "./load-rules.ts";
import { listControls, selectFrameworks } from "./select-frameworks.ts";
import type { Terminal } from "./terminal.ts";

type Row = Readonly<Record<string, string | number | readonly string[]>>;

/** Prints what there is: rules, controls, frameworks, sources or parameters. */
export async function list(args: ListArguments, terminal: Terminal): Promise<number> {
  const config = await loadConfig(args.config, undefined);
  const loaded = await loadRules(args, config);
  const rows = rowsOf(args.what, { ...loaded, ruleset: selectFrameworks(loaded.ruleset, args.framework) });
  await terminal.print(args.format === "json" ? stringifyJson(rows) : tableOf(rows));
  return CLEAN;
}

/** The names of the columns stand above them, in words. */
function tableOf(rows: readonly Row[]): string {
  const [first] = rows;
  if (first === undefined) return "";
  const heads = Object.keys(first).map((name) =>
    name.replaceAll(/[A-Z]/g, (letter) => ` ${letter}`).toUpperCase(),
  );
  const cells = rows.map((row) => Object.values(row).map((cell) => escapeText([cell].flat().join(", "))));
  return formatTable([heads, ...cells]);
}

function rowsOf(what: ListArguments["what"], { ruleset, document }: LoadedRules): readonly Row[] {
  switch (what) {
    case "rules":
      return ruleset.rules.map(({ id, severity, title, types }) => ({ id, severity, title, types }));
    case "controls":
      return listControls(ruleset.controls).map(({ framework, id, evidence, title }) => ({
        framework,
        id,
        evidence,
        title,
      }));
    case "frameworks":
      return Object.entries(ruleset.controls).map(([framework, { title, asOf, source }]) => ({
        framework,
        title,
        ...frameworkCoverage(ruleset, framework),
        asOf,
        source: source.trim(),
      }));
    case "sources":
      return SOURCES.map(({ name, title }) => ({ name, title }));
    case "parameters":
      return Object.entries(document.parameters).map(([name, { description }]) => ({
        name,
        value: JSON.stringify(ruleset.parameters[name]),
        description: description.trim(),
      }));
  }
}
