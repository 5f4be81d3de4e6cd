import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { settingIsSecret, textIsSecret } from "../../../src/facts/governance/setting-is-secret.ts";
import { isPlaceholder } from "../../../src/facts/placeholder.ts";
import { scanFile, verdictsByKey } from "../../scan-file.ts";

const RULE = "aws-general-no-literal-passwords";

describe("a setting is a secret by its name, when its value may be one", () => {
  it.each([
    ["DB_PASSWORD", "Gen0mes4All", true],
    ["dbPassword", "Gen0mes4All", true],
    ["EHR_API_KEY", "b2f1c0ffee", true],
    ["CLIENT_SECRET", "a1b2c3d4", true],
    ["DB_URL", "Gen0mes4All", false],
    ["SECRET_ARN", "arn:aws:secretsmanager:us-east-1:111111111111:secret:db", false],
    ["DB_SECRET", "arn:aws:secretsmanager:us-east-1:111111111111:secret:db", false],
    ["DB_SECRET", "prod/samples/db", false],
    ["DB_PASSWORD", "/prod/samples/password", false],
    ["TOKEN_TTL", "3600", false],
    ["ALLOW_PASSWORD", "true", false],
    ["DB_PASSWORD", "<from the vault>", false],
    ["DB_PASSWORD", "DB_PASSWORD", false],
    ["MONKEY", "banana", false],
  ])("%s = %s: %s", (name, text, expected) => {
    expect(settingIsSecret(name, text)).toBe(expected);
  });

  it("looks into a document", () => {
    expect(textIsSecret('{"host":"samples","password":"Gen0mes4All"}')).toBe(true);
    expect(textIsSecret('{"host":"samples","password":"<set by hand>"}')).toBe(false);
    expect(textIsSecret("Gen0mes4All")).toBe(true);
  });

  it.each(["", "<password>", "REPLACE_ME", "your-password-here", "{{password}}", "xxxx", "***"])(
    "%j is a placeholder",
    (text) => {
      expect(isPlaceholder(text)).toBe(true);
    },
  );

  it.each(["changeme", "hunter2", "postgres"])("%j is a password that somebody takes", (text) => {
    expect(isPlaceholder(text)).toBe(false);
  });
});

describe("a password in a template or a folder", () => {
  let found: ReadonlyMap<string, string>;

  beforeAll(() => {
    const folder = mkdtempSync(join(tmpdir(), "passwords-"));
    const config = join(folder, "genoscan.yaml");
    writeFileSync(config, "{}\n");
    writeFileSync(join(folder, "template.yaml"), TEMPLATE);
    mkdirSync(join(folder, "terraform"));
    writeFileSync(join(folder, "terraform", "main.tf"), FOLDER);
    const documents = [
      scanFile(join(folder, "template.yaml"), config),
      scanFile(join(folder, "terraform"), config),
    ];
    expect(JSON.stringify(documents.map(({ verdicts }) => verdicts))).not.toContain("Gen0mes4All");
    found = new Map(documents.flatMap((document) => [...verdictsByKey(document)]));
  });

  it.each([
    ["Written", "fail", "is written into the template"],
    ["Hidden", "fail", "is the default of a parameter that is not shown"],
    ["Given", "pass", "is given to a parameter without a default"],
    ["Read", "pass", "is read from Secrets Manager at deployment"],
    ["Managed", "pass", "is made by RDS"],
    ["aws_db_instance.written", "fail", "is written into the configuration"],
    ["aws_db_instance.default", "fail", "is the default of a variable"],
    ["aws_db_instance.given", "pass", "is given to a variable without a default"],
    ["aws_db_instance.made", "pass", "is made by another resource"],
  ])("%s: %s, for it %s", (address, verdict) => {
    expect(found.get(`${RULE} ${address}`)).toBe(verdict);
  });
});

const TEMPLATE = `
Parameters:
  Default: { Type: String, NoEcho: true, Default: Gen0mes4All }
  Password: { Type: String, NoEcho: true }
Resources:
  Written: { Type: "AWS::RDS::DBInstance", Properties: { MasterUserPassword: Gen0mes4All } }
  Hidden: { Type: "AWS::RDS::DBInstance", Properties: { MasterUserPassword: !Ref Default } }
  Given: { Type: "AWS::RDS::DBInstance", Properties: { MasterUserPassword: !Ref Password } }
  Read:
    Type: AWS::RDS::DBInstance
    Properties: { MasterUserPassword: "{{resolve:secretsmanager:samples:SecretString:password}}" }
  Managed: { Type: "AWS::RDS::DBInstance", Properties: { ManageMasterUserPassword: true } }
`;

const FOLDER = `
variable "default" {
  default = "Gen0mes4All"
}

variable "password" {
  type      = string
  sensitive = true
}

resource "aws_db_instance" "written" {
  password = "Gen0mes4All"
}

resource "aws_db_instance" "default" {
  password = var.default
}

resource "aws_db_instance" "given" {
  password = var.password
}

resource "random_password" "samples" {
  length = 20
}

resource "aws_db_instance" "made" {
  password = random_password.samples.result
}
`;
