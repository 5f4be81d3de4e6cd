import type { Problem, SourceErrorCode } from "../model/errors.ts";
import { explainAzure } from "./explain-azure.ts";

/** Why an input that no source recognises is none, and what to do: people hand over what Terraform printed last. */
export function explainJson(json: unknown, path: string): Problem<SourceErrorCode> {
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    const kind = Array.isArray(json) ? "a list" : json === null ? "null" : `a ${typeof json}`;
    return problem("input-not-recognised", `${path}: JSON, but ${kind}; ${EXPECTED}`, path);
  }
  const document = json as Readonly<Record<string, unknown>>;
  if (typeof document["@level"] === "string") return explainNdjson(path);
  if ("encrypted_data" in document) return explainEncrypted(path);
  const isState = typeof document["version"] === "number" && ("lineage" in document || "modules" in document);
  if ("backend" in document && "version" in document) return explainBackend(path);
  if (isState) return explainOldState(document["version"], path);
  const azure = explainAzure(document, path);
  if (azure !== undefined) return azure;
  return problem(
    "input-not-recognised",
    `${path}: JSON, but no input that genoscan knows; ${EXPECTED}`,
    path,
  );
}

const HOW = "terraform plan -out=plan.tfplan && terraform show -json plan.tfplan > plan.json";
const EXPECTED = `expected a Terraform plan (${HOW}), a state or a template`;

export function explainZip(path: string): Problem<SourceErrorCode> {
  return problem(
    "terraform-binary-plan",
    `${path}: this is a binary plan; turn it into JSON: terraform show -json ${path} > plan.json`,
    path,
  );
}

export function explainNdjson(path: string): Problem<SourceErrorCode> {
  return problem(
    "terraform-ndjson",
    `${path}: this is the log of terraform plan -json, one message a line, and no plan; make one: ${HOW}`,
    path,
  );
}

/** What terraform plan or terraform show print without -json. */
export function isPlanInWords(text: string): boolean {
  return /^(Terraform will perform|Terraform used the selected providers|No changes\.|Plan: \d+ to add)/m.test(
    text.slice(0, 4000),
  );
}

export function explainWords(path: string): Problem<SourceErrorCode> {
  return problem(
    "input-not-recognised",
    `${path}: this is a plan in words; genoscan reads it as JSON: ${HOW}`,
    path,
  );
}

export function explainEmpty(path: string): Problem<SourceErrorCode> {
  return problem("input-empty", `${path}: the file is empty; ${EXPECTED}`, path);
}

const PULL = "terraform state pull > terraform.tfstate";

/** `.terraform/terraform.tfstate` says which backend the folder uses, and holds no resources. */
function explainBackend(path: string): Problem<SourceErrorCode> {
  const message = `${path}: this only says in which backend the state is; fetch it: ${PULL}`;
  return problem("terraform-state-version", message, path);
}

function explainEncrypted(path: string): Problem<SourceErrorCode> {
  const message = `${path}: this is encrypted by OpenTofu; where it can be decrypted, make it readable: tofu show -json > state.json`;
  return problem("terraform-state-encrypted", message, path);
}

function explainOldState(version: unknown, path: string): Problem<SourceErrorCode> {
  const message = `${path}: this is a Terraform state file of version ${String(version)}, and genoscan reads version 4; write it anew with a Terraform that does: terraform apply -refresh-only, then ${PULL}`;
  return problem("terraform-state-version", message, path);
}

function problem(code: SourceErrorCode, message: string, path: string): Problem<SourceErrorCode> {
  return { code, message, location: { file: path } };
}

export function explainConfiguration(path: string): Problem<SourceErrorCode> {
  const message = `${path}: a Terraform configuration is scanned as a whole; name the folder that the file lies in`;
  return problem("input-not-recognised", message, path);
}
