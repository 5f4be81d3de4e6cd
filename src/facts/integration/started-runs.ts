import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { both } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Unknown, UnknownText, isValueList, isValueMap, plain, isOfResources } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { coversAction, hasEffect, someStatement } from "../identity/policy-truth.ts";
import { resourceBehind } from "../storage/resource-behind.ts";

/** https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html */
const START_RUN = /:states:::aws-sdk:omics:startRun(?:Batch)?(?:\.\w+)?$/;

/** Deeper than any definition that Step Functions takes. */
const DEEPEST = 60;

export const startedRuns: Fact = {
  name: "StartedRuns",
  types: ["AWS::StepFunctions::StateMachine"],
  description:
    "The states that start a run of HealthOmics by an integration of Step Functions: LogLevel is that of the run, absent when the state leaves it to HealthOmics, and not known when the state takes it from its input. What is not known of the definition is an item that is not known, unless the role of the machine may start no runs, or is not in the input.",
  needs: ["IdentityStatements"],
  fields: { LogLevel: true, State: true },
  compute(machine, { graph }) {
    const states = statesOf(machine);
    const known = states.filter((state) => !(state instanceof Unknown));
    if (known.length === states.length) return states;
    const role = resourceBehind(propertyAt(machine, "/RoleArn"), graph);
    if (role?.declared === "elsewhere") return known;
    const statements = role === undefined ? undefined : propertyAt(role, "/Facts/IdentityStatements");
    return statements !== undefined && mayStart(statements) === false ? known : states;
  },
};

function mayStart(statements: Value): Truth {
  return someStatement(statements, (statement) =>
    both(hasEffect(statement, "Allow"), coversAction(statement, "omics:StartRun")),
  );
}

function statesOf(machine: Resource): readonly Value[] {
  for (const pointer of ["/Definition", "/DefinitionString"]) {
    const definition = decoded(propertyAt(machine, pointer));
    if (definition !== undefined) return statesIn(definition, "", 0);
  }
  return propertyAt(machine, "/DefinitionS3Location") === undefined
    ? []
    : [new Unknown("the definition of the state machine lies in S3")];
}

function decoded(definition: Value | undefined): Value | undefined {
  const known = plain(definition);
  if (typeof known !== "string") return known;
  try {
    return JSON.parse(known) as Value;
  } catch {
    return new Unknown("the definition of the state machine is not valid JSON");
  }
}

/** Where a definition holds states, and a state holds others. */
const INSIDE = ["Branches", "ItemProcessor", "Iterator", "States"];

function statesIn(value: Value, name: string, depth: number): readonly Value[] {
  if (depth > DEEPEST) return [];
  const known = plain(value);
  if (known instanceof Unknown) return [new Unknown(known.reason)];
  if (isValueList(known)) return known.flatMap((item) => statesIn(item, name, depth + 1));
  if (!isValueMap(known)) return [];
  const own = isStart(known["Resource"]);
  const found: Value[] = own === "unknown" ? [new Unknown("what a state calls is not known")] : [];
  if (own === true) found.push(describe(known, name));
  for (const key of INSIDE) {
    const inner = known[key];
    if (inner !== undefined) found.push(...statesInside(inner, key, name, depth));
  }
  return found;
}

/** `States` names its states; the others hold one machine, or a list of them. */
function statesInside(value: Value, key: string, name: string, depth: number): readonly Value[] {
  const known = plain(value);
  if (key !== "States" || !isValueMap(known)) return statesIn(value, name, depth + 1);
  return Object.entries(known).flatMap(([state, part]) => statesIn(part, state, depth + 1));
}

/** A function or another machine that the input declares is no call of HealthOmics, known ARN or not. */
function isStart(resource: Value | undefined): Truth {
  const known = plain(resource);
  // the partition before it is often not known
  const end = known instanceof UnknownText ? known.pieces.at(-1) : undefined;
  if (typeof end === "string") return START_RUN.test(end);
  if (known instanceof Unknown) return isOfResources(resource) ? false : "unknown";
  return typeof known === "string" && START_RUN.test(known);
}

function describe(state: ValueMap, name: string): Value {
  const given = plain(state["Arguments"] ?? state["Parameters"]);
  if (given instanceof Unknown) return { LogLevel: given, State: name };
  const level = isValueMap(given) ? levelOf(given) : undefined;
  return level === undefined ? { State: name } : { LogLevel: level, State: name };
}

function levelOf(given: ValueMap): Value | undefined {
  if (Object.hasOwn(given, "LogLevel.$")) return new Unknown("the state takes the log level from its input");
  const level = given["LogLevel"];
  const text = plain(level);
  return typeof text === "string" && text.startsWith("{%")
    ? new Unknown("the state takes the log level from its input")
    : level;
}
