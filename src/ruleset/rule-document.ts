// generated from schemas/rule.schema.json; run npm run generate

/**
 * @minItems 1
 */
export type ControlIds = string[];
/**
 * One resource type, or several.
 */
export type Types = string | string[];
/**
 * A statement that is true, false or unknown. Exactly one of its words.
 */
export type Clause = All | Any | Not | Leaf | Absent | Each | Some | Related | Exists | Compare;
/**
 * A JSON Pointer into the properties of the resource; inside each and some, into the item.
 */
export type Pointer = string;

/**
 * One rule of genoscan: one idea in one file.
 */
export interface RuleDocument {
  /**
   * The path of the file below the rules folder, joined by hyphens: rules/aws/s3/report-object-lock.yaml is aws-s3-report-object-lock.
   */
  id: string;
  /**
   * The rule as a statement that is true of a sound resource.
   */
  title: string;
  severity: "critical" | "high" | "medium" | "low";
  /**
   * The controls that a verdict of this rule is evidence for. Every id stands in rules/controls.
   */
  controls: {
    hipaa?: ControlIds;
    hitrust?: ControlIds;
    genomics?: ControlIds;
    "aws-config"?: ControlIds;
    "azure-policy"?: ControlIds;
  };
  /**
   * Why it matters for genomic health data, in two or three sentences.
   */
  description: string;
  /**
   * The parameters that the rule uses, declared in rules/parameters.yaml.
   */
  params?: string[];
  select: Select;
  assert: Clause;
  /**
   * What is wrong, said of {address}, {type} or {name}.
   */
  message: string;
  /**
   * What would settle an unknown, when the reasons alone do not say it.
   */
  unknownMessage?: string;
  /**
   * Snippets that a person can paste, by input language, and a sentence for what no snippet can do.
   */
  remediation: {
    text?: string;
    terraform?: string;
    cloudformation?: string;
    bicep?: string;
    arm?: string;
    kubernetes?: string;
  };
  references?: string[];
  /**
   * @minItems 3
   */
  examples: Example[];
}
/**
 * What the rule is about. With scope graph there is one verdict for the whole input, and the rule applies when the input holds at least one selected resource.
 */
export interface Select {
  type: Types;
  where?: Clause;
  scope?: "resource" | "graph";
}
export interface All {
  /**
   * @minItems 1
   */
  all: Clause[];
}
export interface Any {
  /**
   * @minItems 1
   */
  any: Clause[];
}
export interface Not {
  not: Clause;
}
/**
 * The value at the pointer is there and valid against the schema.
 */
export interface Leaf {
  at: Pointer;
  /**
   * A JSON Schema 2020-12 of the supported keywords; $param stands for a parameter.
   */
  schema: {} | boolean;
}
/**
 * The property is not set (true) or is set (false).
 */
export interface Absent {
  at: Pointer;
  absent: boolean;
}
/**
 * Every item of the array satisfies the clause. True of an absent or empty array.
 */
export interface Each {
  each: Quantified;
}
export interface Quantified {
  at: Pointer;
  where?: Clause;
  assert: Clause;
}
/**
 * At least one item of the array satisfies the clause. False of an absent or empty array.
 */
export interface Some {
  some: Quantified;
}
/**
 * A resource at the other end of a reference satisfies the clause.
 */
export interface Related {
  related:
    | {
        /**
         * A JSON Pointer into the properties of the resource; inside each and some, into the item.
         */
        through: string;
        type?: Types;
        assert?: Clause;
      }
    | {
        from: {
          type: Types;
          /**
           * A JSON Pointer into the properties of the resource; inside each and some, into the item.
           */
          at: string;
        };
        assert?: Clause;
      };
}
/**
 * The graph holds a resource of the type that satisfies the clause. Not finding one is unknown, unless the input lists the type completely.
 */
export interface Exists {
  exists: {
    type: Types;
    where?: Clause;
  };
}
/**
 * Two values of the resource stand in a relation.
 */
export interface Compare {
  compare: {
    at: Pointer;
    is: "equal" | "different" | "less" | "at-most" | "more" | "at-least";
    to: Pointer;
  };
}
export interface Example {
  /**
   * The fact that the example states.
   */
  name: string;
  verdict: "pass" | "fail" | "unknown" | "not-applicable";
  /**
   * The address that the verdict is about; the first resource when left out.
   */
  of?: string;
  /**
   * Parameter values for this example.
   */
  params?: {};
  /**
   * Types that the example lists completely, or all.
   */
  closed?: "all" | Types;
  /**
   * @minItems 1
   */
  resources: ExampleResource[];
  /**
   * What genoscan.yaml would say, for this example.
   */
  settings?: {
    clinics?: {
      [k: string]: string;
    };
    account?: string;
    trustedAccounts?: string[];
    organizations?: string[];
    customerManagedKeys?: string[];
  };
}
export interface ExampleResource {
  address: string;
  type: string;
  name?: string;
  /**
   * Texts by which others may name it: ARN, id, name.
   */
  identifiers?: string[];
  declared?: "here" | "elsewhere";
  /**
   * Properties; {$unknown: reason} is an unknown, {$reference: address} a reference, {$sensitive: value} a value that is never shown.
   */
  properties?: {};
  /**
   * The account that the resource is deployed to.
   */
  account?: string;
  /**
   * The region that the resource is deployed to.
   */
  region?: string;
}
