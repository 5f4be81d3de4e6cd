import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { addFacts } from "../../../src/facts/add-facts.ts";
import { propertyAt } from "../../../src/model/resource.ts";
import { ResourceGraph } from "../../../src/model/resource-graph.ts";
import { Unknown, isValueList } from "../../../src/model/value.ts";
import { DEFAULT_SETTINGS } from "../../rules/all-rules.ts";
import { loadInput } from "../load-input.ts";

const AROUND = `
variable "given" { type = string }
data "aws_secretsmanager_secret_version" "db" { secret_id = "db" }
resource "random_password" "made" { length = 20 }
module "far" { source = "example.test/north/passwords/aws" }
locals {
  written = { north = "Default-9-Secret", south = "Default-8-Secret" }
  read    = jsondecode(data.aws_secretsmanager_secret_version.db.secret_string)
}
`;

/** Whether the password stands in the code: of each kind of resource that holds one. */
async function told(password: string): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "genoscan-written-"));
  const resources = `
resource "aws_db_instance" "clinical" { password = ${password} }
resource "azurerm_mssql_server" "clinical" { administrator_login_password = ${password} }
resource "kubernetes_secret_v1" "clinical" {
  metadata { name = "clinical" }
  data = { password = ${password} }
}
`;
  writeFileSync(join(folder, "main.tf"), `${AROUND}${resources}`);
  const graph = addFacts(new ResourceGraph((await loadInput(folder)).resources), DEFAULT_SETTINGS);
  return FACTS.map(([address, fact]) => {
    const resource = graph.get(address);
    const found = resource === undefined ? undefined : propertyAt(resource, `/Facts/${fact}`);
    if (!isValueList(found)) return "nothing";
    if (found.length === 0) return "no";
    return found.every((item) => item instanceof Unknown) ? "not known" : "yes";
  });
}

const FACTS = [
  ["aws_db_instance.clinical", "LiteralPasswords"],
  ["azurerm_mssql_server.clinical", "LiteralSecrets"],
  ["kubernetes_secret_v1.clinical", "LiteralSecrets"],
] as const;

describe("a password", () => {
  it.each([
    ["of a variable without a value", "var.given"],
    ["of a data source", "data.aws_secretsmanager_secret_version.db.secret_string"],
    ["of JSON in a data source", 'local.read["password"]'],
    ["of a resource", "random_password.made.result"],
    ["of one or the other of these", 'var.given == "" ? random_password.made.result : var.given'],
  ])("stands in no code: %s", async (_, password) => {
    expect(await told(password)).toEqual(["no", "no", "no"]);
  });

  it.each([
    ["of a choice with a default", 'var.given == "" ? "Default-9-Secret" : var.given'],
    ["of coalesce with a default", 'coalesce(var.given, "Default-9-Secret")'],
    ["of try with a default", 'try(local.read.password, "Default-9-Secret")'],
    ["of a map of them", "local.written[var.given]"],
    ["of lookup in a map of them", "lookup(local.written, var.given, null)"],
    ["of element of a list of them", "element(values(local.written), length(var.given))"],
    ["of a module that is not installed", "module.far.password"],
    ["of a file outside of the folder", 'file("/elsewhere/password")'],
  ])("may stand in the code: %s", async (_, password) => {
    expect(await told(password)).toEqual(["not known", "not known", "not known"]);
  });

  it("stands in the code when it does", async () => {
    expect((await told('"Default-9-Secret"'))[0]).toBe("yes");
  });
});
