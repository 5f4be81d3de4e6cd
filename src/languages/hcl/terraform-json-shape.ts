/**
 * What a property of a JSON body is, where Terraform's own language decides it and not a provider's schema: a block with
 * so many labels, text that holds an expression instead of a template (`"depends_on": ["aws_vpc.main"]`), or text that
 * is taken as it stands (`"description": "costs ${"`). Anything else is an attribute whose strings are templates.
 */
export interface JsonShape {
  readonly blocks: ReadonlyMap<string, JsonBlockShape>;
  readonly expressions: ReadonlySet<string>;
  readonly literals: ReadonlySet<string> | "all";
}

export interface JsonBlockShape extends JsonShape {
  readonly labels: number;
}

interface ShapeParts {
  readonly labels?: number;
  readonly blocks?: Readonly<Record<string, JsonBlockShape>>;
  readonly expressions?: readonly string[];
  readonly literals?: readonly string[] | "all";
}

function shape({ labels = 0, blocks = {}, expressions = [], literals = [] }: ShapeParts): JsonBlockShape {
  return {
    labels,
    blocks: new Map(Object.entries(blocks)),
    expressions: new Set(expressions),
    literals: literals === "all" ? literals : new Set(literals),
  };
}

const plain = shape({});
const connection = plain;
const provisioner = shape({ labels: 1, blocks: { connection }, expressions: ["when", "on_failure"] });

// `dynamic` may stand in the content of a `dynamic`
const contentBlocks = new Map<string, JsonBlockShape>();
const content: JsonBlockShape = { ...plain, blocks: contentBlocks };
const dynamic = shape({ labels: 1, blocks: { content }, expressions: ["iterator"] });
contentBlocks.set("dynamic", dynamic);

const lifecycle = shape({
  blocks: { precondition: plain, postcondition: plain },
  expressions: ["ignore_changes", "replace_triggered_by"],
});

const resource = shape({
  labels: 2,
  blocks: { dynamic, lifecycle, connection, provisioner },
  expressions: ["provider", "depends_on"],
});

const provider = shape({ labels: 1, blocks: { dynamic } });

const variable = shape({
  labels: 1,
  blocks: { validation: plain },
  expressions: ["type"],
  literals: ["description", "default"],
});

const output = shape({
  labels: 1,
  blocks: { precondition: plain },
  expressions: ["depends_on"],
  literals: ["description"],
});

const module = shape({
  labels: 1,
  expressions: ["providers", "depends_on"],
  literals: ["source", "version"],
});

const terraform = shape({
  blocks: {
    required_providers: shape({ literals: "all" }),
    backend: shape({ labels: 1, literals: "all" }),
    cloud: shape({ blocks: { workspaces: shape({ literals: "all" }) }, literals: "all" }),
    provider_meta: shape({ labels: 1 }),
  },
  expressions: ["experiments", "language"],
  literals: ["required_version"],
});

/** A configuration: `.tf.json`, `.tofu.json`. */
export const CONFIGURATION: JsonShape = shape({
  blocks: {
    terraform,
    provider,
    variable,
    output,
    module,
    resource,
    locals: plain,
    data: resource,
    ephemeral: resource,
    check: shape({ labels: 1, blocks: { data: resource, assert: plain } }),
    moved: shape({ expressions: ["from", "to"] }),
    removed: shape({ blocks: { lifecycle, connection, provisioner }, expressions: ["from"] }),
    import: shape({ expressions: ["to", "provider"] }),
  },
});

/** Values of variables: `.tfvars.json`. */
export const VALUES: JsonShape = shape({ literals: "all" });
