import { COLLECTION_FUNCTIONS } from "./collections.ts";
import { CONVERSION_FUNCTIONS } from "./conversions.ts";
import { CSV_FUNCTIONS } from "./csv.ts";
import { DATE_FUNCTIONS } from "./dates.ts";
import { ENCODING_FUNCTIONS } from "./encodings.ts";
import { FILE_FUNCTIONS } from "./files.ts";
import { FORMAT_FUNCTIONS } from "./formats.ts";
import type { FunctionDefinition } from "./function-definition.ts";
import { JSON_FUNCTIONS } from "./json.ts";
import { MAP_FUNCTIONS } from "./maps.ts";
import { NETWORK_FUNCTIONS } from "./network.ts";
import { NUMBER_FUNCTIONS } from "./numbers.ts";
import { PATH_FUNCTIONS } from "./paths.ts";
import { PATTERN_FUNCTIONS } from "./patterns.ts";
import { SET_FUNCTIONS } from "./sets.ts";
import { STRING_FUNCTIONS } from "./strings.ts";
import { UNDECIDED_FUNCTIONS } from "./undecided.ts";
import { YAML_FUNCTIONS } from "./yaml.ts";

/** Every function of Terraform by name, but for `try` and `can`, whose arguments are evaluated only when asked for. */
export const DEFINITIONS: ReadonlyMap<string, FunctionDefinition> = new Map(
  [
    COLLECTION_FUNCTIONS,
    CONVERSION_FUNCTIONS,
    CSV_FUNCTIONS,
    DATE_FUNCTIONS,
    ENCODING_FUNCTIONS,
    FILE_FUNCTIONS,
    FORMAT_FUNCTIONS,
    JSON_FUNCTIONS,
    MAP_FUNCTIONS,
    NETWORK_FUNCTIONS,
    NUMBER_FUNCTIONS,
    PATH_FUNCTIONS,
    PATTERN_FUNCTIONS,
    SET_FUNCTIONS,
    STRING_FUNCTIONS,
    UNDECIDED_FUNCTIONS,
    YAML_FUNCTIONS,
  ].flatMap((functions) => Object.entries(functions)),
);
