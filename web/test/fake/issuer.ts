/** An OIDC issuer that believes everybody: `/issuer/authorize` shows a name to pick. Tokens are not signed. */
export interface Issuer {
  readonly url: string;
  readonly people: readonly { user: string; name: string }[];
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly location?: string;
}

const json = (body: object): Answer => ({ status: 200, type: "application/json", body: JSON.stringify(body) });

export function answer(issuer: Issuer, url: URL, form: URLSearchParams): Answer {
  switch (url.pathname) {
    case "/issuer/.well-known/openid-configuration":
      return json({
        issuer: issuer.url,
        authorization_endpoint: `${issuer.url}/authorize`,
        token_endpoint: `${issuer.url}/token`,
        jwks_uri: `${issuer.url}/jwks`,
        response_types_supported: ["code"],
      });
    case "/issuer/authorize":
      return { status: 200, type: "text/html", body: page(issuer, url.searchParams) };
    case "/issuer/token": {
      const user = (form.get("code") ?? form.get("refresh_token") ?? "").replace(/^[a-z]+:/, "");
      return json(tokens(issuer, user, form.get("client_id") ?? ""));
    }
    case "/issuer/logout":
      return { status: 302, type: "text/plain", body: "", location: url.searchParams.get("logout_uri") ?? "/" };
    default:
      return { status: 404, type: "text/plain", body: "" };
  }
}

/** Whose token it is; empty where it is none. */
export function userOf(authorization: string | undefined): string {
  try {
    const claims = JSON.parse(Buffer.from(authorization!.split(".")[1]!, "base64url").toString());
    return claims.exp * 1000 > Date.now() ? claims.sub : "";
  } catch {
    return "";
  }
}

function page({ people }: Issuer, query: URLSearchParams): string {
  const links = people.map(({ user, name }) => {
    const back = new URL(query.get("redirect_uri")!);
    back.search = new URLSearchParams({ code: `code:${user}`, state: query.get("state")! }).toString();
    return `<p><a href="${back.href.replaceAll("&", "&amp;")}">${name}</a></p>`;
  });
  return `<!doctype html><meta charset="utf-8"><title>Sign in</title><h1>Who are you?</h1>${links.join("")}`;
}

function tokens(issuer: Issuer, user: string, client: string): object {
  const now = Math.floor(Date.now() / 1000);
  const name = issuer.people.find((person) => person.user === user)?.name ?? user;
  const claims = { iss: issuer.url, aud: client, sub: user, name, iat: now, exp: now + 3600 };
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
  const idToken = `${encode({ alg: "RS256" })}.${encode(claims)}.${Buffer.alloc(256).toString("base64url")}`;
  return { access_token: "a", token_type: "Bearer", expires_in: 3600, id_token: idToken, refresh_token: `refresh:${user}` };
}
