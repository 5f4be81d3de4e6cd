// generated from schemas/parameters.schema.json; run npm run generate

export type Parameter = Settable | DerivedParameter;
/**
 * What it means, its unit, and which requirement the default comes from.
 */
export type Description = string;

/**
 * The parameters of the rules: rules/parameters.yaml. Each is declared once and set under params in genoscan.yaml.
 */
export interface ParametersDocument {
  [k: string]: Parameter;
}
/**
 * A parameter that a site may set.
 */
export interface Settable {
  description: Description;
  schema: Schema;
  /**
   * The value when the site sets none; valid against the schema.
   */
  default: string | number | boolean | unknown[] | {};
}
/**
 * A JSON Schema 2020-12 of the keywords of the rule language: the values that a site may set.
 */
export interface Schema {}
/**
 * A parameter that follows from another one and cannot be set.
 */
export interface DerivedParameter {
  description: Description;
  schema: Schema;
  derived: Derivation;
}
/**
 * The number of another parameter, multiplied and rounded.
 */
export interface Derivation {
  /**
   * The parameter that it follows from.
   */
  from: string;
  times: number;
  round: "down" | "up";
}
