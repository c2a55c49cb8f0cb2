/** What an instance tells its client; served beside it as `/config.json`. */
export interface Config {
  readonly title: string;
  readonly issuer: string;
  readonly clientId: string;
  /** Where the hosted sign-in pages are; `/logout` stands under it. */
  readonly signInUrl: string;
  /** The names of the add-ons that are switched on. */
  readonly addOns: readonly string[];
}

const members = ["title", "issuer", "clientId", "signInUrl"] as const;

/** Reads `/config.json`; throws an error that a person can read where it is not there or not complete. */
export async function loadConfig(fetch: typeof globalThis.fetch): Promise<Config> {
  const response = await fetch("/config.json", { cache: "no-cache" });
  if (!response.ok) {
    throw new Error(`the site's config.json was answered with ${response.status}; 200 is needed`);
  }
  const config = (await response.json()) as Record<string, unknown>;
  const missing: string[] = members.filter((member) => typeof config[member] !== "string" || config[member] === "");
  if (!Array.isArray(config["addOns"])) {
    missing.push("addOns");
  }
  if (missing.length > 0) {
    throw new Error(`the site's config.json lacks ${missing.join(", ")}`);
  }
  return config as unknown as Config;
}
