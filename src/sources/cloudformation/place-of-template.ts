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
  readonly deployment: string;
  readonly context: LoadContext;
  readonly given: ReadonlyMap<string, Value>;
}

/** Where a template that was named alone is deployed: what a manifest of CDK beside it says, else the settings. */
export function placeOfTemplate({ real, deployment, context, given }: Placed): StackPlace {
  return placeOfStack(real === undefined ? undefined : besideManifest(real), { deployment, context, given });
}

export function placeOfStack(
  stack: AssemblyStack | undefined,
  { deployment, context, given }: Omit<Placed, "real">,
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
