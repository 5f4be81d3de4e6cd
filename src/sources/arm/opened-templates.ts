import type { Template } from "../../languages/arm/template.ts";
import { AT_DEPLOYMENT, Open } from "../../languages/arm/values/arm-value.ts";
import type { Diagnostic, Gap } from "../../model/diagnostic.ts";
import { SourceError } from "../../model/errors.ts";
import type { AzureScan } from "../azure/azure-scan.ts";
import { buildDeployments } from "../azure/build-deployments.ts";
import { mostOfAKind } from "../azure/most-of-a-kind.ts";
import { OpenedDeployment } from "../azure/opened-deployment.ts";
import type { AzureDeployment } from "../azure/opened-deployment.ts";
import type { ScanRoot } from "../scan-root.ts";
import type { LoadContext, LoadedInput, OpenedInput } from "../source.ts";
import { TemplateOpener } from "./open-template.ts";

/** A file that holds a template. */
export interface TemplateFile extends Pick<AzureDeployment, "name" | "idPrefix"> {
  readonly path: string;
  readonly real: string;
  readonly text: string;
}

interface OpenedFile extends TemplateFile {
  readonly template: Template;
}

interface Loading {
  readonly context: LoadContext;
  readonly given: AzureDeployment["given"];
}

/**
 * The templates of one input, each a deployment of its own but for those that another one links to. What Bicep made of a
 * file that the scan reads as well, and what a Bicep file deploys, is read once: there.
 */
export class OpenedTemplates implements OpenedInput {
  readonly #opener: TemplateOpener;
  readonly #scan: AzureScan;
  readonly #loading: Loading;
  readonly #opened: OpenedFile[] = [];
  /** Made by Bicep of the file of that name, if the scan reads it. */
  readonly #compiled: TemplateFile[] = [];
  readonly #deployments: OpenedDeployment[] = [];
  readonly #gaps: Gap[] = [];
  readonly #diagnostics: Diagnostic[] = [];

  /** Without a root nothing but the given text is read, as of standard input. */
  constructor(root: ScanRoot | undefined, scan: AzureScan, loading: Loading) {
    this.#opener = new TemplateOpener(root);
    this.#scan = scan;
    this.#loading = loading;
    scan.whenOpened(() => {
      this.#settle();
    });
  }

  /** Adds one of several files: one that cannot be read hides no other. */
  add(file: TemplateFile): void {
    if (isMadeByBicep(file.text)) this.#compiled.push(file);
    else this.#open(file);
  }

  /** Adds the file that is the input. Throws a SourceError for one that cannot be read. */
  addOnly(file: TemplateFile): void {
    this.#open(file);
    const [gap] = this.#gaps;
    if (gap === undefined) return;
    const { line = 1, column = 1 } = gap.location ?? {};
    throw new SourceError([
      {
        code: "arm-syntax",
        message: `${file.path}: not a template at line ${String(line)}, column ${String(column)}: ${gap.reason}; correct the template there`,
        ...(gap.location !== undefined && { location: gap.location }),
      },
    ]);
  }

  finish(): LoadedInput {
    this.#scan.settle();
    const built = buildDeployments(this.#deployments, this.#scan);
    return {
      ...built,
      diagnostics: [...mostOfAKind(this.#diagnostics), ...built.diagnostics],
      gaps: [...this.#gaps, ...built.gaps],
    };
  }

  #open(file: TemplateFile): void {
    const { path, real, text } = file;
    const template = this.#opener.open(path, real, text);
    if ("message" in template) {
      const { message: reason, location } = template;
      this.#gaps.push({ code: "arm-syntax", subject: path, reason, location });
    } else this.#opened.push({ ...file, template });
  }

  #settle(): void {
    for (const file of this.#compiled) {
      const origin = this.#scan.originOf(file.real);
      if (origin === undefined) this.#open(file);
      else this.#leaveOut(file, `is what Bicep made of ${origin}, which is read itself`);
    }
    const isNested = linkedFiles(this.#opened, this.#opener);
    for (const file of this.#opened) {
      if (isNested.has(file.real)) continue;
      const origin = isMadeByBicep(file.text) ? this.#scan.originOf(file.real, file.template) : undefined;
      const deployer = this.#scan.deployerOf(file.real);
      if (origin !== undefined) {
        this.#leaveOut(file, `is what Bicep made of ${origin}, which is read itself`);
      } else if (deployer !== undefined) this.#leaveOut(file, `is read as a module of ${deployer}`);
      else this.#deploy(file);
    }
  }

  #deploy({ template, name, idPrefix }: OpenedFile): void {
    const { given, context } = this.#loading;
    const opened = new OpenedDeployment({ template, given, name, idPrefix }, context);
    this.#deployments.push(opened);
    this.#scan.addMaker(opened);
  }

  #leaveOut({ path }: TemplateFile, why: string): void {
    const message = `${path} ${why}: its resources are judged once`;
    this.#diagnostics.push({ code: "arm-read-once", level: "note", message, location: { file: path } });
  }
}

function isMadeByBicep(text: string): boolean {
  return /"_generator"\s*:\s*\{\s*"name"\s*:\s*"bicep"/u.test(text.slice(0, 10_000));
}

/** The files that are deployments inside of others: they are read with those. */
function linkedFiles(
  opened: readonly { readonly template: Template }[],
  opener: TemplateOpener,
): ReadonlySet<string> {
  for (const { template } of opened) {
    for (const { deployment } of template.resources) {
      // what an address is put together of stands in it, whatever its values are
      deployment?.template((expression) =>
        expression.kind === "literal" ? expression.value : new Open(AT_DEPLOYMENT, "…"),
      );
    }
  }
  return opener.linked;
}
