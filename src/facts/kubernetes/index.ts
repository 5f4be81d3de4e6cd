import type { Fact } from "../fact.ts";
import { containers } from "./containers.ts";
import { exposure } from "./exposure.ts";
import { isolation } from "./isolation.ts";
import { literalSecrets } from "./literal-secrets.ts";
import { pod } from "./pod.ts";

export const kubernetesFacts: readonly Fact[] = [containers, exposure, isolation, literalSecrets, pod];
