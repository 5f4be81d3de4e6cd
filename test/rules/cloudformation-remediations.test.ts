import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/engine/evaluate.ts";
import { addFacts } from "../../src/facts/add-facts.ts";
import { ResourceGraph } from "../../src/model/resource-graph.ts";
import { compileRule } from "../../src/ruleset/compile-rule.ts";
import { bindParameters } from "../../src/ruleset/parameters.ts";
import { loadTemplate } from "../sources/cloudformation/load-template.ts";
import { DEFAULT_SETTINGS, PARAMETERS, RULES } from "./all-rules.ts";

/** What a snippet names and leaves to the template around it, told by the end of its name. */
const AROUND: readonly (readonly [RegExp, string])[] = [
  [/Key$/, "AWS::KMS::Key"],
  [/Role$|^DataSteward$/, "AWS::IAM::Role"],
  [/Subnet\w?$/, "AWS::EC2::Subnet"],
  [/Group$/, "AWS::EC2::SecurityGroup"],
  [/Certificate$/, "AWS::CertificateManager::Certificate"],
  [/^Clinics$/, "AWS::Organizations::OrganizationalUnit"],
  [/^ApiLogs$/, "AWS::Logs::LogGroup"],
];

const SNIPPETS = RULES.flatMap(({ rule }) => {
  const snippet = rule.remediation?.cloudformation;
  return snippet === undefined ? [] : [{ id: rule.id, rule, snippet }];
});

/** The snippet pasted into a template that has what it names. */
function templateWith(snippet: string): string {
  const declared = new Set([...snippet.matchAll(/^(\w+):/gm)].map(([, name]) => name));
  const named = [...snippet.matchAll(/(?:!GetAtt |!Ref |\$\{)([A-Za-z]\w*)(?![\w:])/g)].map(
    ([, name = ""]) => name,
  );
  const around = [...new Set(named)]
    .filter((name) => !declared.has(name))
    .map((name) => {
      const type = AROUND.find(([ending]) => ending.test(name))?.[1] ?? "Custom::Around";
      return `  ${name}: { Type: ${type} }`;
    });
  return ["Resources:", snippet.replace(/^(?=.)/gm, "  "), ...around].join("\n");
}

describe("what a rule says to paste into a template", () => {
  it.each(SNIPPETS)("$id: is legal, and the rule does not fail it", async ({ rule, snippet }) => {
    const { resources, diagnostics, gaps } = await loadTemplate(templateWith(snippet));
    expect(diagnostics.map(({ message }) => message)).toEqual([]);
    expect(gaps).toEqual([]);
    const graph = addFacts(new ResourceGraph(resources), DEFAULT_SETTINGS);
    const { verdicts } = evaluate(graph, [compileRule(rule, bindParameters(PARAMETERS, {}))]);
    const failed = verdicts.filter(({ outcome }) => outcome === "fail");
    expect(
      failed.map(({ resource, evidence }) => [
        resource?.address,
        evidence.map(({ pointer, expected }) => `${pointer}: ${expected}`),
      ]),
    ).toEqual([]);
  });
});
