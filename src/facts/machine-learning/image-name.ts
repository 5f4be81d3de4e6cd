/** The name of a container image in its parts. */
export interface ImageName {
  /** Registry and path, without tag and digest. */
  readonly repository: string;
  /** `undefined` when the name has none, which means `latest`. */
  readonly tag: string | undefined;
  /** True when a digest says which image is meant, whatever the tag. */
  readonly digest: boolean;
}

/** A repository of Amazon ECR: who holds it, where, and its name there. */
export interface EcrRepository {
  readonly account: string;
  readonly region: string;
  readonly name: string;
}

export function parseImageName(text: string): ImageName {
  const [named = "", digest] = splitOnce(text, text.lastIndexOf("@"));
  const colon = named.lastIndexOf(":");
  const tagged = colon > named.lastIndexOf("/");
  const [repository = "", tag] = splitOnce(named, tagged ? colon : -1);
  return { repository, tag, digest: digest !== undefined && /^sha256:[0-9a-f]{64}$/.test(digest) };
}

export function parseEcrRepository(repository: string): EcrRepository | undefined {
  const parts =
    /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.(?:amazonaws\.com(?:\.cn)?|on\.aws)\/(.+)$/.exec(
      repository,
    );
  const [, account, region, name] = parts ?? [];
  return account === undefined || region === undefined || name === undefined
    ? undefined
    : { account, region, name };
}

function splitOnce(text: string, at: number): readonly string[] {
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
