import { findReferrers } from "../../model/find-referrers.ts";
import { Unknown } from "../../model/value.ts";
import type { Fact } from "../fact.ts";

export const rotations: Fact = {
  name: "Rotations",
  types: ["AWS::SecretsManager::Secret"],
  description:
    "The schedules of the input that rotate the secret, by address; one that only may is an item that is not known.",
  compute(secret, { graph }) {
    const { certain, possible } = findReferrers(
      graph,
      "AWS::SecretsManager::RotationSchedule",
      "/SecretId",
      secret,
    );
    return [
      ...certain.map(({ address }) => address),
      ...possible.map(({ address }) => new Unknown(`${address} may rotate ${secret.address}`)),
    ];
  },
};
