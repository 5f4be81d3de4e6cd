// generated from schemas/control-catalogue.schema.json; run npm run generate

/**
 * The controls of one framework that rules may cite: rules/controls/<framework>.yaml.
 */
export interface ControlCatalogueDocument {
  /**
   * The name by which rules cite the framework; the name of the file.
   */
  framework: string;
  /**
   * The name of the framework in full.
   */
  title: string;
  /**
   * Where the controls come from, and under which terms.
   */
  source: string;
  /**
   * The date of the text or data that the catalogue follows.
   */
  asOf: string;
  /**
   * What a reader of a report about the framework has to know.
   */
  note?: string;
  /**
   * Every control that may be cited, each id once.
   *
   * @minItems 1
   */
  controls: Control[];
}
/**
 * One requirement of the framework.
 */
export interface Control {
  /**
   * The framework's own id: a citation such as 164.312(a)(1), a control reference such as 01.c, or GEN-AWS-RPT-001.
   */
  id: string;
  /**
   * The control in a few words; left out where the framework's text may not be shown.
   */
  title?: string;
  /**
   * The heading under which the framework lists the control.
   */
  objective?: string;
  /**
   * How far configuration goes as evidence: technical shows whether the control is implemented, partial supports it without proving it, live can only be read from an account that runs, manual needs the attestation of a person.
   */
  evidence: "technical" | "partial" | "live" | "manual";
  /**
   * Why the evidence goes that far.
   */
  reason?: string;
  /**
   * Why no rule is evidence for it, although configuration could be: what it is about is retired, is nothing that the platforms use, or is shown by other controls.
   */
  withoutRule?: string;
  /**
   * The section of the regulation.
   */
  section?: string;
  /**
   * The group of HIPAA safeguards or requirements that the section holds.
   */
  safeguard?: "administrative" | "physical" | "technical" | "organizational" | "documentation";
  /**
   * A standard, or an implementation specification of a standard.
   */
  kind?: "standard" | "specification";
  /**
   * Required, or addressable: implemented, or replaced by a documented alternative (45 CFR 164.306(d)(3)).
   */
  designation?: "required" | "addressable";
  /**
   * How much harm a failure does.
   */
  severity?: "critical" | "high" | "medium" | "low";
  /**
   * The cloud that the control is about.
   */
  cloud?: "aws" | "azure";
  /**
   * What decides that the control is met.
   */
  pass?: string;
  /**
   * Ids of hipaa.yaml that the control serves.
   *
   * @minItems 1
   */
  hipaa?: string[];
  /**
   * Ids of hitrust.yaml that the control serves.
   *
   * @minItems 1
   */
  hitrust?: string[];
  /**
   * Those of them that Microsoft maps an Azure policy on the same property to; the others are our own judgment.
   *
   * @minItems 1
   */
  hitrustFromAzurePolicy?: string[];
  /**
   * What an audit of the account reads to decide it: an API action, a type of a configuration store, or a resource of Azure.
   *
   * @minItems 1
   */
  live?: string[];
}
