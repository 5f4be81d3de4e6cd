import { findReferrers } from "../../model/find-referrers.ts";
import { valueAt } from "../../model/pointer.ts";
import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { both, either } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Unknown, isValueList, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { writtenBuckets } from "./written-buckets.ts";

/** Where job definitions of Batch name the role that their containers act as. */
const JOB_ROLES = "/ContainerProperties/JobRoleArn";

export const runOutputs: Fact = {
  name: "RunOutputs",
  types: ["AWS::IAM::Role"],
  needs: ["Grants", "IdentityStatements"],
  description:
    "The buckets that workflow runs may write to: those that the role of HealthOmics runs, or of a job definition of Batch, may put objects into. A bucket that is not in the input, and a statement for more buckets than it names, are items that are not known. Absent of other roles.",
  compute(role, { graph }) {
    // few roles are those of jobs
    const isOfJobs = isJobRole(role, graph);
    const runs = either(
      trusts(role, "omics.amazonaws.com"),
      isOfJobs === false ? false : both(isOfJobs, trusts(role, "ecs-tasks.amazonaws.com")),
    );
    if (runs === false) return undefined;
    if (runs === "unknown") return new Unknown(`whether runs act as ${role.address} is known after apply`);
    return writtenBuckets(role, { graph });
  },
};

function trusts(role: Resource, service: string): Truth {
  const grants = plain(propertyAt(role, "/Facts/Grants"));
  if (!isValueList(grants)) return grants instanceof Unknown ? "unknown" : false;
  let truth: Truth = false;
  for (const grant of grants) truth = either(truth, isService(grant, service));
  return truth;
}

const KIND = ["Kind"];
const PRINCIPAL = ["Principal"];

function isService(grant: Value, service: string): Truth {
  const kind = plain(valueAt(grant, KIND));
  if (kind instanceof Unknown) return "unknown";
  if (kind !== "Service") return false;
  const principal = plain(valueAt(grant, PRINCIPAL));
  return principal instanceof Unknown ? "unknown" : principal === service;
}

function isJobRole(role: Resource, graph: ResourceGraph): Truth {
  const { certain, possible } = findReferrers(graph, "AWS::Batch::JobDefinition", JOB_ROLES, role);
  if (certain.length > 0) return true;
  return possible.length > 0 ? "unknown" : false;
}
