import { holdsSensitive, propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { both, either, negate } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Reference, Sensitive, Unknown, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { exactList } from "../exact-list.ts";
import type { Fact } from "../fact.ts";
import { writtenAt } from "../written-at.ts";
import { normalizePolicy } from "../identity/normalize-policy.ts";
import { documentsOf } from "../identity/own-statements.ts";
import { coversAction, hasEffect, isForEveryone, isUnconditional } from "../identity/policy-truth.ts";
import { statementPointer } from "../identity/statement-pointer.ts";
import { coversTable } from "./covers-table.ts";
import { isLedger, ledgersOf } from "./ledgers-of.ts";

const TABLE = "AWS::DynamoDB::Table";

/** Where the types that can give access to a table keep their policies. */
const DOCUMENTS = {
  [TABLE]: "/ResourcePolicy/PolicyDocument",
  "AWS::IAM::Group": "/Policies",
  "AWS::IAM::GroupPolicy": "/PolicyDocument",
  "AWS::IAM::ManagedPolicy": "/PolicyDocument",
  "AWS::IAM::Policy": "/PolicyDocument",
  "AWS::IAM::Role": "/Policies",
  "AWS::IAM::RolePolicy": "/PolicyDocument",
  "AWS::IAM::User": "/Policies",
  "AWS::IAM::UserPolicy": "/PolicyDocument",
} as const;

/** What changes or removes an item that is there. PutItem is how versions are appended. */
const REWRITING = [
  "dynamodb:BatchWriteItem",
  "dynamodb:DeleteItem",
  "dynamodb:DeleteTable",
  "dynamodb:PartiQLDelete",
  "dynamodb:PartiQLUpdate",
  "dynamodb:UpdateItem",
];

/** What a policy for a ledger is about. */
const ON_ITEMS = [...REWRITING, "dynamodb:PutItem", "dynamodb:GetItem", "dynamodb:Query", "dynamodb:Scan"];

export const ledgerAccess: Fact = {
  name: "LedgerAccess",
  types: Object.keys(DOCUMENTS),
  readFrom: DOCUMENTS,
  needs: ["Account", "Region", "Roles"],
  description:
    "One item for each statement in the policies of this resource that allows something on items or tables of DynamoDB, when the input has a consent ledger: whether it lets somebody change or remove what a ledger says (Rewrites), and which one.",
  fields: { Ledger: true, Rewrites: true, Sid: true },
  compute(resource, { graph }) {
    const own = resource.type === TABLE;
    const ledgers = own ? (isLedger(resource) ? [resource] : []) : ledgersOf(graph);
    if (ledgers.length === 0) return [];
    const items: Value[] = [];
    for (const { document, pointer } of policiesOf(resource)) {
      for (const { access, index } of accessOfDocument(document, ledgers, own)) {
        items.push(writtenAt(access, resource, statementPointer(pointer, index)));
      }
    }
    items.push(...attachedAccess(resource, ledgers));
    return exactList(items);
  },
};

/** Policies of AWS that allow everything on every table. */
const FULL_ACCESS =
  /^arn:[^:]*:iam::aws:policy\/(AdministratorAccess|PowerUserAccess|AmazonDynamoDBFullAccess(?:_v2)?)$/;

function attachedAccess(resource: Resource, ledgers: readonly Resource[]): readonly Value[] {
  if (resource.type === TABLE) return [];
  const attached = plain(propertyAt(resource, "/ManagedPolicyArns"));
  if (!isValueList(attached)) return [];
  const found: Value[] = [];
  for (const item of attached) {
    const arn = plain(item);
    const [, name] = typeof arn === "string" ? (FULL_ACCESS.exec(arn) ?? []) : [];
    if (name === undefined) continue;
    for (const ledger of ledgers) {
      found.push({ Ledger: new Reference(ledger.id), Rewrites: true, Sid: name });
    }
  }
  return found;
}

function policiesOf(resource: Resource): ReturnType<typeof documentsOf> {
  if (resource.type !== TABLE) return documentsOf(resource);
  const pointer = DOCUMENTS[TABLE];
  return [{ document: propertyAt(resource, pointer), pointer }];
}

function accessOfDocument(
  document: Value | undefined,
  ledgers: readonly Resource[],
  own: boolean,
): readonly AccessOfStatement[] {
  if (document === undefined) return NONE;
  const statements = plain(normalizePolicy(document));
  if (!isValueList(statements)) {
    return statements instanceof Unknown ? [{ access: statements, index: 0 }] : NONE;
  }
  const around: Around = { statements, ledgers, own };
  const found: AccessOfStatement[] = [];
  let isHidden: boolean | undefined;
  for (let index = 0; index < statements.length; index += 1) {
    const statement = plain(statements[index]);
    const access = isValueMap(statement)
      ? accessOf(statement, around)
      : statement instanceof Unknown
        ? statement
        : new Unknown("a statement is no object");
    if (access === undefined) continue;
    // few statements are about a table at all
    isHidden ??= holdsSensitive(document);
    found.push({ access: isHidden ? new Sensitive(access) : access, index });
  }
  return found;
}

const NONE: readonly AccessOfStatement[] = [];

interface AccessOfStatement {
  readonly access: Value;
  /** Which of the statements of the document gives it. */
  readonly index: number;
}

interface Around {
  /** All statements of the document. */
  readonly statements: readonly Value[];
  readonly ledgers: readonly Resource[];
  /** The policy is that of the ledger itself, and about nothing else. */
  readonly own: boolean;
}

function accessOf(statement: ValueMap, around: Around): Value | undefined {
  const effect = hasEffect(statement, "Allow");
  if (effect === false) return undefined;
  const allows = both(effect, anyAction(statement, ON_ITEMS));
  if (allows === false) return undefined;
  if (allows === "unknown") return new Unknown(`what ${sidOf(statement)} allows is known after apply`);
  const { ledger, rewrites } = rewritten(statement, around);
  return {
    ...(ledger === undefined ? {} : { Ledger: new Reference(ledger.id) }),
    Rewrites:
      rewrites === "unknown"
        ? new Unknown(
            `${sidOf(statement)} may let somebody rewrite a ledger: parts of it are known after apply`,
          )
        : rewrites,
    ...(statement["Sid"] === undefined ? {} : { Sid: statement["Sid"] }),
  };
}

/** Whether the statement lets somebody rewrite a ledger, and the first one that it certainly does for. */
function rewritten(
  statement: ValueMap,
  { statements, ledgers, own }: Around,
): { ledger?: Resource; rewrites: Truth } {
  let rewrites: Truth = false;
  const actions = REWRITING.filter((action) => coversAction(statement, action) !== false);
  if (actions.length === 0) return { rewrites };
  for (const ledger of ledgers) {
    const covers = own ? true : coversTable(statement, ledger);
    // of many ledgers a statement is about few
    if (covers === false) continue;
    const open = some(actions, (action) =>
      both(coversAction(statement, action), isLeftOpen(action, ledger, statements)),
    );
    const truth = both(open, covers);
    if (truth === true) return { ledger, rewrites: true };
    rewrites = either(rewrites, truth);
  }
  return { rewrites };
}

/** No statement of the same document denies it outright. */
function isLeftOpen(action: string, ledger: Resource, all: readonly Value[]): Truth {
  const denied = some(all, (item) => {
    const statement = plain(item);
    if (!isValueMap(statement)) return "unknown";
    const isDenied = both(
      hasEffect(statement, "Deny"),
      both(isUnconditional(statement), isForEveryone(statement)),
    );
    return both(isDenied, both(coversAction(statement, action), coversTable(statement, ledger)));
  });
  return negate(denied);
}

function anyAction(statement: ValueMap, actions: readonly string[]): Truth {
  return some(actions, (action) => coversAction(statement, action));
}

function some<T>(items: readonly T[], test: (item: T) => Truth): Truth {
  let truth: Truth = false;
  for (const item of items) {
    if (truth === true) return true;
    truth = either(truth, test(item));
  }
  return truth;
}

function sidOf(statement: ValueMap): string {
  const sid = plain(statement["Sid"]);
  return typeof sid === "string" && sid !== "" ? `the statement ${sid}` : "a statement";
}
