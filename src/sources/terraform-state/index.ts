import type { Source } from "../source.ts";
import { looksLikeRawState, looksLikeShownState } from "./check-state.ts";

/** A Terraform or OpenTofu state: a state file, or `terraform show -json` of one. */
export const terraformState: Source = {
  name: "terraform-state",
  title: "Terraform state (terraform.tfstate, terraform state pull, terraform show -json)",
  detect: ({ json }) => looksLikeRawState(json) || looksLikeShownState(json),
  async load(input, context) {
    // the schema that tells what is secret is large, and a plan needs none of it
    const { loadState } = await import("./load-state.ts");
    return loadState(input, context);
  },
};
