/** What one person's tabs of one browser know of each other. */
export interface Tabs {
  /** Tells the others something that can be cloned. */
  tell(topic: string, news: unknown): void;
  /** Hears what another tells of a topic. */
  on(topic: string, hear: (news: never) => void): void;
  /**
   * Does something while no other tab does what has the same name. Who waits for 15 s does it all the same, since the
   * other may be asleep: so it must be something that may be done twice, and only need not be.
   */
  alone(name: string, work: () => Promise<void>): Promise<void>;
  /** This tab is none of them any more: it neither tells nor hears. */
  close(): void;
}

interface Said {
  readonly topic: string;
  readonly news: unknown;
}

/** No tab waits longer for another than this, in ms. */
const PATIENCE = 15_000;

/** Tabs by the browser's own means: a channel, and locks where the page is secure. */
export class BrowserTabs implements Tabs {
  readonly #channel: BroadcastChannel;
  readonly #hearing = new Map<string, (news: never) => void>();
  readonly #name: string;
  #closed = false;

  constructor(user: string) {
    this.#name = `parley.${user}`;
    this.#channel = new BroadcastChannel(this.#name);
    this.#channel.onmessage = ({ data }: MessageEvent<Said>) => this.#hearing.get(data.topic)?.(data.news as never);
  }

  tell(topic: string, news: unknown): void {
    if (!this.#closed) {
      this.#channel.postMessage({ topic, news } satisfies Said);
    }
  }

  on(topic: string, hear: (news: never) => void): void {
    this.#hearing.set(topic, hear);
  }

  async alone(name: string, work: () => Promise<void>): Promise<void> {
    const locks = navigator.locks as LockManager | undefined;
    const patience = AbortSignal.timeout(PATIENCE);
    let begun = false;
    const begin = () => {
      begun = true;
      return work();
    };
    try {
      await locks?.request(`${this.#name}.${name}`, { signal: patience }, begin);
    } catch (error) {
      if (begun) {
        throw error;
      }
    }
    if (!begun) {
      await work();
    }
  }

  close(): void {
    this.#closed = true;
    this.#channel.close();
  }
}
