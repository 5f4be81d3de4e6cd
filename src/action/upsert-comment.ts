import type { GithubClient } from "./github-client.ts";

export interface CommentRequest {
  /** owner/name */
  readonly repository: string;
  readonly pullRequest: number;
  /** What the comment begins with, and is found by. */
  readonly marker: string;
  readonly body: string;
  /** A comment is written even when there is none yet; otherwise only one that is there is brought up to date. */
  readonly mayCreate: boolean;
}

export type CommentOutcome = "created" | "updated" | "unchanged" | "none";

interface Comment {
  readonly id: number;
  readonly body: string;
}

/** Who may have written our comment: the robot of the workflow, or a person of the repository by a token of theirs. */
const INSIDERS = new Set<unknown>(["OWNER", "MEMBER", "COLLABORATOR"]);

/** Writes the one comment of a category, or brings it up to date. Throws a GithubError when GitHub refuses. */
export async function upsertComment(client: GithubClient, request: CommentRequest): Promise<CommentOutcome> {
  const { repository, pullRequest, marker, body, mayCreate } = request;
  const comments = `/repos/${repository}/issues/${String(pullRequest)}/comments`;
  const existing = await findComment(client, `${comments}?per_page=100`, marker);
  if (existing === undefined) {
    if (!mayCreate) return "none";
    await client.send("POST", comments, { body });
    return "created";
  }
  if (existing.body === body) return "unchanged";
  await client.send("PATCH", `/repos/${repository}/issues/comments/${String(existing.id)}`, { body });
  return "updated";
}

async function findComment(client: GithubClient, path: string, marker: string): Promise<Comment | undefined> {
  const isOurs = (item: unknown): boolean => commentOf(item, marker) !== undefined;
  for await (const item of client.list(path, isOurs)) {
    const comment = commentOf(item, marker);
    if (comment !== undefined) return comment;
  }
  return undefined;
}

/** The comment, when it is ours. A stranger can write the marker as well, and could change later what we put there. */
function commentOf(item: unknown, marker: string): Comment | undefined {
  if (typeof item !== "object" || item === null) return undefined;
  const { id, body, user, author_association: association } = item as Readonly<Record<string, unknown>>;
  if (typeof id !== "number" || typeof body !== "string" || !body.startsWith(`${marker}\n`)) return undefined;
  return isBot(user) || INSIDERS.has(association) ? { id, body } : undefined;
}

function isBot(user: unknown): boolean {
  return typeof user === "object" && user !== null && "type" in user && user.type === "Bot";
}
