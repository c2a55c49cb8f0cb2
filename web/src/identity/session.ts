import { signal } from "@preact/signals";
import { refusedByIssuer, type Oidc, type Pending, type Tokens } from "./oidc.ts";

const TOKENS = "parley.tokens";
const PENDING = "parley.pending";
const HASH = "parley.hash";

/** A token that ends within this time is renewed before it is used: 60 s. */
const MARGIN = 60_000;

/**
 * Who is signed in in this tab. Tokens live in memory and in the tab's own storage: a reload stays signed in, and two
 * tabs are two people if they wish.
 */
export class Session {
  /** Undefined where nobody is signed in. */
  readonly tokens = signal<Tokens | undefined>(undefined);
  /** True where the issuer ended the session, and the reader did not. */
  readonly lost = signal(false);
  #renewal: Promise<Tokens> | undefined;

  constructor(
    private readonly oidc: Oidc,
    private readonly storage: Storage,
    private readonly now: () => number,
  ) {
    this.tokens.value = read<Tokens>(storage, TOKENS);
  }

  /** The address at which to sign in; remembers what is needed when the browser comes back, and where it was. */
  async start(hash: string): Promise<string> {
    const { url, pending } = await this.oidc.start();
    this.storage.setItem(PENDING, JSON.stringify(pending));
    this.storage.setItem(HASH, hash);
    return url;
  }

  /**
   * Finishes a sign-in where the page's address is the issuer's answer.
   *
   * @returns the hash to go on at; undefined where the address is an ordinary one
   */
  async finish(address: URL): Promise<string | undefined> {
    const parameters = address.searchParams;
    const pending = read<Pending>(this.storage, PENDING);
    if (!parameters.has("state") || !(parameters.has("code") || parameters.has("error"))) {
      return undefined;
    }
    const hash = this.storage.getItem(HASH) ?? "";
    this.storage.removeItem(PENDING);
    this.storage.removeItem(HASH);
    if (pending) {
      this.keep(await this.oidc.finish(address, pending));
    }
    return hash;
  }

  /** The ID token, renewed where it is about to end or `fresh` is asked for. Throws {@link SignedOut}. */
  async token(fresh: boolean): Promise<string> {
    const tokens = this.tokens.value;
    if (!tokens) {
      throw new SignedOut();
    }
    if (!fresh && tokens.expires - this.now() > MARGIN) {
      return tokens.idToken;
    }
    return (await this.renew(tokens)).idToken;
  }

  /** Milliseconds until the ID token should be renewed without anybody asking. */
  untilRenewal(tokens: Tokens): number {
    return Math.max(0, tokens.expires - this.now() - 2 * MARGIN);
  }

  /** Forgets the tokens. */
  end(): void {
    this.storage.removeItem(TOKENS);
    this.tokens.value = undefined;
  }

  signOutUrl(): string {
    return this.oidc.signOutUrl();
  }

  private renew(old: Tokens): Promise<Tokens> {
    this.#renewal ??= this.renewed(old).finally(() => (this.#renewal = undefined));
    return this.#renewal;
  }

  private async renewed(old: Tokens): Promise<Tokens> {
    try {
      if (!old.refreshToken) {
        throw new SignedOut();
      }
      const tokens = await this.oidc.refresh(old);
      this.keep(tokens);
      return tokens;
    } catch (error) {
      if (refusedByIssuer(error) || error instanceof SignedOut) {
        this.lost.value = true;
        this.end();
        throw new SignedOut();
      }
      throw error;
    }
  }

  private keep(tokens: Tokens): void {
    this.storage.setItem(TOKENS, JSON.stringify(tokens));
    this.tokens.value = tokens;
  }
}

/** Nobody is signed in, or no longer. */
export class SignedOut extends Error {
  constructor() {
    super("you are signed out; sign in again");
  }
}

function read<T>(storage: Storage, key: string): T | undefined {
  const text = storage.getItem(key);
  return text ? (JSON.parse(text) as T) : undefined;
}
