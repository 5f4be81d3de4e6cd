import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ScanRoot } from "../scan-root.ts";
import { isObject } from "./looks-like-template.ts";

/** A stack of what `cdk synth` writes. */
export interface AssemblyStack {
  /** The path of its template, from where the manifest was named. */
  readonly templatePath: string;
  readonly stackName: string;
  readonly account: string | undefined;
  readonly region: string | undefined;
}

const DEEPEST = 8;

/**
 * The stacks of a cloud assembly and of the stages inside of it. Empty for a manifest that is none.
 * https://github.com/aws/aws-cdk/tree/main/packages/aws-cdk-lib/cloud-assembly-schema
 */
export function readAssembly(manifestPath: string, root: ScanRoot, depth = 0): readonly AssemblyStack[] {
  const manifest = readManifest(manifestPath, root);
  if (manifest === undefined || depth > DEEPEST) return [];
  const folder = dirname(manifestPath);
  return Object.entries(manifest).flatMap(([id, artifact]) => {
    const properties = isObject(artifact) ? artifact["properties"] : undefined;
    if (!isObject(artifact) || !isObject(properties)) return [];
    if (artifact["type"] === "cdk:cloud-assembly" && typeof properties["directoryName"] === "string") {
      return readAssembly(join(folder, properties["directoryName"], "manifest.json"), root, depth + 1);
    }
    const file = properties["templateFile"];
    if (artifact["type"] !== "aws:cloudformation:stack" || typeof file !== "string") return [];
    const stackName = typeof properties["stackName"] === "string" ? properties["stackName"] : id;
    return [{ templatePath: join(folder, file), stackName, ...environmentOf(artifact["environment"]) }];
  });
}

function readManifest(path: string, root: ScanRoot): Readonly<Record<string, unknown>> | undefined {
  const found = root.resolve(path);
  if (!found.ok) return undefined;
  try {
    const json: unknown = JSON.parse(readFileSync(found.path, "utf8"));
    const artifacts = isObject(json) ? json["artifacts"] : undefined;
    return isObject(artifacts) ? artifacts : undefined;
  } catch {
    return undefined;
  }
}

/** `aws://111122223333/us-east-1`; a stack that fits every environment says unknown-account and unknown-region. */
function environmentOf(environment: unknown): Pick<AssemblyStack, "account" | "region"> {
  const [, account, region] = /^aws:\/\/([^/]+)\/(.+)$/u.exec(String(environment)) ?? [];
  return {
    account: account !== undefined && /^\d{12}$/u.test(account) ? account : undefined,
    region: region === undefined || region === "unknown-region" ? undefined : region,
  };
}
