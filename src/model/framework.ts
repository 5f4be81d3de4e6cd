/** The frameworks that rules are evidence for, in the order in which reports name them. */
export const FRAMEWORKS = ["genomics", "hipaa", "hitrust", "aws-config", "azure-policy"] as const;

export type Framework = (typeof FRAMEWORKS)[number];
