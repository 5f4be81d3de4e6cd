import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { callFunction } from "../../../../src/languages/hcl/functions/call-function.ts";
import { cleanPath } from "../../../../src/languages/hcl/functions/clean-path.ts";
import type { Files, FunctionContext } from "../../../../src/languages/hcl/functions/function-definition.ts";
import { HclNumber } from "../../../../src/languages/hcl/values/hcl-number.ts";
import { ANY, NUMBER, STRING } from "../../../../src/languages/hcl/values/hcl-value.ts";
import type { HclValue } from "../../../../src/languages/hcl/values/hcl-value.ts";
import {
  bool,
  NULL,
  number,
  object,
  text,
  tuple,
  unknown,
} from "../../../../src/languages/hcl/values/make-value.ts";
import type { TerraformAnswer } from "../terraform-answer.ts";
import { listOf } from "../../../../src/languages/hcl/values/type.ts";

const FIXTURE = join(import.meta.dirname, "../../../../fixtures/terraform-functions");

export type CallData = readonly [string, ...unknown[]];

interface TerraformCase extends TerraformAnswer {
  readonly call?: CallData;
  readonly expression: string;
}

export const { terraform, cases } = JSON.parse(readFileSync(join(FIXTURE, "expected.json"), "utf8")) as {
  readonly terraform: string;
  readonly cases: readonly TerraformCase[];
};

const files: Files = {
  read: (path) => {
    const place = join(FIXTURE, "files", path);
    const stats = statSync(place, { throwIfNoEntry: false });
    if (stats === undefined) return { kind: "missing", reason: `no file exists at ${path}` };
    return stats.isFile() ? readFileSync(place) : { kind: "folder", reason: `${path} is a folder` };
  },
  list: (folder) => {
    const place = join(FIXTURE, "files", folder);
    if (statSync(place, { throwIfNoEntry: false }) === undefined) return [];
    return readdirSync(place, { recursive: true, encoding: "utf8" })
      .filter((path) => statSync(join(place, path)).isFile())
      .map((path) => cleanPath(path));
  },
};

export const context: FunctionContext = {
  files,
  renderTemplate: () => unknown(ANY, "templates are evaluated elsewhere"),
};

/** Evaluates a call that stands as data. */
export function evaluateCall([name, ...args]: CallData): HclValue {
  return callFunction(name, args.map(readValue), context);
}

/** A JSON value; `{call}`, `{number}` and `{unknown}` as in cases.mjs. */
export function readValue(value: unknown): HclValue {
  if (value === null) return NULL;
  if (typeof value === "string") return text(value);
  if (typeof value === "boolean") return bool(value);
  if (typeof value === "number") return number(HclNumber.parse(String(value))!);
  if (Array.isArray(value)) return tuple(value.map(readValue));
  const {
    call,
    number: digits,
    unknown: kind,
  } = value as { call?: CallData; number?: string; unknown?: string };
  if (call !== undefined) return evaluateCall(call);
  if (digits !== undefined) return number(HclNumber.parse(digits)!);
  if (kind !== undefined) return readUnknown(kind);
  return object(Object.entries(value as object).map(([key, held]) => [key, readValue(held)] as const));
}

function readUnknown(kind: string): HclValue {
  const types = { any: ANY, string: STRING, number: NUMBER, list: listOf(STRING) };
  return unknown(types[kind as keyof typeof types], "known after apply", [], { notNull: true });
}
