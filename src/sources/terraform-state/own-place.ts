/** Account and region that an ARN holds; what is not there is `undefined`. */
export interface Place {
  readonly account: string | undefined;
  readonly region: string | undefined;
}

/** Where a resource lies by its own ARN. S3 and global services leave parts out. */
export function placeOfArn(arn: unknown): Place | undefined {
  if (typeof arn !== "string") return undefined;
  const [, region = "", account = ""] = /^arn:aws[^:]*:[^:]+:([^:]*):([^:]*):/.exec(arn) ?? [];
  const place = {
    account: /^\d{12}$/.test(account) ? account : undefined,
    region: isRegion(region) ? region : undefined,
  };
  return place.account === undefined && place.region === undefined ? undefined : place;
}

export function isRegion(text: unknown): text is string {
  return typeof text === "string" && /^[a-z]{2}(-[a-z]+)+-\d$/.test(text);
}
