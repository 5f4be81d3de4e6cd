import { textAt } from "./plan-document.ts";
import type { ConfigModule, Expressions, PlanDocument, StateModule, StateResource } from "./plan-document.ts";

/** Where the provider works, when a data source says so. */
export interface ToldByData {
  readonly account: string | undefined;
  readonly region: string | undefined;
}

/** The arguments of aws_region that ask for another region than that of the provider. */
const ASKING = ["endpoint", "id", "name", "region"];

/** What the data sources of the default provider tell of it. */
export function toldByData(plan: PlanDocument): ToldByData {
  const data = stateResources(plan.prior_state?.values?.root_module).filter(({ mode }) => mode === "data");
  const asking = new Set(askingIn(plan.configuration?.root_module, ""));
  const accounts = data
    .filter(({ type }) => type === "aws_caller_identity")
    .map(({ values }) => textAt(values, "account_id"));
  const regions = data
    .filter(({ type, address }) => type === "aws_region" && !asking.has(withoutKeys(address)))
    // since version 6 of the provider name is deprecated
    .map(({ values }) => textAt(values, "region") ?? textAt(values, "name"));
  return { account: only(accounts), region: only(regions) };
}

function stateResources(module: StateModule | undefined): readonly StateResource[] {
  if (module === undefined) return [];
  return [
    ...(module.resources ?? []),
    ...(module.child_modules ?? []).flatMap((child) => stateResources(child)),
  ];
}

/** Addresses without keys of the data sources that ask for a region. */
function askingIn(module: ConfigModule | undefined, path: string): readonly string[] {
  const own = (module?.resources ?? []).filter(
    ({ mode, type, expressions }) => mode === "data" && type === "aws_region" && asks(expressions),
  );
  const called = Object.entries(module?.module_calls ?? {});
  return [
    ...own.map(({ address }) => path + address),
    ...called.flatMap(([name, call]) => askingIn(call.module, `${path}module.${name}.`)),
  ];
}

function asks(expressions: Expressions = {}): boolean {
  return ASKING.some((name) => expressions[name] !== undefined);
}

function withoutKeys(address: string): string {
  return address.replaceAll(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]/gu, "");
}

function only(texts: readonly (string | undefined)[]): string | undefined {
  const different = new Set(texts);
  return different.size === 1 ? [...different][0] : undefined;
}
