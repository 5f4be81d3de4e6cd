import { ModuleInstance } from "../../../languages/hcl/evaluator/module-instance.ts";
import { ResourceInstance } from "../../../languages/hcl/evaluator/resource-instance.ts";
import type { Host, HostedInstance } from "../../../languages/hcl/evaluator/shared.ts";
import type { Files } from "../../../languages/hcl/functions/function-definition.ts";
import type { HclValue } from "../../../languages/hcl/values/hcl-value.ts";
import { NULL } from "../../../languages/hcl/values/make-value.ts";
import { UnknownPlace } from "../../../model/value.ts";
import type { Value } from "../../../model/value.ts";
import { DEFAULT_IDENTIFIERS } from "../lens.ts";
import { lensOf } from "../lens-index.ts";
import { computedData } from "./computed-data.ts";
import type { ModuleLoader } from "./module-loader.ts";
import type { ProviderConfig, ProviderConfigs } from "./provider-configs.ts";
import { statementBehind } from "./statement-behind.ts";
import { providerShape } from "./provider-shapes.ts";

interface Parts {
  readonly files: Files;
  readonly workspace: string;
  readonly loader: ModuleLoader;
  /** The values of the variables of the root module. */
  readonly input: Host["input"];
  readonly providers: ProviderConfigs;
}

/** What a configuration in a folder needs to know of the world around it. */
export function folderHost({ files, workspace, loader, input, providers }: Parts): Host {
  return {
    files,
    workspace,
    openModule: (request) => loader.open(request),
    shapeOf: ({ mode, type }) => providerShape(mode === "data" ? `data.${type}` : type),
    computedAttribute(instance, name, call) {
      const { declaration } = instance;
      if (declaration.mode !== "data") return computedResource(instance, name);
      const module = moduleOf(instance);
      const provider = module === undefined ? undefined : providers.of(declaration, module);
      return computedData(
        {
          type: declaration.type,
          attributes: () => instance.attributes(),
          region: () => provider?.placement.region,
          account: () => (provider === undefined ? undefined : providers.account(provider)),
          ownAccount: () => (provider === undefined ? undefined : ownAccount(provider)),
          encodeJson: (value) => call("jsonencode", [value]),
          renderTemplate: (template, variables) => call("templatestring", [template, variables]),
        },
        name,
      );
    },
    isIdentifier: ({ type }, name) => {
      const lens = lensOf(type);
      // what a satellite is called by may be what it belongs to
      return lens?.fold === undefined && (lens?.identifiers ?? DEFAULT_IDENTIFIERS).includes(name);
    },
    argumentsBehind: (instance, attribute, path) =>
      instance.declaration.type === "aws_iam_policy_document"
        ? statementBehind(instance, attribute, path)
        : undefined,
    input,
  };
}

function ownAccount({ placement }: ProviderConfig): Value | undefined {
  const { deployment } = placement;
  if (deployment === undefined) return undefined;
  return new UnknownPlace(
    "nothing tells the account that is deployed to; set allowed_account_ids in the provider, or account in genoscan.yaml",
    "account",
    deployment,
  );
}

/** `terraform_data` gives back what it is given. */
function computedResource(instance: HostedInstance, name: string): HclValue | undefined {
  const isOutput = instance.declaration.type === "terraform_data" && name === "output";
  return isOutput ? (instance.attributes().get("input") ?? NULL) : undefined;
}

function moduleOf(instance: HostedInstance): ModuleInstance | undefined {
  if (!(instance instanceof ResourceInstance)) return undefined;
  const module: unknown = instance.module;
  return module instanceof ModuleInstance ? module : undefined;
}
