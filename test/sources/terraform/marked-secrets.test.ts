import { describe, expect, it } from "vitest";
import { Reference, Sensitive, Unknown, UnknownText } from "../../../src/model/value.ts";
import { hideMarkedSecrets } from "../../../src/sources/terraform/marked-secrets.ts";

const VECTORS = "azurerm_postgresql_flexible_server";

describe("what a configuration holds in plain text", () => {
  it("is hidden where the provider marks it", () => {
    const { administrator_login, administrator_password } = hideMarkedSecrets(VECTORS, {
      administrator_login: "operator",
      administrator_password: "correct-horse",
    });
    expect(administrator_login).toBe("operator");
    expect(administrator_password).toEqual(new Sensitive("correct-horse", "type"));
  });

  it("is hidden inside of blocks", () => {
    const attributes = {
      mount: [{ azure_blob_file_system: [{ account_key: "correct-horse", account_name: "lake" }] }],
    };
    expect(hideMarkedSecrets("azurerm_batch_pool", attributes)).toEqual({
      mount: [
        {
          azure_blob_file_system: [
            { account_key: new Sensitive("correct-horse", "type"), account_name: "lake" },
          ],
        },
      ],
    });
  });

  it("is hidden in types of aws as well", () => {
    const attributes = { user: [{ username: "queue", password: "correct-horse" }] };
    expect(hideMarkedSecrets("aws_mq_broker", attributes)).toEqual({
      user: [{ username: "queue", password: new Sensitive("correct-horse", "type") }],
    });
  });

  it("is hidden when only a part of it is known", () => {
    const text = new UnknownText("random_pet.x.id is not known", [], ["correct-", new Unknown("?")]);
    const { administrator_password } = hideMarkedSecrets(VECTORS, { administrator_password: text });
    expect(administrator_password).toEqual(new Sensitive(text, "type"));
  });

  it.each([
    ["what another resource gives", new Reference("random_password.x", "result")],
    ["what is not known", new Unknown("var.password has no value")],
    ["what is left out", null],
    ["what is hidden already", new Sensitive("correct-horse")],
  ])("stays as it is: %s", (_, value) => {
    expect(hideMarkedSecrets(VECTORS, { administrator_password: value })["administrator_password"]).toBe(
      value,
    );
  });

  it("stays as it is in types that the provider marks nothing in", () => {
    const attributes = { password: "correct-horse" };
    expect(hideMarkedSecrets("constructor", attributes)).toBe(attributes);
  });
});
