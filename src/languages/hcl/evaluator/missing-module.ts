import { ANY } from "../values/hcl-value.ts";
import type { HclValue } from "../values/hcl-value.ts";
import { unknown } from "../values/make-value.ts";
import type { Section } from "./module-config.ts";
import type { Scope } from "./scope.ts";
import type { HostedModule, Whole } from "./shared.ts";

/** A call of a module that cannot be read: what it makes and what it gives is unknown. */
export class MissingModule implements Whole {
  readonly address: string;
  readonly section: Section;
  readonly parent: HostedModule;
  /** The names that the arguments of the call may use. */
  readonly scope: Scope;
  readonly reason: string;

  constructor(address: string, section: Section, parent: HostedModule, scope: Scope, reason: string) {
    this.address = address;
    this.section = section;
    this.parent = parent;
    this.scope = scope;
    this.reason = reason;
  }

  readAttribute(name: string): HclValue {
    return unknown(ANY, `${this.address}.${name} is not known: ${this.reason}`, [], {
      mayFail: true,
      mayBeWritten: true,
    });
  }
}
