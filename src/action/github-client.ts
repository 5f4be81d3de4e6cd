import { setTimeout as sleep } from "node:timers/promises";

/** GitHub refuses, and will refuse again. */
export class GithubError extends Error {
  override name = "GithubError";
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export interface GithubClient {
  /** Every item of a list, page by page, until `isEnough`. */
  list(path: string, isEnough: (item: unknown) => boolean): AsyncGenerator;
  send(method: "POST" | "PATCH", path: string, body: object): Promise<void>;
}

const TIMEOUT_MS = 30_000;
const MOST_TRIES = 4;
/** A comment is not worth more of a runner's time. */
const LONGEST_WAIT_S = 60;
const MOST_PAGES = 100;

/** GitHub's REST API. Waits when GitHub asks to, within a minute; throws a GithubError when it refuses. */
export function githubClient(apiUrl: string, token: string, version: string): GithubClient {
  let waited = 0;

  async function request(method: string, url: string, body?: object): Promise<Response> {
    for (let tries = 1; ; tries += 1) {
      const response = await fetch(url, {
        method,
        headers: {
          accept: "application/vnd.github+json",
          authorization: `Bearer ${token}`,
          "user-agent": `genoscan/${version}`,
          "x-github-api-version": "2022-11-28",
          ...(body !== undefined && { "content-type": "application/json" }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        // a redirect would carry the token to another place
        redirect: "error",
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (response.ok) return response;
      const message = await messageOf(response);
      const wait = secondsToWait(response, message, method, tries);
      if (wait === undefined) throw new GithubError(response.status, message);
      waited += wait;
      if (tries >= MOST_TRIES || waited > LONGEST_WAIT_S) {
        throw new GithubError(
          response.status,
          `${message}; GitHub asks to wait ${String(Math.ceil(wait))} seconds`,
        );
      }
      await sleep(wait * 1000);
    }
  }

  return {
    async *list(path, isEnough) {
      let url: string | undefined = `${apiUrl}${path}`;
      for (let page = 0; url !== undefined && page < MOST_PAGES; page += 1) {
        const response: Response = await request("GET", url);
        const items: unknown = await response.json();
        for (const item of Array.isArray(items) ? (items as readonly unknown[]) : []) {
          yield item;
          if (isEnough(item)) return;
        }
        url = nextPage(response.headers.get("link"), apiUrl);
      }
    },
    send: async (method, path, body) => {
      await request(method, `${apiUrl}${path}`, body);
    },
  };
}

/** How long GitHub asks to wait, in seconds; `undefined` when waiting would change nothing. */
function secondsToWait(
  { status, headers }: Response,
  message: string,
  method: string,
  tries: number,
): number | undefined {
  if (status === 403 || status === 429) {
    const after = Number(headers.get("retry-after") ?? Number.NaN);
    if (Number.isFinite(after)) return Math.max(after, 0);
    if (headers.get("x-ratelimit-remaining") === "0") {
      const reset = Number(headers.get("x-ratelimit-reset") ?? 0);
      return Math.max(reset - Date.now() / 1000, 1);
    }
    return status === 429 || /rate limit/i.test(message) ? 2 ** tries : undefined;
  }
  // what was asked for may have happened, and a second comment would be worse than none
  return status >= 500 && method !== "POST" ? 2 ** (tries - 1) : undefined;
}

async function messageOf(response: Response): Promise<string> {
  const text = (await response.text()).slice(0, 2000);
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json === "object" && json !== null && "message" in json && typeof json.message === "string") {
      return `GitHub answers ${String(response.status)}: ${json.message}`;
    }
  } catch {
    // a proxy between may answer with a page of its own
  }
  return `GitHub answers ${String(response.status)}`;
}

/** The address of the next page (RFC 8288), when it is one of the same server: the token goes with it. */
function nextPage(link: string | null, apiUrl: string): string | undefined {
  const next = /<([^>]+)>;\s*rel="next"/.exec(link ?? "")?.[1];
  if (next === undefined || !URL.canParse(next)) return undefined;
  return new URL(next).origin === new URL(apiUrl).origin ? next : undefined;
}
