import { describe, expect, it } from "vitest";
import { factOf } from "../storage/facts-of.ts";

const SERVER = "Microsoft.DBforPostgreSQL/flexibleServers";

function parameters(...children: readonly object[]): unknown {
  const resources = [{ address: "vectors", type: SERVER }, ...children];
  return factOf({ resources } as never, "vectors", "ServerParameters");
}

function set(name: unknown, value: unknown, parent: unknown = { $reference: "vectors" }): object {
  return {
    address: `set ${JSON.stringify(name)}`,
    type: `${SERVER}/configurations`,
    properties: { name, parent, properties: { value } },
  };
}

const DEFAULTS = {
  Audited: ["none"],
  Extensions: [],
  MinimumTls: "tlsv1.2",
  Preloaded: ["pg_cron", "pg_stat_statements"],
  RequireSecureTransport: "on",
};

describe("the parameters of a PostgreSQL server", () => {
  it("are those of Azure when nobody sets them", () => {
    expect(parameters()).toEqual(DEFAULTS);
  });

  it.each([
    ["in any case", [set("PGAudit.Log", "READ, Write")], { Audited: ["read", "write"] }],
    ["under the name of the server", [set("vectors/azure.extensions", "VECTOR")], { Extensions: ["vector"] }],
    ["as a flag", [set("require_secure_transport", false)], { RequireSecureTransport: "off" }],
    ["to nothing", [set("shared_preload_libraries", "")], { Preloaded: [] }],
    ["that no rule reads", [set("log_connections", "on")], {}],
    [
      "of another server",
      [set("pgaudit.log", "ALL", { $reference: "other" }), { address: "other", type: SERVER }],
      {},
    ],
    ["to what nobody knows", [set("pgaudit.log", { $unknown: "a parameter" })], { Audited: "unknown" }],
    [
      "on a server that nobody knows",
      [set("pgaudit.log", "ALL", { $unknown: "a parameter" })],
      { Audited: "unknown" },
    ],
  ])("are set %s", (_, children, changed) => {
    expect(parameters(...children)).toEqual({ ...DEFAULTS, ...changed });
  });

  it("may be any where the name is not known", () => {
    expect(parameters(set({ $unknown: "a parameter" }, "off"))).toEqual({
      Audited: "unknown",
      Extensions: "unknown",
      MinimumTls: "unknown",
      Preloaded: "unknown",
      RequireSecureTransport: "unknown",
    });
  });
});
