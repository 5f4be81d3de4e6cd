import type { Fact } from "../fact.ts";
import { keyManager } from "./key-manager.ts";

export const storageFacts: readonly Fact[] = [keyManager];
