import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { WebSocketServer, type WebSocket } from "ws";
import { Backend, type Listener } from "./backend.ts";
import { answer, userOf, type Issuer } from "./issuer.ts";

/** Serves the fake service beside a site: `/config.json`, `/api`, `/ws` and `/issuer`. */
export class FakeServer {
  readonly #sockets = new WebSocketServer({ noServer: true });
  /** While true, nobody gets in: sockets are closed, tickets refused. */
  down = false;

  constructor(readonly backend: Backend) {}

  attach(server: Server): void {
    server.on("upgrade", (request, socket, head) => {
      const url = new URL(request.url ?? "/", "http://fake");
      const ticket = url.searchParams.get("ticket") ?? "";
      const user = this.backend.tickets.get(ticket);
      this.backend.tickets.delete(ticket);
      if (url.pathname !== "/ws") {
        return;
      }
      if (!user || this.down) {
        socket.destroy();
        return;
      }
      this.#sockets.handleUpgrade(request, socket, head, (opened) => this.opened(opened, user));
    });
  }

  /** @returns false where the request is not for the service */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const origin = `http://${request.headers.host}`;
    const url = new URL(request.url ?? "/", origin);
    const body = await read(request);
    const people = [...this.backend.profiles.values()];
    const issuer: Issuer = { url: `${origin}/issuer`, people };
    if (url.pathname === "/config.json") {
      const config = { title: "Parley", issuer: issuer.url, clientId: "web", signInUrl: issuer.url, addOns: ["typing"] };
      send(response, 200, "application/json", JSON.stringify(config));
    } else if (url.pathname.startsWith("/issuer/")) {
      const said = answer(issuer, url, new URLSearchParams(body));
      send(response, said.status, said.type, said.body, said.location);
    } else if (url.pathname.startsWith("/api/")) {
      this.rest(request, response, url, body);
    } else {
      return false;
    }
    return true;
  }

  cut(): void {
    this.down = true;
    [...this.backend.listeners].forEach((listener) => listener.close());
  }

  private rest(request: IncomingMessage, response: ServerResponse, url: URL, body: string): void {
    const user = userOf(request.headers.authorization);
    const path = url.pathname.slice("/api".length) + url.search;
    const said = this.down
      ? { status: 503, body: {} }
      : user
        ? this.backend.rest(user, request.method ?? "GET", path, body ? JSON.parse(body) : {})
        : { status: 401, body: { status: 401, code: "not-signed-in", detail: "sign in" } };
    send(response, said.status, said.status < 400 ? "application/json" : "application/problem+json", JSON.stringify(said.body));
  }

  private opened(socket: WebSocket, user: string): void {
    const listener: Listener = {
      user,
      rooms: new Set(),
      send: (frame) => socket.send(JSON.stringify(frame)),
      close: () => socket.close(),
    };
    this.backend.listeners.add(listener);
    socket.on("close", () => this.backend.listeners.delete(listener));
    socket.on("message", (data) => {
      const reply = this.backend.frame(listener, JSON.parse(String(data)));
      if (reply) {
        socket.send(JSON.stringify(reply));
      }
    });
  }
}

function send(response: ServerResponse, status: number, type: string, body: string, location?: string): void {
  response.writeHead(status, { "content-type": type, ...(location ? { location } : {}) });
  response.end(body);
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString();
}
