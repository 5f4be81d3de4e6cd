import { loadConfig } from "../config/load-config.ts";
import { addFacts } from "../facts/add-facts.ts";
import { ResourceGraph } from "../model/resource-graph.ts";
import { describeGap } from "../reporters/describe-gap.ts";
import { stringifyJson } from "../reporters/stringify-json.ts";
import { readInputs } from "../sources/read-inputs.ts";
import type { InspectArguments } from "./arguments.ts";
import { checkPaths } from "./check-paths.ts";
import { CLEAN, INCOMPLETE } from "./exit-code.ts";
import { showResource } from "./inspect/show-resource.ts";
import { showProperties } from "./inspect/show-properties.ts";
import { terraformOptions } from "./terraform-options.ts";
import type { Terminal } from "./terminal.ts";

/** Prints the resource graph: what the rules see, facts included. */
export async function inspect(args: InspectArguments, terminal: Terminal): Promise<number> {
  const paths = checkPaths(args.paths);
  const { settings, closed } = await loadConfig(args.config, paths[0]);
  const read = await readInputs(paths, {
    settings,
    terraform: terraformOptions(args),
    paramFiles: args["param-file"] ?? [],
    stdin: () => terminal.readStdin(),
  });
  const graph = addFacts(new ResourceGraph(read.resources, closed), settings);
  const resources = graph.resources
    .filter(({ declared }) => declared === "here")
    .map((resource) => showResource(resource, graph));
  await terminal.print(
    args.format === "json" ? stringifyJson({ resources }) : showProperties(resources, terminal),
  );
  for (const { message } of read.problems) terminal.complain(`genoscan: ${message}`);
  for (const gap of read.gaps) terminal.complain(`genoscan: not read: ${describeGap(gap)}`);
  return read.problems.length + read.gaps.length > 0 ? INCOMPLETE : CLEAN;
}
