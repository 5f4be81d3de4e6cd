import type { Fact } from "../fact.ts";
import { account, region } from "./placement.ts";
import { roles } from "./roles.ts";
import { tags } from "./tags.ts";

export const generalFacts: readonly Fact[] = [tags, roles, region, account];
