import { findReferrers } from "../../model/find-referrers.ts";
import { Unknown } from "../../model/value.ts";
import type { Fact } from "../fact.ts";

export const clusterInstances: Fact = {
  name: "Instances",
  types: ["AWS::RDS::DBCluster"],
  description:
    "The addresses of the instances that the input declares for the cluster. Not known when it declares none: they may be declared elsewhere.",
  compute(cluster, { graph }) {
    if (cluster.declared === "elsewhere") return undefined;
    const type = "AWS::RDS::DBInstance";
    const { certain, possible } = findReferrers(graph, type, "/DBClusterIdentifier", cluster);
    if (certain.length + possible.length === 0 && !graph.isClosed(type)) {
      return new Unknown(`no instance of ${cluster.address} is declared in this input`);
    }
    return [
      ...certain.map(({ address }) => address),
      ...possible.map(({ address }) => new Unknown(`${address} may be one of its instances, or several`)),
    ];
  },
};
