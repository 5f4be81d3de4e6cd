import type { Expression, Unsettled, Written } from "../../arm/expression.ts";
import type {
  FunctionDeclaration,
  Template,
  TemplateProblem,
  VariableDeclaration,
} from "../../arm/template.ts";
import type { TypeSchema } from "../../arm/type-schema.ts";
import type * as ast from "../ast.ts";
import type { BicepHost } from "./host.ts";
import { lowerExpression } from "./lower-expression.ts";
import { lowerFunction } from "./lower-function.ts";
import { lowerType } from "./lower-type.ts";
import type { Context, Exported, Lowering, Reads } from "./lowering.ts";
import { exportOfTemplate } from "./rename-template.ts";
import { symbolsOf } from "./symbol.ts";
import type { FileScope, ImportTarget, Symbol } from "./symbol.ts";
import { textOf } from "./text-of.ts";

/** Types in types that are followed; more go in a circle. */
const DEEPEST_CHASE = 50;

/** The lowering of one file, with what it takes from the files that it imports. */
export class FileLowering implements Lowering {
  readonly host: BicepHost;
  readonly root: FileScope;
  readonly variables = new Map<string, VariableDeclaration>();
  readonly functions = new Map<string, FunctionDeclaration>();
  readonly types = new Map<string, TypeSchema>();
  readonly problems: TemplateProblem[] = [];
  /** What each variable reads, by its key. */
  readonly readsOfVariables = new Map<string, Reads>();
  /** Where reads are noted while something is lowered. */
  reads: Reads = new Set();
  readonly #targets = new Map<ast.ImportStatement, ImportTarget>();
  readonly #scopes = new Map<string, FileScope>();
  readonly #templates = new Map<Template, string>();
  readonly #queue: (() => void)[] = [];
  readonly #asked = new Set<string>();
  readonly #told = new Set<string>();
  #chased = 0;

  constructor(file: ast.BicepFile, host: BicepHost) {
    this.host = host;
    this.root = { file, prefix: "", symbols: symbolsOf(file) };
    this.#scopes.set(file.source.path, this.root);
  }

  expression(node: ast.Expression, context: Context): Expression {
    return lowerExpression(this, node, context);
  }

  at(scope: FileScope, { start }: ast.Span): Written {
    return { source: scope.file.source, start };
  }

  tell(code: string, level: TemplateProblem["level"], message: string, at: Written): void {
    const key = `${code} ${message} ${at.source.path} ${String(at.start)}`;
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.problems.push({ code, level, message, source: at.source, start: at.start });
  }

  unsettled(
    reason: string,
    { source, start }: Written,
    more: Partial<Pick<Unsettled, "secure" | "identity">> = {},
  ): Unsettled {
    return { kind: "unsettled", reason, secure: false, ...more, source, start };
  }

  /** Lowers what was asked for meanwhile: names of imported files, and what they need. */
  drain(): void {
    for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift()) next();
  }

  /** The key of a variable of a file; it is lowered later. */
  variable(scope: FileScope, symbol: Extract<Symbol, { kind: "var" }>): string {
    const { name, value } = symbol.statement;
    const key = `${scope.prefix}${name.name}`;
    this.#once(`var ${key}`, () => {
      this.reads = new Set();
      const lowered = lowerExpression(this, value, { scope, locals: undefined });
      this.variables.set(key.toLowerCase(), { name: key, value: lowered, ...this.at(scope, name) });
      this.readsOfVariables.set(key.toLowerCase(), this.reads);
    });
    return key;
  }

  function(scope: FileScope, symbol: Extract<Symbol, { kind: "func" }>): string {
    const key = `__bicep.${scope.prefix}${symbol.statement.name.name}`;
    this.#once(`func ${key}`, () => {
      this.functions.set(key.toLowerCase(), lowerFunction(this, scope, symbol.statement, key));
    });
    return key;
  }

  type(scope: FileScope, symbol: Extract<Symbol, { kind: "type" }>): string {
    const { name, type, decorators } = symbol.statement;
    const key = `${scope.prefix}${name.name}`;
    this.#once(`type ${key}`, () => {
      this.types.set(key.toLowerCase(), lowerType(this, type, decorators, scope));
    });
    return key;
  }

  /** Where an import leads; the file is read once. */
  target(scope: FileScope, statement: ast.ImportStatement): ImportTarget {
    const known = this.#targets.get(statement);
    if (known !== undefined) return known;
    const target = this.#findTarget(scope, statement);
    this.#targets.set(statement, target);
    return target;
  }

  /** The value of something that a compiled template exports. */
  exported(target: Extract<ImportTarget, { kind: "template" }>, name: string): Exported | undefined {
    return exportOfTemplate(this, target, name);
  }

  #findTarget(scope: FileScope, { path }: ast.ImportStatement): ImportTarget {
    const written = textOf(path);
    if (written === undefined) {
      return { kind: "missing", reason: "the path of an import is plain text", code: "bicep-import" };
    }
    const found = this.host.imported(written, scope.file);
    switch (found.kind) {
      case "missing":
        return { kind: "missing", reason: found.missing.missing, code: found.missing.code };
      case "template": {
        const prefix = this.#templates.get(found.template) ?? this.#nextPrefix();
        this.#templates.set(found.template, prefix);
        return { kind: "template", template: found.template, prefix };
      }
      case "bicep":
        return { kind: "file", scope: this.#scopeOf(found.file) };
    }
  }

  #scopeOf(file: ast.BicepFile): FileScope {
    const known = this.#scopes.get(file.source.path);
    if (known !== undefined) return known;
    const scope = { file, prefix: this.#nextPrefix(), symbols: symbolsOf(file) };
    this.#scopes.set(file.source.path, scope);
    return scope;
  }

  #nextPrefix(): string {
    return `_${String(this.#scopes.size + this.#templates.size)}.`;
  }

  /** Follows the name of a type; the fallback when names lead to names without an end. */
  chase<Found>(follow: () => Found, fallback: Found): Found {
    if (this.#chased >= DEEPEST_CHASE) return fallback;
    this.#chased += 1;
    const found = follow();
    this.#chased -= 1;
    return found;
  }

  #once(key: string, lower: () => void): void {
    if (this.#asked.has(key)) return;
    this.#asked.add(key);
    this.#queue.push(lower);
  }
}
