import type { Lens } from "../lens.ts";
import { apiGatewayLenses } from "./api-gateway.ts";
import { appSyncLenses } from "./appsync.ts";
import { cloudwatchLenses } from "./cloudwatch.ts";
import { datasyncLenses } from "./datasync.ts";
import { mqLenses } from "./mq.ts";
import { signerLenses } from "./signer.ts";
import { snsLenses } from "./sns.ts";
import { sqsLenses } from "./sqs.ts";
import { ssmLenses } from "./ssm.ts";
import { stepFunctionsLenses } from "./step-functions.ts";

export const integrationLenses: readonly Lens[] = [
  ...apiGatewayLenses,
  ...appSyncLenses,
  ...cloudwatchLenses,
  ...datasyncLenses,
  ...mqLenses,
  ...signerLenses,
  ...snsLenses,
  ...sqsLenses,
  ...ssmLenses,
  ...stepFunctionsLenses,
];
