import { signal } from "@preact/signals";
import type { Api } from "../platform/api.ts";
import type { Profile } from "./profile.ts";

/** The API's most, for one request. */
const BATCH = 100;

/** The profiles that are known; those that are asked for are fetched together. */
export class People {
  readonly known = signal<ReadonlyMap<string, Profile>>(new Map());
  #wanted = new Set<string>();
  #asked = new Set<string>();
  #fetching = false;

  constructor(private readonly api: Api) {}

  /** The name of a user; three dots while it is not known. Asks for it. */
  nameOf(user: string): string {
    return this.of(user)?.name ?? "…";
  }

  /** The profile of a user; asks for it where it is not known. */
  of(user: string): Profile | undefined {
    const profile = this.known.value.get(user);
    if (!profile && user && !this.#asked.has(user)) {
      this.#asked.add(user);
      this.#wanted.add(user);
      queueMicrotask(() => void this.fetch());
    }
    return profile;
  }

  learn(profiles: readonly Profile[]): void {
    const known = new Map(this.known.value);
    profiles.forEach((profile) => known.set(profile.user, profile));
    this.known.value = known;
  }

  async find(query: string): Promise<readonly Profile[]> {
    const { profiles } = await this.api.get<{ profiles: Profile[] }>(`/people?query=${encodeURIComponent(query)}`);
    this.learn(profiles);
    return profiles;
  }

  /** Asks again for those that are known, since names may have changed. */
  refresh(): void {
    this.#wanted = new Set([...this.#asked, ...this.known.value.keys()]);
    void this.fetch();
  }

  private async fetch(): Promise<void> {
    if (this.#fetching) {
      return;
    }
    this.#fetching = true;
    while (this.#wanted.size > 0) {
      const users = [...this.#wanted].slice(0, BATCH);
      users.forEach((user) => this.#wanted.delete(user));
      try {
        const { profiles } = await this.api.get<{ profiles: Profile[] }>(`/profiles?users=${users.join(",")}`);
        this.learn(profiles);
      } catch {
        users.forEach((user) => this.#asked.delete(user));
      }
    }
    this.#fetching = false;
  }
}
