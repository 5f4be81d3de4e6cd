import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { Unknown, plain } from "../../model/value.ts";
import type { FactContext } from "../fact.ts";
import { parseEcrRepository } from "./image-name.ts";
import type { EcrRepository } from "./image-name.ts";

/** The repository of the graph that an image comes from, or why it is not known. */
export function findRepository(repository: string, { graph }: FactContext): Resource | Unknown {
  const declared = graph.ofType("AWS::ECR::Repository").filter((resource) => resource.declared === "here");
  const byUri = declared.find((resource) => isNamed(resource, repository));
  if (byUri !== undefined) return byUri;
  const ecr = parseEcrRepository(repository);
  const sameName =
    ecr === undefined ? [] : declared.filter((resource) => textAt(resource, "/RepositoryName") === ecr.name);
  for (const resource of sameName) {
    if (ecr !== undefined && liesIn(resource, ecr) === true) return resource;
  }
  const possible = sameName.find((resource) => ecr !== undefined && liesIn(resource, ecr) === undefined);
  if (possible !== undefined) {
    return new Unknown(
      `whether ${possible.address} is the repository ${repository} is not known; set the account in genoscan.yaml, or name the image by its digest`,
    );
  }
  return new Unknown(
    `whether tags of ${repository} can be moved is not known, because this input does not declare it; name the image by its digest`,
  );
}

function isNamed(resource: Resource, uri: string): boolean {
  return resource.identifiers.includes(uri) || textAt(resource, "/RepositoryUri") === uri;
}

/** `undefined` when the input does not say where the resource is deployed. */
function liesIn(resource: Resource, { account, region }: EcrRepository): boolean | undefined {
  const same = [
    sameText(textAt(resource, "/Facts/Account"), account),
    sameText(textAt(resource, "/Facts/Region"), region),
  ];
  if (same.includes(false)) return false;
  return same.includes(undefined) ? undefined : true;
}

function sameText(held: string | undefined, wanted: string): boolean | undefined {
  return held === undefined ? undefined : held === wanted;
}

function textAt(resource: Resource, pointer: string): string | undefined {
  const known = plain(propertyAt(resource, pointer));
  return typeof known === "string" ? known : undefined;
}
