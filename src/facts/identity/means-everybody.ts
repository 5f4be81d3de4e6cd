/**
 * Whether a pattern for principals, an ARN, an id or a tag, means all of a kind, if only those of one account: `*`, arn:*,
 * arn:aws:iam::*:role/*, arn:aws:iam::111122223333:*.
 */
export function meansEverybody(pattern: string): boolean {
  if (/^[*?:]*$/.test(pattern)) return true;
  if (!/^(?:arn:|[*?])/.test(pattern)) return false;
  const [, , , , , ...resource] = pattern.split(":");
  const name = resource.length > 0 ? resource.join(":") : pattern.slice(pattern.lastIndexOf(":") + 1);
  return EVERYBODY.test(name);
}

const EVERYBODY = /^(?:(?:role|user|assumed-role|federated-user)\/?)?[?/]*\*[*?/]*$/;
