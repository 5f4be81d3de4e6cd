import type { ResultDigestedFile, ResultDocument } from "../../model/result-document.ts";
import type { ReportOptions } from "../reporter.ts";
import { uriOf } from "../sarif/artifacts.ts";
import { uuidOf } from "./oscal-id.ts";
import { oscalMarkup, oscalProps } from "./oscal-text.ts";

/** What the assessment rests on: the rules in force, which are its plan, and every file that was read, with its hash. */
export function backMatter(result: ResultDocument, plan: string, { repository }: ReportOptions): object {
  const { tool, manifest, inputs, baseline } = result;
  const frameworks = manifest?.frameworks.map(({ framework, asOf }) => `${framework} as of ${asOf}`) ?? [];
  const files = [
    ...inputs.map((file) => ({ ...file, title: "Input" })),
    ...(manifest?.config === undefined ? [] : [{ ...manifest.config, title: "Configuration" }]),
    ...(baseline === undefined ? [] : [{ path: baseline.file, sha256: baseline.sha256, title: "Baseline" }]),
  ];
  return {
    resources: [
      {
        uuid: plan,
        title: "Assessment plan: the rules in force",
        description: oscalMarkup(
          `The ruleset of genoscan ${tool.version} with digest ${tool.rulesetDigest}${frameworks.length > 0 ? ` for ${frameworks.join(", ")}` : ""}`,
        ),
        props: oscalProps({
          "ruleset-digest": tool.rulesetDigest,
          parameters: manifest === undefined ? undefined : JSON.stringify(manifest.parameters),
          "fail-on": manifest?.failOn,
          strict: manifest?.strict,
        }),
      },
      ...files.map(({ path, sha256, title }: ResultDigestedFile & { readonly title: string }) => ({
        uuid: uuidOf("file", title, path, sha256),
        title: oscalMarkup(`${title}: ${path}`),
        rlinks: [
          {
            href: uriOf(path, repository),
            ...(sha256 !== "" && { hashes: [{ algorithm: "SHA-256", value: sha256 }] }),
          },
        ],
      })),
    ],
  };
}
