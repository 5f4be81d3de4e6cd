import { joinText } from "../../languages/cloudformation/join-text.ts";
import { Meter } from "../../languages/cloudformation/meter.ts";
import type { Placement } from "../../model/settings.ts";
import { Unknown, UnknownPlace } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";

/** What the pseudo parameters of a stack are, as far as the input tells. One object for each: a stack has one account. */
export interface StackPlace {
  readonly placement: Placement;
  readonly pseudo: ReadonlyMap<string, Value>;
  /** Construct paths of CDK by logical id. */
  readonly paths: ReadonlyMap<string, readonly string[]>;
}

export interface PlaceInput {
  /** The id of the deployment: what one stack holds lies in one account. */
  readonly deployment: string;
  readonly account: Value | undefined;
  readonly region: Value | undefined;
  readonly stackName: Value | undefined;
  readonly paths: ReadonlyMap<string, readonly string[]> | undefined;
}

const NO_REGION =
  "the template does not say the region; it is chosen at deployment, or given as AWS::Region with --param-file";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html */
export function stackPlace({ deployment, account, region, stackName, paths }: PlaceInput): StackPlace {
  const regionValue = region ?? new UnknownPlace(NO_REGION, "region", deployment);
  const placement: Placement = { cloud: "aws", region: regionValue, account, deployment };
  const partition = typeof region === "string" ? partitionOf(region) : undefined;
  const accountValue =
    account ??
    new UnknownPlace(
      "the template does not say the account; set account in genoscan.yaml",
      "account",
      deployment,
    );
  const name =
    stackName ?? new UnknownPlace("the name of the stack is chosen at deployment", "stack", deployment);
  const pseudo = new Map<string, Value>([
    ["AWS::AccountId", accountValue],
    ["AWS::NotificationARNs", new Unknown("the notification topics are chosen at deployment")],
    [
      "AWS::Partition",
      partition ??
        new UnknownPlace("the partition follows from the region of the deployment", "partition", deployment),
    ],
    ["AWS::Region", regionValue],
    ["AWS::StackId", stackId({ region: regionValue, account: accountValue, name, deployment })],
    ["AWS::StackName", name],
    [
      "AWS::URLSuffix",
      partition === undefined
        ? new UnknownPlace("the URL suffix follows from the region of the deployment", "suffix", deployment)
        : suffixOf(partition),
    ],
  ]);
  return { placement, pseudo, paths: paths ?? new Map() };
}

interface StackIdParts {
  readonly region: Value;
  readonly account: Value;
  readonly name: Value;
  readonly deployment: string;
}

/** `arn:aws:cloudformation:eu-central-1:111122223333:stack/reports/…`, whose end a deployment makes. */
function stackId({ region, account, name, deployment }: StackIdParts): Value {
  const end = new UnknownPlace("the id of the stack is known after deployment", "stack", `${deployment} id`);
  return joinText(["arn:aws:cloudformation:", region, ":", account, ":stack/", name, "/", end], new Meter());
}

/** A stack inside of another one is deployed with it, under a name that CloudFormation makes. */
export function placeInside(place: StackPlace, address: string): StackPlace {
  const pseudo = new Map(place.pseudo);
  const reason = `the name of the stack ${address} is made at deployment`;
  const deployment = `${place.placement.deployment ?? ""}/${address}`;
  const name = new UnknownPlace(reason, "stack", deployment);
  const [region, account] = [pseudo.get("AWS::Region") ?? name, pseudo.get("AWS::AccountId") ?? name];
  pseudo.set("AWS::StackId", stackId({ region, account, name, deployment }));
  pseudo.set("AWS::StackName", name);
  return { ...place, pseudo };
}

function partitionOf(region: string): string {
  if (region.startsWith("us-gov-")) return "aws-us-gov";
  if (region.startsWith("cn-")) return "aws-cn";
  if (region.startsWith("us-isob-")) return "aws-iso-b";
  return region.startsWith("us-iso-") ? "aws-iso" : "aws";
}

function suffixOf(partition: string): string {
  if (partition === "aws-cn") return "amazonaws.com.cn";
  if (partition === "aws-iso") return "c2s.ic.gov";
  return partition === "aws-iso-b" ? "sc2s.sgov.gov" : "amazonaws.com";
}
