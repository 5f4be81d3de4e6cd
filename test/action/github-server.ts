import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface StoredComment {
  readonly id: number;
  body: string;
  readonly user: { readonly login: string; readonly type: "Bot" | "User" };
  readonly author_association: string;
}

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly token: string | undefined;
  readonly body: unknown;
}

/** An answer instead of the right one. */
export interface Refusal {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The parts of GitHub's REST API that the action uses, on the loopback interface. */
export class GithubServer {
  readonly comments: StoredComment[] = [];
  readonly pulls: { readonly number: number; readonly head: { readonly sha: string } }[] = [];
  readonly received: Received[] = [];
  /** Answers to the next requests of a method, the first one first; `undefined` answers rightly. */
  readonly refusals: { readonly method: string; readonly answer: Refusal }[] = [];
  /** /api/v3 on a server of one's own. */
  prefix = "";
  url = "";
  readonly #server = createServer((request, response) => void this.#handle(request, response));

  async start(): Promise<void> {
    await new Promise<void>((done) => this.#server.listen(0, "127.0.0.1", done));
    this.url = `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  /** Puts a comment there that somebody else has written. */
  add(body: string, more: Partial<StoredComment> = {}): StoredComment {
    const comment: StoredComment = {
      id: this.comments.length + 1,
      body,
      user: { login: "someone", type: "User" },
      author_association: "NONE",
      ...more,
    };
    this.comments.push(comment);
    return comment;
  }

  sent(method: string): readonly Received[] {
    return this.received.filter((one) => one.method === method);
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const text = Buffer.concat(parts).toString("utf8");
    const { method = "", url = "", headers } = request;
    const body: unknown = text === "" ? undefined : JSON.parse(text);
    this.received.push({ method, path: url, token: headers.authorization, body });
    const index = this.refusals.findIndex((one) => one.method === method);
    const [refusal] = index < 0 ? [] : this.refusals.splice(index, 1);
    if (refusal !== undefined) {
      const { status, headers: more = {}, body: answer = '{"message":"refused"}' } = refusal.answer;
      response.writeHead(status, { "content-type": "application/json", ...more }).end(answer);
      return;
    }
    const { status, json, link } = this.#answer(method, new URL(url, this.url), body);
    response
      .writeHead(status, { "content-type": "application/json", ...(link !== undefined && { link }) })
      .end(JSON.stringify(json));
  }

  #answer(
    method: string,
    { pathname, searchParams }: URL,
    body: unknown,
  ): { status: number; json: unknown; link?: string } {
    const path = pathname.startsWith(this.prefix) ? pathname.slice(this.prefix.length) : "";
    if (method === "GET" && path === "/repos/octo/platform/issues/7/comments") {
      return this.#page(this.comments, path, searchParams);
    }
    if (method === "GET" && path === "/repos/octo/platform/pulls") {
      return searchParams.get("head") === "stranger:fix"
        ? this.#page(this.pulls, path, searchParams)
        : { status: 200, json: [] };
    }
    const text = (body as { body?: string } | undefined)?.body ?? "";
    // GitHub takes no longer comment
    if (text.length > 65_536) return { status: 422, json: { message: "body is too long" } };
    if (method === "POST" && path === "/repos/octo/platform/issues/7/comments") {
      const user = { login: "github-actions[bot]", type: "Bot" } as const;
      return { status: 201, json: this.add(text, { user }) };
    }
    const id = /^\/repos\/octo\/platform\/issues\/comments\/(\d+)$/.exec(path)?.[1];
    const comment = this.comments.find((one) => one.id === Number(id));
    if (method === "PATCH" && comment !== undefined) {
      comment.body = text;
      return { status: 200, json: comment };
    }
    return { status: 404, json: { message: "Not Found" } };
  }

  #page(items: readonly unknown[], path: string, query: URLSearchParams) {
    const size = Number(query.get("per_page") ?? 30);
    const page = Number(query.get("page") ?? 1);
    const json = items.slice((page - 1) * size, page * size);
    if (items.length <= page * size) return { status: 200, json };
    query.set("page", String(page + 1));
    return { status: 200, json, link: `<${this.url}${this.prefix}${path}?${query.toString()}>; rel="next"` };
  }
}
