import * as oauth from "oauth4webapi";
import type { Config } from "../platform/config.ts";

/** What the issuer gave, as it is kept. */
export interface Tokens {
  readonly idToken: string;
  readonly refreshToken?: string;
  /** When the ID token ends, in ms of the epoch. */
  readonly expires: number;
  readonly user: string;
  readonly name: string;
}

/** What a sign-in must remember until the issuer sends the browser back. */
export interface Pending {
  readonly verifier: string;
  readonly state: string;
}

/** The issuer's side of the authorization code flow with PKCE. `redirectUri` is the site's root, with its slash. */
export class Oidc {
  #server: Promise<oauth.AuthorizationServer> | undefined;

  constructor(
    private readonly config: Config,
    private readonly redirectUri: string,
  ) {}

  /** The address at which a person signs in, for a new pair of verifier and state. */
  async start(): Promise<{ url: string; pending: Pending }> {
    const server = await this.server();
    const pending = { verifier: oauth.generateRandomCodeVerifier(), state: oauth.generateRandomState() };
    const url = new URL(required(server.authorization_endpoint, "authorization_endpoint"));
    url.search = new URLSearchParams({
      client_id: this.config.clientId,
      redirect_uri: this.redirectUri,
      response_type: "code",
      scope: "openid email profile",
      code_challenge: await oauth.calculatePKCECodeChallenge(pending.verifier),
      code_challenge_method: "S256",
      state: pending.state,
    }).toString();
    return { url: url.href, pending };
  }

  /** Takes the code of the address that the issuer sent the browser back to. */
  async finish(callback: URL, pending: Pending): Promise<Tokens> {
    const server = await this.server();
    const parameters = oauth.validateAuthResponse(server, this.client, callback, pending.state);
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      this.client,
      oauth.None(),
      parameters,
      this.redirectUri,
      pending.verifier,
      this.options(),
    );
    return tokensOf(
      await oauth.processAuthorizationCodeResponse(server, this.client, response, { requireIdToken: true }),
    );
  }

  /** New tokens; the refresh token stays the old one where the issuer gives no other. */
  async refresh(old: Tokens): Promise<Tokens> {
    const server = await this.server();
    const refreshToken = required(old.refreshToken, "refresh token");
    const response = await oauth.refreshTokenGrantRequest(
      server,
      this.client,
      oauth.None(),
      refreshToken,
      this.options(),
    );
    const answer = await oauth.processRefreshTokenResponse(server, this.client, response);
    return { refreshToken, ...tokensOf(answer) };
  }

  /** Where the browser goes to end the issuer's own session. */
  signOutUrl(): string {
    const url = new URL(`${this.config.signInUrl.replace(/\/$/, "")}/logout`);
    url.search = new URLSearchParams({ client_id: this.config.clientId, logout_uri: this.redirectUri }).toString();
    return url.href;
  }

  private get client(): oauth.Client {
    return { client_id: this.config.clientId };
  }

  private server(): Promise<oauth.AuthorizationServer> {
    this.#server ??= this.discover();
    this.#server.catch(() => (this.#server = undefined));
    return this.#server;
  }

  private async discover(): Promise<oauth.AuthorizationServer> {
    const issuer = new URL(this.config.issuer);
    return oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, this.options()));
  }

  /** Plain HTTP only to this machine's own loopback, where the twin's issuer is. */
  private options() {
    const { hostname } = new URL(this.config.issuer);
    const loopback = hostname === "localhost" || hostname === "[::1]" || /^127(\.\d+){3}$/.test(hostname);
    return { [oauth.allowInsecureRequests]: loopback };
  }
}

/** True where the issuer said no, rather than could not be reached. */
export function refusedByIssuer(error: unknown): boolean {
  return error instanceof oauth.ResponseBodyError || error instanceof oauth.AuthorizationResponseError;
}

function tokensOf(answer: oauth.TokenEndpointResponse): Tokens {
  const claims = oauth.getValidatedIdTokenClaims(answer);
  const idToken = required(answer.id_token, "ID token");
  if (!claims) {
    throw new Error("the issuer's answer has no ID token");
  }
  const name = claims["name"] ?? claims["given_name"] ?? claims["email"] ?? claims.sub;
  return {
    idToken,
    ...(answer.refresh_token ? { refreshToken: answer.refresh_token } : {}),
    expires: claims.exp * 1000,
    user: claims.sub,
    name: String(name),
  };
}

function required(value: string | undefined, what: string): string {
  if (!value) {
    throw new Error(`the issuer gave no ${what}`);
  }
  return value;
}
