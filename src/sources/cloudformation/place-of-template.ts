import { basename, dirname, join } from "node:path";
import type { Value } from "../../model/value.ts";
import { ScanRoot } from "../scan-root.ts";
import type { LoadContext } from "../source.ts";
import { readAssembly } from "./cloud-assembly.ts";
import type { AssemblyStack } from "./cloud-assembly.ts";
import { stackPlace } from "./stack-place.ts";
import type { StackPlace } from "./stack-place.ts";

export interface Placed {
  /** The real path of the template; nothing for standard input. */
  readonly real: string | undefined;
  /** What the file itself says. */
  readonly told?: ToldPlace | undefined;
  readonly deployment: string;
  readonly context: LoadContext;
  readonly given: ReadonlyMap<string, Value>;
}

/** Where a template that was named alone is deployed: what it says or a manifest of CDK beside it, else the settings. */
export function placeOfTemplate({ real, told, deployment, context, given }: Placed): StackPlace {
  const stack = told ?? (real === undefined ? undefined : besideManifest(real));
  return placeOfStack(stack, { deployment, context, given });
}

/** Where an input says that a stack is deployed. */
export interface ToldPlace {
  readonly account: string | undefined;
  readonly region: string | undefined;
  readonly stackName: string | undefined;
  readonly paths?: AssemblyStack["paths"];
}

export function placeOfStack(
  stack: ToldPlace | undefined,
  { deployment, context, given }: Omit<Placed, "real" | "told">,
): StackPlace {
  return stackPlace({
    deployment,
    account: given.get("AWS::AccountId") ?? stack?.account ?? context.settings.account,
    region: given.get("AWS::Region") ?? stack?.region,
    paths: stack?.paths,
    stackName: given.get("AWS::StackName") ?? stack?.stackName,
  });
}

function besideManifest(real: string): AssemblyStack | undefined {
  const folder = dirname(real);
  const stacks = readAssembly(join(folder, "manifest.json"), ScanRoot.of(folder, folder));
  return stacks.find(
    ({ templatePath }) => basename(templatePath) === basename(real) && dirname(templatePath) === folder,
  );
}
