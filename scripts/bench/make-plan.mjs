// Makes a plan of a given size with the mix that real plans have; half of it in a module with for_each, half in the
// root module.

import { blocks } from "./clinic-blocks.mjs";

/** @typedef {import("./clinic-blocks.mjs").Block} Block */

/**
 * @param {Block} from
 * @param {string} prefix
 * @param {string} suffix
 */
function change({ type, name, after, computed, references }, prefix, suffix) {
  const address = `${prefix}${type}.${name}${suffix}`;
  /** @type {Record<string, unknown>} */
  const unknown = Object.fromEntries(computed.map((key) => [key, true]));
  for (const path of Object.keys(references)) setUnknown(unknown, path.split("."));
  const module = prefix === "" ? {} : { module_address: prefix.slice(0, -1) };
  return {
    address,
    ...module,
    mode: "managed",
    type,
    name: `${name}${suffix}`,
    provider_name: "registry.terraform.io/hashicorp/aws",
    change: {
      actions: ["create"],
      before: null,
      after,
      after_unknown: unknown,
      before_sensitive: false,
      after_sensitive: {},
    },
  };
}

/**
 * @param {Record<string, unknown>} unknown
 * @param {string[]} path
 */
function setUnknown(unknown, [first = "", ...rest]) {
  if (rest.length === 0) {
    unknown[first] = true;
    return;
  }
  const list = /** @type {Record<string, unknown>[]} */ (unknown[first] ??= [{}]);
  setUnknown(list[0] ?? {}, rest);
}

/**
 * @param {Block} from
 * @param {string} suffix
 */
function configuration({ type, name, after, references }, suffix) {
  /** @type {Record<string, unknown>} */
  const expressions = {};
  for (const [key, value] of Object.entries(after)) expressions[key] = blockOrConstant(value);
  for (const [path, reference] of Object.entries(references)) {
    const target = reference.replace(/^(\w+\.\w+)/, `$1${suffix}`);
    setExpression(expressions, path.split("."), {
      references: [target, target.slice(0, target.lastIndexOf("."))],
    });
  }
  return {
    address: `${type}.${name}${suffix}`,
    mode: "managed",
    type,
    name: `${name}${suffix}`,
    provider_config_key: "aws",
    expressions,
    schema_version: 0,
  };
}

/** @param {unknown} value @returns {unknown} */
function blockOrConstant(value) {
  if (!Array.isArray(value) || value.length === 0 || typeof value[0] !== "object") {
    return { constant_value: value };
  }
  return value.map((item) =>
    Object.fromEntries(Object.entries(item).map(([key, part]) => [key, blockOrConstant(part)])),
  );
}

/**
 * @param {Record<string, unknown>} expressions
 * @param {string[]} path
 * @param {unknown} expression
 */
function setExpression(expressions, [first = "", ...rest], expression) {
  if (rest.length === 0) {
    expressions[first] = expression;
    return;
  }
  const list = /** @type {Record<string, unknown>[]} */ (expressions[first] ??= [{}]);
  setExpression(list[0] ?? {}, rest, expression);
}

/**
 * The text of a plan with about the given number of bytes, and how many resources it holds.
 * @param {number} bytes
 */
export function makePlan(bytes) {
  const perClinic = JSON.stringify([clinicParts(0), clinicParts(1)]).length / 2;
  const clinics = Math.max(1, Math.round(bytes / perClinic));
  const parts = Array.from({ length: clinics }, (_, number) => clinicParts(number));
  const inModule = blocks("clinic").map((made) => configuration(made, ""));
  const changes = parts.flatMap((part) => part.changes);
  const plan = {
    format_version: "1.2",
    terraform_version: "1.11.4",
    planned_values: { root_module: {} },
    resource_changes: changes,
    configuration: {
      provider_config: {
        aws: {
          name: "aws",
          full_name: "registry.terraform.io/hashicorp/aws",
          expressions: { region: { constant_value: "us-east-1" } },
        },
      },
      root_module: {
        resources: parts.flatMap((part) => part.configuration),
        module_calls: {
          clinic: {
            source: "./clinic",
            for_each_expression: { references: ["var.clinics"] },
            module: { resources: inModule },
          },
        },
      },
    },
    complete: true,
    errored: false,
  };
  return { text: JSON.stringify(plan), resources: changes.length };
}

/** Every second clinic lies in the module, the others in the root module with a configuration of their own. */
function clinicParts(/** @type {number} */ number) {
  const clinic = `clinic-${String(number).padStart(5, "0")}`;
  const made = blocks(clinic);
  if (number % 2 === 1) {
    return { changes: made.map((one) => change(one, `module.clinic["${clinic}"].`, "")), configuration: [] };
  }
  const suffix = `_${String(number)}`;
  return {
    changes: made.map((one) => change(one, "", suffix)),
    configuration: made.map((one) => configuration(one, suffix)),
  };
}
