import { loadConfig } from "../config/load-config.ts";
import { escapeText } from "../reporters/escape-text.ts";
import { stringifyJson } from "../reporters/stringify-json.ts";
import { SOURCES } from "../sources/registry.ts";
import type { ListArguments } from "./arguments.ts";
import { CLEAN } from "./exit-code.ts";
import { formatTable } from "./format-table.ts";
import { loadRules } from "./load-rules.ts";
import type { LoadedRules } from "./load-rules.ts";
import { listControls, selectFrameworks } from "./select-frameworks.ts";
import type { Terminal } from "./terminal.ts";

type Row = Readonly<Record<string, string | readonly string[]>>;

/** Prints what there is: rules, controls, frameworks, sources or parameters. */
export async function list(args: ListArguments, terminal: Terminal): Promise<number> {
  const config = await loadConfig(args.config, undefined);
  const loaded = await loadRules(args, config);
  const rows = rowsOf(args.what, { ...loaded, ruleset: selectFrameworks(loaded.ruleset, args.framework) });
  const table = () =>
    formatTable(rows.map((row) => Object.values(row).map((cell) => escapeText([cell].flat().join(", ")))));
  await terminal.print(args.format === "json" ? stringifyJson(rows) : table());
  return CLEAN;
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
        asOf,
        source,
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
