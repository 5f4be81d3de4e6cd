import { basename, dirname, join } from "node:path";
import type { Value } from "../../model/value.ts";
import { ScanRoot } from "../scan-root.ts";
import type { LoadContext } from "../source.ts";
import { readAssembly } from "./cloud-assembly.ts";
import type { AssemblyStack } from "./cloud-assembly.ts";
import { stackPlace } from "./stack-place.ts";
import type { StackPlace } from "./stack-place.ts";

export interface Placed {
  readonly deployment: string;
  readonly context: LoadContext;
  readonly given: ReadonlyMap<string, Value>;
}

/** Where an input says that a stack is deployed. */
export interface ToldPlace {
  readonly account: string | undefined;
  readonly region: string | undefined;
  readonly stackName: string | undefined;
  readonly paths?: AssemblyStack["paths"];
}

/** Where a stack is deployed: what is given, else what the input or a manifest of CDK says, else the settings. */
export function placeOfStack(
  stack: ToldPlace | undefined,
  { deployment, context, given }: Placed,
): StackPlace {
  return stackPlace({
    deployment,
    account: given.get("AWS::AccountId") ?? stack?.account ?? context.settings.account,
    region: given.get("AWS::Region") ?? stack?.region,
    paths: stack?.paths,
    stackName: given.get("AWS::StackName") ?? stack?.stackName,
  });
}

/** The stack of a template in the manifest of CDK beside it. */
export function besideManifest(real: string): AssemblyStack | undefined {
  const folder = dirname(real);
  const stacks = readAssembly(join(folder, "manifest.json"), ScanRoot.of(folder, folder));
  return stacks.find(
    ({ templatePath }) => basename(templatePath) === basename(real) && dirname(templatePath) === folder,
  );
}
