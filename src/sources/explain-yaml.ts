import type { Problem, SourceErrorCode } from "../model/errors.ts";

/** True for text that is written as YAML: its first line that says something is a key, or the end of a header. */
export function looksLikeYaml(text: string): boolean {
  const line = /^(?!\s*(?:#|$)).*$/mu.exec(text.slice(0, 10_000))?.[0] ?? "";
  return /^(?:---|%YAML)/u.test(line) || /^(?:"[^"]*"|'[^']*'|[\w.$/-]+)\s*:(?:\s|$)/u.test(line);
}

const KINDS: readonly (readonly [test: RegExp, kind: string, advice: string])[] = [
  [
    /^apiVersion\s*:[^]*^kind\s*:/mu,
    "a file with an apiVersion and a kind that no cluster keeps, as a configuration of a tool or of access to a cluster",
    "name the manifests of the objects, each with metadata and a name",
  ],
  [
    /^(?:resources|bases|patches|patchesStrategicMerge)\s*:\s*(?:#.*)?\r?\n\s*-/mu,
    "a kustomization",
    "scan what it makes: kubectl kustomize FOLDER > manifests.yaml",
  ],
  [/^(?:openapi|swagger)\s*:/mu, "an OpenAPI description", "scan the template that deploys the API"],
  [
    /^service\s*:[^]*^provider\s*:/mu,
    "a configuration of the Serverless Framework",
    "scan what it packages: serverless package, then .serverless/cloudformation-template-update-stack.json",
  ],
  [/^["']?on["']?\s*:[^]*^jobs\s*:/mu, "a workflow of GitHub Actions", "scan the templates that it deploys"],
  [/^services\s*:/mu, "a Compose file", "it declares no cloud resources"],
  [
    /^(?:Parameters|ParameterKey)\s*:/mu,
    "a file of parameters",
    "give it with --param-file, beside the template",
  ],
];

/** Why YAML that no source recognises is no input, and what to do. */
export function explainYaml(text: string, path: string): Problem<SourceErrorCode> {
  const found = KINDS.find(([test]) => test.test(text.slice(0, 1_000_000)));
  const what = found === undefined ? "YAML, but no template of CloudFormation" : `this is ${found[1]}`;
  const advice = found?.[2] ?? "a template has Resources, each with a Type such as AWS::S3::Bucket";
  return {
    code: "input-not-recognised",
    message: `${path}: not a CloudFormation template: ${what}; ${advice}`,
    location: { file: path },
  };
}
