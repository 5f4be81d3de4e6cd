import type { Lens } from "../lens.ts";
import { athenaLenses } from "./athena.ts";
import { dmsLenses } from "./dms.ts";
import { emrLenses } from "./emr.ts";
import { glueLenses } from "./glue.ts";
import { kinesisLenses } from "./kinesis.ts";
import { quicksightLenses } from "./quicksight.ts";
import { s3TablesLenses } from "./s3-tables.ts";

export const analyticsLenses: readonly Lens[] = [
  ...athenaLenses,
  ...dmsLenses,
  ...emrLenses,
  ...glueLenses,
  ...kinesisLenses,
  ...quicksightLenses,
  ...s3TablesLenses,
];
