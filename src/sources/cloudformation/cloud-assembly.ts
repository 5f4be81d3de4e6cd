import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ScanRoot } from "../scan-root.ts";
import { isObject } from "../../model/is-object.ts";

/** A stack of what `cdk synth` writes. */
export interface AssemblyStack {
  /** The path of its template, from where the manifest was named. */
  readonly templatePath: string;
  readonly stackName: string;
  readonly account: string | undefined;
  readonly region: string | undefined;
  /** The values that CDK gives to parameters of the template. */
  readonly parameters: ReadonlyMap<string, string>;
  /** What CDK would have to look up in the account, and writes stand-ins for. */
  readonly missing: readonly string[];
  /** Construct paths by logical id, those of the stacks inside included: the same id may stand in several of them. */
  readonly paths: ReadonlyMap<string, readonly string[]>;
}

const DEEPEST = 8;

/**
 * The stacks of a cloud assembly and of the stages inside of it. Empty for a manifest that is none.
 * https://github.com/aws/aws-cdk/tree/main/packages/aws-cdk-lib/cloud-assembly-schema
 */
export function readAssembly(manifestPath: string, root: ScanRoot, depth = 0): readonly AssemblyStack[] {
  const manifest = readJson(manifestPath, root);
  const artifacts = manifest?.["artifacts"];
  if (!isObject(artifacts) || depth > DEEPEST) return [];
  const folder = dirname(manifestPath);
  const missing = missingIn(manifest);
  return Object.entries(artifacts).flatMap(([id, artifact]) => {
    const properties = isObject(artifact) ? artifact["properties"] : undefined;
    if (!isObject(artifact) || !isObject(properties)) return [];
    if (artifact["type"] === "cdk:cloud-assembly" && typeof properties["directoryName"] === "string") {
      return readAssembly(join(folder, properties["directoryName"], "manifest.json"), root, depth + 1);
    }
    const file = properties["templateFile"];
    if (artifact["type"] !== "aws:cloudformation:stack" || typeof file !== "string") return [];
    const stackName = typeof properties["stackName"] === "string" ? properties["stackName"] : id;
    return [
      {
        templatePath: join(folder, file),
        stackName,
        ...environmentOf(artifact["environment"]),
        parameters: textsOf(properties["parameters"]),
        missing,
        paths: pathsOf(metadataOf(artifact, folder, root)),
      },
    ];
  });
}

type Json = Readonly<Record<string, unknown>>;

/** `"missing": [{"key": "vpc-provider:account=…", "provider": "vpc-provider", …}]` */
function missingIn(manifest: Json | undefined): readonly string[] {
  const missing: unknown = manifest?.["missing"];
  if (!Array.isArray(missing)) return [];
  const providers = missing.map((item: unknown) => (isObject(item) ? String(item["provider"]) : "something"));
  return providers.filter((provider) => provider !== ZONES);
}

/** There are as many stand-ins as there would be zones, and nothing is judged by their names. */
const ZONES = "availability-zones";

function textsOf(value: unknown): ReadonlyMap<string, string> {
  if (!isObject(value)) return new Map();
  return new Map(
    Object.entries(value).flatMap(([key, text]) => (typeof text === "string" ? [[key, text]] : [])),
  );
}

function readJson(path: string, root: ScanRoot): Json | undefined {
  const found = root.resolve(path);
  if (!found.ok) return undefined;
  try {
    const json: unknown = JSON.parse(readFileSync(found.path, "utf8"));
    return isObject(json) ? json : undefined;
  } catch {
    return undefined;
  }
}

/** What CDK says of the constructs of a stack, in the manifest or in a file beside it. */
function metadataOf(artifact: Json, folder: string, root: ScanRoot): Json {
  const file = artifact["additionalMetadataFile"];
  const beside = typeof file === "string" ? readJson(join(folder, file), root) : undefined;
  const own = artifact["metadata"];
  return { ...(isObject(own) ? own : {}), ...beside };
}

/** `"/Prod/Data/Reports/Resource": [{"type": "aws:cdk:logicalId", "data": "Reports65402A0A"}]` */
function pathsOf(metadata: Json): ReadonlyMap<string, readonly string[]> {
  const paths = new Map<string, string[]>();
  for (const [path, entries] of Object.entries(metadata)) {
    for (const entry of Array.isArray(entries) ? (entries as readonly unknown[]) : []) {
      if (!isObject(entry) || entry["type"] !== "aws:cdk:logicalId") continue;
      if (typeof entry["data"] !== "string") continue;
      const written = path.replace(/^\//u, "");
      const others = paths.get(entry["data"]);
      if (others === undefined) paths.set(entry["data"], [written]);
      else others.push(written);
    }
  }
  return paths;
}

/** The file of an asset by the hash under which it is uploaded, from the list beside a template of CDK. */
export function assetFile(templatePath: string, hash: string, root: ScanRoot): string | undefined {
  const list = templatePath.replace(/(?:\.nested)?\.template\.json$/u, ".assets.json");
  const files = readJson(list, root)?.["files"];
  const asset = isObject(files) ? files[hash] : undefined;
  const source = isObject(asset) ? asset["source"] : undefined;
  return isObject(source) && typeof source["path"] === "string" ? source["path"] : undefined;
}

/** `aws://111122223333/us-east-1`; a stack that fits every environment says unknown-account and unknown-region. */
function environmentOf(environment: unknown): Pick<AssemblyStack, "account" | "region"> {
  const [, account, region] = /^aws:\/\/([^/]+)\/(.+)$/u.exec(String(environment)) ?? [];
  return {
    account: account !== undefined && /^\d{12}$/u.test(account) ? account : undefined,
    region: region === undefined || region === "unknown-region" ? undefined : region,
  };
}
