import { problemOf } from "./problem.ts";

/** Gives the bearer token; `fresh` asks for a new one, since the service refused the last. */
export type TokenSource = (fresh: boolean) => Promise<string>;

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/**
 * The REST API under `/api`. A call throws a {@link Problem} for a refusal and a TypeError where the network fails; a
 * 401 is answered once with a fresh token.
 */
export class Api {
  constructor(
    private readonly fetch: typeof globalThis.fetch,
    private readonly token: TokenSource,
  ) {}

  get<T>(path: string): Promise<T> {
    return this.call<T>("GET", path);
  }

  post<T>(path: string, body: object = {}): Promise<T> {
    return this.call<T>("POST", path, body);
  }

  put<T>(path: string, body: object = {}): Promise<T> {
    return this.call<T>("PUT", path, body);
  }

  patch<T>(path: string, body: object): Promise<T> {
    return this.call<T>("PATCH", path, body);
  }

  delete<T>(path: string): Promise<T> {
    return this.call<T>("DELETE", path);
  }

  private async call<T>(method: Method, path: string, body?: object): Promise<T> {
    let response = await this.once(method, path, await this.token(false), body);
    if (response.status === 401) {
      response = await this.once(method, path, await this.token(true), body);
    }
    const text = await response.text();
    const answer = parse(text);
    if (!response.ok) {
      throw problemOf(response.status, answer);
    }
    return answer as T;
  }

  private once(method: Method, path: string, token: string, body?: object): Promise<Response> {
    const headers: Record<string, string> = { authorization: `Bearer ${token}` };
    if (body) {
      headers["content-type"] = "application/json";
    }
    return this.fetch(`/api${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
  }
}

/** One segment of a path. */
export const segment = encodeURIComponent;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
