import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { Unknown, isSensitive, plain, referencesOf } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { FactContext } from "../fact.ts";

/** The model of the graph that a step of a pipeline names, or why it is not known. */
export function findModel(
  name: Value | undefined,
  pipeline: Resource,
  context: FactContext,
): Resource | Unknown {
  const found = find(name, pipeline, context);
  const hidden = found instanceof Unknown && isSensitive(name);
  return hidden
    ? new Unknown("the name of the model is sensitive, and no model of this input has it")
    : found;
}

function find(name: Value | undefined, pipeline: Resource, { graph }: FactContext): Resource | Unknown {
  if (name === undefined) return new Unknown("the step names no model");
  const known = plain(name);
  if (known instanceof Unknown) {
    const [only, ...others] = referencesOf(name);
    const target =
      only === undefined || others.length > 0 || name instanceof Unknown ? undefined : graph.get(only.target);
    return target?.type === "AWS::SageMaker::Model" ? target : new Unknown(known.reason);
  }
  if (typeof known !== "string") return new Unknown("the name of the model is not a text");
  const models = graph
    .ofType("AWS::SageMaker::Model")
    .filter(
      (model) => model.declared === "here" && isNamed(model, known) && mayShareAccount(model, pipeline),
    );
  const [model, ...others] = models;
  if (model === undefined) return new Unknown(`the model ${known} is not declared in this input`);
  return others.length === 0 ? model : new Unknown(`several models are named ${known}`);
}

function isNamed(model: Resource, name: string): boolean {
  return model.identifiers.includes(name) || plain(propertyAt(model, "/ModelName")) === name;
}

/** Names of models are those of one account and region. */
function mayShareAccount(model: Resource, pipeline: Resource): boolean {
  return ["/Facts/Account", "/Facts/Region"].every((pointer) => {
    const [own, other] = [plain(propertyAt(model, pointer)), plain(propertyAt(pipeline, pointer))];
    return typeof own !== "string" || typeof other !== "string" || own === other;
  });
}
