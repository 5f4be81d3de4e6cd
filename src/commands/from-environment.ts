import type { Options } from "yargs";

/**
 * The options with the values of GENOSCAN_* as defaults: the command line wins over the environment, and the environment
 * over genoscan.yaml. (`env()` of yargs would refuse a variable that belongs to another verb.)
 */
export function fromEnvironment<Table extends Readonly<Record<string, Options>>>(
  table: Table,
  env: NodeJS.ProcessEnv,
): Table {
  const entries = Object.entries(table).map(([name, options]) => {
    const text = env[variableOf(name)];
    return [
      name,
      text === undefined || text === "" ? options : { ...options, default: valueOf(text, options) },
    ];
  });
  return Object.fromEntries(entries) as Table;
}

function valueOf(text: string, { type, array }: Options): unknown {
  if (type === "boolean") return !["0", "false", "no"].includes(text.toLowerCase());
  return array === true ? text.split(",") : text;
}

function variableOf(option: string): string {
  return `GENOSCAN_${option.replaceAll("-", "_").toUpperCase()}`;
}
