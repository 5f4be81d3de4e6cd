// Writes src/sources/cloudformation/sam/policy-templates.json: what the policy templates of SAM allow, by their names.
//
//   node scripts/extract-sam-policies.mjs <a git repository of github.com/aws/serverless-application-model> [commit]
//
// "takes" names the parameters, "allows" the statements: actions, what they are allowed on, and what has to be equal "when"
// they are. In a text `${Name}` is a parameter or a pseudo parameter of CloudFormation.

import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";

const [repository, commit = "HEAD"] = process.argv.slice(2);
if (repository === undefined) {
  console.error("usage: node scripts/extract-sam-policies.mjs <repository> [commit]");
  process.exit(2);
}

const path = "samtranslator/policy_templates_data/policy_templates.json";
const source = execFileSync("git", ["-C", repository, "show", `${commit}:${path}`], { encoding: "utf8" });
const lines = Object.entries(JSON.parse(source).Templates)
  .sort(([one], [other]) => (one < other ? -1 : 1))
  .map(([name, template]) => `${JSON.stringify(name)}: ${JSON.stringify(describe(name, template))}`);
writeFileSync(
  resolve(import.meta.dirname, "../src/sources/cloudformation/sam/policy-templates.json"),
  `{\n${lines.join(",\n")}\n}\n`,
);

function describe(name, { Parameters, Definition, ...rest }) {
  expectOnly(name, rest);
  const { Statement, ...beside } = Definition;
  expectOnly(name, beside);
  const allows = Statement.map(({ Effect, Action, Resource, Condition, ...more }) => {
    expectOnly(name, more);
    if (Effect !== "Allow") throw new Error(`${name} has a statement of another effect`);
    const when = Condition === undefined ? {} : { when: describeCondition(name, Condition) };
    return { actions: listed(Action), on: listed(Resource).map((item) => textOf(name, item)), ...when };
  });
  return { takes: Object.keys(Parameters).sort(), allows };
}

function describeCondition(name, { StringEquals, ...rest }) {
  expectOnly(name, rest);
  return Object.fromEntries(Object.entries(StringEquals).map(([key, item]) => [key, textOf(name, item)]));
}

/** The text of `Fn::Sub`, with the names of parameters where it has names of its own for them. */
function textOf(name, item) {
  if (typeof item === "string") return item;
  const { "Fn::Sub": call, ...rest } = item;
  expectOnly(name, rest);
  const [text, variables] = listed(call);
  return text.replaceAll(/\$\{(\w+)\}/gu, (_, variable) => {
    const parameter = variables[variable]?.Ref;
    if (parameter === undefined) throw new Error(`${name} takes ${variable} from somewhere else`);
    return `\${${parameter}}`;
  });
}

function listed(value) {
  return Array.isArray(value) ? value : [value];
}

/** What this does not know would be lost. */
function expectOnly(name, rest) {
  const unknown = Object.keys(rest).filter((key) => key !== "Description");
  if (unknown.length === 0) return;
  throw new Error(`${name} has ${unknown.join(", ")}, which this script does not read`);
}
