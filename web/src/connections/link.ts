import { frameOf, type Action, type Frame, type Reply, type Told } from "./frames.ts";

/** A reply that is not here after this time, in ms, does not come. */
export const REPLY_WITHIN = 10_000;

/** Silence after which a link asks at the latest whether the other side is there: 5 min; API Gateway closes after 10. */
export const PING_WITHIN = 300_000;

/** Silence, in ms, after which a link is quiet: somebody who comes to the page then should not trust it. */
const QUIET = 60_000;

/** The code of RFC 6455 for a socket that ended without a word; it never stands in a frame. */
const ABNORMAL = 1_006;

/** What became of a frame that got no reply. */
export class NoReply extends Error {
  constructor(readonly why: "closed" | "silent" | "failure") {
    super(`no reply: the connection is ${why}`);
  }
}

interface Waiting {
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: NoReply) => void;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** One socket: matches replies with their frames, and notices when nobody is at the other end. */
export class Link {
  onFrame: (frame: Frame) => void = () => {};
  /** With the other side's code, or 1006. */
  onClose: (code: number) => void = () => {};
  #waiting = new Map<string, Waiting>();
  #next = 1;
  #closed = false;
  #heard = Date.now();
  #asked = false;
  #ping: ReturnType<typeof setTimeout> | undefined;

  private constructor(
    private readonly socket: WebSocket,
    private readonly pingAfter: number,
  ) {
    socket.onmessage = (event) => this.received(String(event.data));
    socket.onclose = (event) => this.ended(event.code);
    this.listen();
  }

  /**
   * Resolves when the socket is open; rejects where it does not open within 10 s.
   *
   * @param pingAfter the silence, in ms, after which the link asks whether the other side is there
   */
  static open(create: () => WebSocket, pingAfter: number): Promise<Link> {
    return new Promise((resolve, reject) => {
      const socket = create();
      const fail = () => {
        clearTimeout(timer);
        socket.onopen = socket.onclose = null;
        socket.close();
        reject(new NoReply("closed"));
      };
      const timer = setTimeout(fail, REPLY_WITHIN);
      socket.onclose = fail;
      socket.onopen = () => {
        clearTimeout(timer);
        resolve(new Link(socket, pingAfter));
      };
    });
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** True where nothing was heard for a minute, or while the machine slept. */
  get quiet(): boolean {
    return Date.now() - this.#heard >= QUIET;
  }

  /** Sends a frame; rejects with {@link NoReply}, after which it is not known whether the frame was carried out. */
  request(action: Action): Promise<Reply> {
    if (this.#closed) {
      return Promise.reject(new NoReply("closed"));
    }
    const id = String(this.#next++);
    return new Promise<Reply>((resolve, reject) => {
      const timer = setTimeout(() => this.forget(id)?.reject(new NoReply("silent")), REPLY_WITHIN);
      this.#waiting.set(id, { resolve, reject, timer });
      this.socket.send(JSON.stringify({ ...action, id }));
    });
  }

  /** Sends a frame whose reply nobody waits for. */
  tell(told: Told): void {
    if (!this.#closed) {
      this.socket.send(JSON.stringify({ ...told, id: "" }));
    }
  }

  /** Asks whether the other side is there, and closes where it does not answer within 10 s. */
  check(): void {
    if (this.#closed || this.#asked) {
      return;
    }
    this.#asked = true;
    clearTimeout(this.#ping);
    this.socket.send(JSON.stringify({ action: "ping" }));
    this.#ping = setTimeout(() => this.close(), REPLY_WITHIN);
  }

  close(): void {
    this.socket.close();
    this.ended(ABNORMAL);
  }

  /** Closes once the frames that wait for a reply have theirs. */
  async drain(): Promise<void> {
    while (this.#waiting.size > 0 && !this.#closed) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    this.onClose = () => {};
    this.close();
  }

  private received(data: string): void {
    this.listen();
    const frame = frameOf(data);
    if (frame?.type === "reply") {
      this.forget(frame.requestId)?.resolve(frame);
    } else if (frame?.type === "failure") {
      this.rejectAll("failure");
    } else if (frame) {
      this.onFrame(frame);
    }
  }

  private listen(): void {
    this.#heard = Date.now();
    this.#asked = false;
    clearTimeout(this.#ping);
    this.#ping = setTimeout(() => this.check(), this.pingAfter);
  }

  private forget(id: string): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    clearTimeout(waiting?.timer);
    this.#waiting.delete(id);
    return waiting;
  }

  private rejectAll(why: NoReply["why"]): void {
    for (const id of this.#waiting.keys()) {
      this.forget(id)?.reject(new NoReply(why));
    }
  }

  private ended(code: number): void {
    if (!this.#closed) {
      this.#closed = true;
      clearTimeout(this.#ping);
      this.socket.onmessage = this.socket.onclose = null;
      this.rejectAll("closed");
      this.onClose(code);
    }
  }
}
