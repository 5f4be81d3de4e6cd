import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { both, either } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Reference, Unknown, UnknownPlace, UnknownText, plain, referencesOf } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact, FactContext } from "../fact.ts";

const ASSOCIATION = "AWS::WAFv2::WebACLAssociation";
/** WAF Classic takes no new web ACLs: who names the associations as complete means the newer ones. */
const ASSOCIATIONS = [ASSOCIATION, "AWS::WAFRegional::WebACLAssociation"];
const STAGE = "AWS::ApiGateway::Stage";

export const webAcls: Fact = {
  name: "WebAcls",
  types: [STAGE, "AWS::ElasticLoadBalancingV2::LoadBalancer"],
  description:
    "The associations of the input that put a web ACL, of WAF Classic too, before the stage or the load balancer: by reference, or by the ARN of the stage that is made of its API and its name. One that may is an item that is not known, and so is one that another configuration may hold.",
  compute(resource, { graph }) {
    const found: Value[] = [];
    for (const association of ASSOCIATIONS.flatMap((type) => graph.ofType(type))) {
      const truth = means(propertyAt(association, "/ResourceArn"), resource, { graph });
      if (truth === true && association.uncertain === undefined) found.push(new Reference(association.id));
      else if (truth !== false) {
        found.push(new Unknown(`whether ${association.address} is for ${resource.address} is not known`));
      }
    }
    if (found.length > 0 || graph.isClosed(ASSOCIATION)) return found;
    return [new Unknown(`the association of ${resource.address} may be declared in another configuration`)];
  },
};

function means(arn: Value | undefined, resource: Resource, context: Pick<FactContext, "graph">): Truth {
  const isStage = resource.type === STAGE;
  const known = plain(arn);
  if (isStage && known instanceof UnknownText) return fitsArn(writtenPieces(known), resource, context);
  const named = referencesOf(arn);
  if (named.length > 0) {
    if (!named.some(({ target }) => target === resource.id)) return false;
    return named.length === 1 && !(arn instanceof Unknown) ? true : "unknown";
  }
  if (typeof known !== "string") return "unknown";
  return isStage ? fitsArn([known], resource, context) : resource.identifiers.includes(known);
}

/** The pieces of which the ARN is made, split at its slashes; nothing when a piece could be any text. */
function writtenPieces({ pieces }: UnknownText): readonly (string | Reference)[] | undefined {
  const written: (string | Reference)[] = [];
  for (const piece of pieces) {
    if (typeof piece === "string" || piece instanceof Reference) written.push(piece);
    else if (piece instanceof UnknownPlace) written.push(piece.part);
    else return undefined;
  }
  return written;
}

/** `arn:PARTITION:apigateway:REGION::/restapis/API/stages/STAGE` */
function fitsArn(
  written: readonly (string | Reference)[] | undefined,
  stage: Resource,
  context: Pick<FactContext, "graph">,
): Truth {
  if (written === undefined) return "unknown";
  const references: Reference[] = [];
  const text = written
    .map((piece) => (typeof piece === "string" ? piece : `\u0000${String(references.push(piece) - 1)}`))
    .join("");
  const [, api, name] = /^arn:[^:]*:apigateway:[^:]*::\/restapis\/([^/]+)\/stages\/([^/]+)$/.exec(text) ?? [];
  if (api === undefined || name === undefined) return false;
  const valueOf = (part: string): Value =>
    part.startsWith("\u0000") ? (references[Number(part.slice(1))] ?? part) : part;
  return either(
    isStageItself(valueOf(name), stage),
    both(
      isSame(valueOf(api), propertyAt(stage, "/RestApiId"), context),
      isSame(valueOf(name), propertyAt(stage, "/StageName"), context),
    ),
  );
}

function isStageItself(part: Value, stage: Resource): boolean {
  return part instanceof Reference && part.target === stage.id;
}

/** Whether two values are one text, or name one resource. */
function isSame(part: Value, own: Value | undefined, { graph }: Pick<FactContext, "graph">): Truth {
  const [left] = referencesOf(part);
  const [right] = referencesOf(own);
  if (left !== undefined && right !== undefined) return left.target === right.target;
  const [text, held] = [plain(part), plain(own)];
  if (typeof text === "string" && typeof held === "string") return text === held;
  const named = graph.get((left ?? right)?.target ?? "");
  const id = typeof text === "string" ? text : held;
  return typeof id === "string" && named?.identifiers.includes(id) === true ? true : "unknown";
}
