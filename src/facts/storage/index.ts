import type { Fact } from "../fact.ts";
import { bucketExpiry } from "./bucket-expiry.ts";
import { deniesInsecureTransport } from "./denies-insecure-transport.ts";
import { intervalHours } from "./interval-hours.ts";
import { keyManager } from "./key-manager.ts";

export const storageFacts: readonly Fact[] = [keyManager, bucketExpiry, deniesInsecureTransport, intervalHours];
