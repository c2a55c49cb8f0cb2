import { addOnsOf } from "../../src/addons/all.ts";
import { Chat } from "../../src/chat.ts";
import { Api } from "../../src/platform/api.ts";
import { Notices } from "../../src/platform/notices.ts";
import type { Backend, Listener } from "./backend.ts";
import { tabOf } from "./tabs.ts";

/** A storage in memory, as a browser's. */
export class MemoryStorage implements Storage {
  readonly #values = new Map<string, string>();
  [name: string]: unknown;

  get length(): number {
    return this.#values.size;
  }

  key(index: number): string | null {
    return [...this.#values.keys()][index] ?? null;
  }

  getItem(key: string): string | null {
    return this.#values.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.#values.set(key, value);
  }

  removeItem(key: string): void {
    this.#values.delete(key);
  }

  clear(): void {
    this.#values.clear();
  }
}

/** The network between one client and the fake service, with the faults that a test wants. */
export class Network {
  /** While true, nothing comes through. */
  down = false;
  /** How many frames of the client's are still carried out without that their replies come back. */
  loseReplies = 0;
  /** How many frames are still answered with API Gateway's own failure. */
  failures = 0;
  /** Answers over REST arrive after this, however old they are by then. */
  slow: Promise<void> | undefined;
  /** How many subscriptions are still refused. */
  refusals = 0;
  /** Replies to the reader's own frames come back after this. */
  replying: Promise<void> | undefined;
  /** Subscriptions begin, and are answered, after this. */
  subscribing: Promise<void> | undefined;
  /** Every frame that the client sent. */
  readonly sent: Record<string, unknown>[] = [];
  readonly requests: string[] = [];
  readonly sockets: FakeSocket[] = [];

  constructor(
    readonly backend: Backend,
    readonly user: string,
  ) {}

  readonly fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const method = init?.method ?? "GET";
    this.requests.push(`${method} ${String(input)}`);
    if (this.down) {
      throw new TypeError("failed to fetch");
    }
    const body = init?.body ? JSON.parse(String(init.body)) : {};
    const { status, body: answer } = this.backend.rest(this.user, method, String(input).replace(/^\/api/, ""), body);
    await this.slow;
    return Response.json(answer, { status });
  };

  open(path: string): WebSocket {
    const socket = new FakeSocket(this, new URLSearchParams(path.split("?")[1]).get("ticket") ?? "");
    this.sockets.push(socket);
    return socket as unknown as WebSocket;
  }

  cut(): void {
    this.down = true;
    this.sockets.forEach((socket) => socket.end());
  }
}

/** A client's end of a socket to the fake service; everything arrives in a later turn. */
export class FakeSocket {
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  #ended = false;
  readonly #listener: Listener;

  constructor(
    private readonly network: Network,
    ticket: string,
  ) {
    const user = network.backend.tickets.get(ticket);
    network.backend.tickets.delete(ticket);
    this.#listener = {
      user: user ?? "",
      rooms: new Set(),
      send: (frame) => this.arrive(frame),
      close: () => this.end(1_000),
    };
    queueMicrotask(() => (user && !network.down ? this.opened() : this.end()));
  }

  send(data: string): void {
    const said = JSON.parse(data);
    this.network.sent.push(said);
    queueMicrotask(() => void this.carried(said));
  }

  close(): void {
    this.network.backend.listeners.delete(this.#listener);
    this.#ended = true;
  }

  /** The other side closes, or the network does. */
  end(code = 1_006): void {
    if (!this.#ended) {
      this.close();
      queueMicrotask(() => this.onclose?.({ code }));
    }
  }

  private opened(): void {
    this.network.backend.listeners.add(this.#listener);
    this.onopen?.();
  }

  private async carried(said: Record<string, unknown>): Promise<void> {
    if (said["action"] === "subscribe" && this.network.subscribing) {
      await this.network.subscribing;
    }
    if (this.#ended) {
      return;
    }
    if (said["action"] === "subscribe" && this.network.refusals > 0) {
      this.network.refusals--;
      this.arrive({ type: "reply", requestId: said["id"], status: 429, body: { code: "busy" } });
      return;
    }
    const own = said["action"] !== "subscribe" && said["action"] !== "ping";
    if (own && this.network.failures > 0) {
      this.network.failures--;
      this.arrive({ message: "Internal server error", connectionId: "c", requestId: "g" });
      return;
    }
    const reply = this.network.backend.frame(this.#listener, said);
    if (own) {
      await this.network.replying;
    }
    if (own && this.network.loseReplies > 0) {
      this.network.loseReplies--;
    } else if (reply) {
      this.arrive(reply);
    }
  }

  private arrive(frame: object): void {
    const data = JSON.stringify(frame);
    queueMicrotask(() => {
      if (!this.#ended) {
        this.onmessage?.({ data });
      }
    });
  }
}

/** A person's chat over a network of its own. */
export function chatOf(
  backend: Backend,
  user: string,
  storage: Storage = new MemoryStorage(),
  addOns: readonly string[] = ["typing"],
) {
  const network = new Network(backend, user);
  let id = 0;
  const chat = new Chat(
    new Api(network.fetch, async () => "token"),
    new Notices(),
    {
      storage,
      open: (path) => network.open(path),
      tabs: () => tabOf(storage),
      newId: () => `${user}-${++id}-${storage.length}`,
      now: () => backend.now(),
      random: () => 0.5,
      addOns: addOnsOf(addOns),
    },
    { user, name: backend.profiles.get(user)?.name ?? user },
  );
  return { chat, network, storage };
}
