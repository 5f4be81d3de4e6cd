import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Unknown, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { MOST_ORIGINS, originOfDatabase } from "./origin-of-database.ts";

export const instanceEngine: Fact = {
  name: "Engine",
  types: ["AWS::RDS::DBInstance"],
  readFrom: { "AWS::RDS::DBInstance": "/Engine" },
  description:
    "The engine of the instance: the one that is written, else that of what it replicates, is restored from or belongs to. Not known when the input does not declare that.",
  compute(instance, { graph }) {
    return instance.declared === "elsewhere" ? undefined : engineOf(instance, graph, 0);
  },
};

function engineOf(database: Resource, graph: ResourceGraph, depth: number): Value | undefined {
  const written = propertyAt(database, "/Engine");
  if (written !== undefined && !(plain(written) instanceof Unknown)) return written;
  const origin = originOfDatabase(database, graph);
  if (origin === undefined) return written;
  const { resource } = origin;
  const engine =
    resource === undefined || depth > MOST_ORIGINS ? undefined : engineOf(resource, graph, depth + 1);
  if (engine !== undefined) return engine;
  return new Unknown(
    `the engine of ${database.address} is that of ${origin.name}, which this input does not tell`,
  );
}
