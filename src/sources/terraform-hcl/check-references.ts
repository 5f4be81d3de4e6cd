import { locate } from "../../languages/hcl/evaluator/locate.ts";
import type { ModuleConfig } from "../../languages/hcl/evaluator/module-config.ts";
import type { Block, Body, HclFile, Reference } from "../../languages/hcl/ast.ts";
import { visitReferences } from "../../languages/hcl/referred-names.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { closestWord } from "../../model/did-you-mean.ts";

/** Blocks whose expressions are values; what others hold are addresses, types, and names of their own. */
const OF_VALUES = new Set(["data", "ephemeral", "locals", "module", "output", "provider", "resource"]);
/** Attributes that name provider configurations, which are no values. */
const PROVIDERS = new Set(["provider", "providers"]);
const WITHOUT_DECLARATION = new Set(["count", "each", "path", "self", "terraform"]);

/** References of a module to what it does not declare, in Terraform's words. `address` is that of the module. */
export function checkReferences(config: ModuleConfig, address: string): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const place = address === "" ? "the root module" : address;
  for (const file of config.files) {
    for (const block of file.body.blocks) {
      if (!OF_VALUES.has(block.type)) continue;
      visitBody(block.body, new Set(), (reference) => {
        const message = describeUndeclared(reference, config, place);
        if (message !== undefined) diagnostics.push(told(message, file, reference));
      });
    }
  }
  return diagnostics;
}

function told(message: string, file: HclFile, { start }: Reference): Diagnostic {
  const location = locate(file, start);
  return { code: "terraform-undeclared-reference", level: "error", message, location };
}

function visitBody(body: Body, bound: ReadonlySet<string>, found: (reference: Reference) => void): void {
  for (const [name, { value }] of body.attributes) {
    if (!PROVIDERS.has(name)) visitReferences(value, found, bound);
  }
  for (const block of body.blocks) {
    // ignore_changes holds names of attributes, and iterator brings one into being
    if (block.type === "lifecycle") continue;
    if (block.type === "dynamic") visitDynamic(block, bound, found);
    else visitBody(block.body, bound, found);
  }
}

function visitDynamic(block: Block, bound: ReadonlySet<string>, found: (reference: Reference) => void): void {
  const { attributes, blocks } = block.body;
  const named = attributes.get("iterator")?.value;
  const iterator = named?.kind === "reference" ? named.root : block.labels[0]?.value;
  for (const [name, { value }] of attributes) {
    if (name !== "iterator") visitReferences(value, found, bound);
  }
  const inner = iterator === undefined ? bound : new Set([...bound, iterator]);
  for (const { body } of blocks) visitBody(body, inner, found);
}

function describeUndeclared(reference: Reference, config: ModuleConfig, place: string): string | undefined {
  const { root } = reference;
  const [first, second] = reference.steps.map((step) =>
    step.kind === "attribute-step" ? step.name : undefined,
  );
  if (first === undefined || WITHOUT_DECLARATION.has(root)) return undefined;
  switch (root) {
    case "var":
      return undeclared(first, config.variables, "input variable", (name) => {
        return `An input variable with the name ${name} has not been declared. This variable can be declared with a variable ${name} {} block.`;
      });
    case "local":
      return undeclared(first, config.locals, "local value", (name) => {
        return `A local value with the name ${name} has not been declared.`;
      });
    case "module":
      return undeclared(first, config.calls, "module", (name) => {
        return `No module call named ${name} is declared in ${place}.`;
      });
    case "data":
      return undeclaredResource("data", [first, second], config.data, place);
    case "ephemeral":
      return undeclaredResource("ephemeral", [first, second], config.ephemeral, place);
    case "resource":
      return undeclaredResource("managed", [first, second], config.resources, place);
    default:
      return undeclaredResource("managed", [root, first], config.resources, place);
  }
}

function undeclared(
  name: string,
  declared: ReadonlyMap<string, unknown>,
  kind: string,
  describe: (name: string) => string,
): string | undefined {
  if (declared.has(name)) return undefined;
  return `Reference to undeclared ${kind}: ${describe(JSON.stringify(name))}${hint(name, declared.keys())}`;
}

function undeclaredResource(
  mode: "data" | "ephemeral" | "managed",
  [type, name]: readonly [string | undefined, string | undefined],
  declared: ReadonlyMap<string, unknown>,
  place: string,
): string | undefined {
  if (type === undefined || name === undefined || declared.has(`${type}.${name}`)) return undefined;
  const what = `${mode === "ephemeral" ? "An" : "A"} ${mode} resource ${JSON.stringify(type)} ${JSON.stringify(name)}`;
  return `Reference to undeclared resource: ${what} has not been declared in ${place}.${hint(`${type}.${name}`, declared.keys())}`;
}

function hint(name: string, declared: Iterable<string>): string {
  const near = closestWord(name, declared);
  return near === undefined ? "" : ` Did you mean ${JSON.stringify(near)}?`;
}
