import { byWritten, type Item } from "./item.ts";

/**
 * Keeps one person's unsent items over a reload. Every item has a key of its own, so that two tabs do not overwrite
 * each other's; an item that both send is one in the log, since its clientId is the same.
 */
export class Shelf {
  private readonly prefix: string;

  constructor(
    private readonly storage: Storage,
    user: string,
  ) {
    this.prefix = `parley.outbox.${user}.`;
  }

  /** All items, in the order in which they were written. */
  load(): readonly Item[] {
    return this.keys()
      .map((key) => JSON.parse(this.storage.getItem(key) ?? "null") as Item)
      .filter((item) => item !== null)
      .sort(byWritten);
  }

  keep(item: Item): void {
    this.storage.setItem(this.prefix + item.clientId, JSON.stringify(item));
  }

  drop(clientId: string): void {
    this.storage.removeItem(this.prefix + clientId);
  }

  clear(): void {
    this.keys().forEach((key) => this.storage.removeItem(key));
  }

  private keys(): string[] {
    return Array.from({ length: this.storage.length }, (_, index) => this.storage.key(index) ?? "").filter((key) =>
      key.startsWith(this.prefix),
    );
  }
}
