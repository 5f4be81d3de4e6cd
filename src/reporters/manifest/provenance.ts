import type { ResultDocument } from "../../model/result-document.ts";
import { field } from "./section.ts";
import type { Section } from "./section.ts";

/** When, from which state of the code, and by whom. */
export function showRun({ run, tool }: ResultDocument): Section {
  return {
    heading: "Scan",
    lines: [
      ...field("tool", `${tool.name} ${tool.version}`),
      ...field("started", run?.startedAt ?? "not recorded (scan with --evidence)"),
      ...field("commit", run?.commit ?? "not known"),
      ...field("branch", run?.branch),
      ...field("repository", run?.repository),
      ...field("started by", run?.identity ?? "not known"),
      ...field("pipeline", run?.pipeline),
    ],
  };
}

/** By which rules, with which parameters. */
export function showRules({ tool, manifest, summary }: ResultDocument): Section {
  const { parameters = {}, frameworks = [], ruleFolders = [], complete, failOn, strict } = manifest ?? {};
  return {
    heading: "Rules",
    lines: [
      ...field("rules in force", summary.rules),
      ...field("ruleset sha256", tool.rulesetDigest),
      ...frameworks.flatMap(({ framework, title, asOf }) => field(framework, `${title}, as of ${asOf}`)),
      ...ruleFolders.flatMap((folder) => field("rules of the site", folder)),
      ...field("declared complete", Array.isArray(complete) ? complete.join(", ") : complete),
      ...field("fails on", failOn),
      ...field("strict", strict),
      ...Object.entries(parameters).flatMap(([name, value]) =>
        field("parameter", `${name} = ${JSON.stringify(value)}`),
      ),
    ],
  };
}

/** Everything that was read, as `sha256sum -c` takes it. */
export function showFiles({ inputs, manifest, baseline }: ResultDocument): Section {
  const { config } = manifest ?? {};
  const files = [
    ...inputs.map(({ path, sha256, status }) => ({
      path,
      sha256,
      note: status === "read" ? "" : ` (${status})`,
    })),
    ...(config === undefined ? [] : [{ ...config, note: "" }]),
    ...(baseline === undefined ? [] : [{ path: baseline.file, sha256: baseline.sha256, note: "" }]),
  ];
  return {
    heading: "Files (sha256)",
    lines: files.map(({ path, sha256, note }) => {
      const hash = sha256 === "" ? "(a folder, or not opened)".padEnd(64) : sha256;
      return `${hash}  ${path}${note}`;
    }),
  };
}
