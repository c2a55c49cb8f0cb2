import { randomUUID } from "node:crypto";
import type { Entry } from "../../src/messages/entry.ts";
import type { Member, Role, Room } from "../../src/rooms/room.ts";
import { Log } from "./log.ts";
import { notFound, Refusal } from "./refusal.ts";
import { Rest } from "./rest.ts";

export interface Stored {
  room: Omit<Room, "role" | "read">;
  members: Map<string, { role: Role; read: { seq: number; messages: number } }>;
  log: Log;
}

export interface Listener {
  readonly user: string;
  readonly rooms: Set<string>;
  send(frame: object): void;
  close(): void;
}

export type Body = Record<string, any>;

/** The whole service in memory, as docs/architecture.md says it: for tests, and for looking at the page. */
export class Backend {
  readonly profiles = new Map<string, { user: string; name: string; color: string }>();
  readonly rooms = new Map<string, Stored>();
  readonly listeners = new Set<Listener>();
  readonly tickets = new Map<string, string>();
  /** When who was last shown to type, by room and user. */
  readonly shown = new Map<string, number>();
  /** Clients' events that came. */
  readonly events: Body[] = [];
  /** The places of those that are not taken the next time. */
  readonly again: number[] = [];
  /** Who acknowledged which alarm. */
  readonly acknowledged = new Map<string, string>();
  /** Pictures that came by MMS, by room and id. */
  readonly pictures = new Map<string, { type: string; data: string }>();
  /** Those that are pending. */
  reminders: readonly Body[] = [];
  now: () => Date = () => new Date();

  /** Answers a REST request; `path` is without `/api`. */
  rest(user: string, method: string, path: string, body: Body): { status: number; body: object } {
    try {
      const url = new URL(path, "http://fake");
      const parts = url.pathname.slice(1).split("/").map(decodeURIComponent);
      return new Rest(this).route(user, `${method} ${parts[0]}`, parts, url.searchParams, body);
    } catch (error) {
      if (error instanceof Refusal) {
        return { status: error.status, body: error.body() };
      }
      throw error;
    }
  }

  /** Carries out a frame; undefined where it has no reply of its own. */
  frame(listener: Listener, said: Body): object | undefined {
    if (said["action"] === "ping") {
      return { type: "pong" };
    }
    const reply = (status: number, body: object) => ({ type: "reply", requestId: said["id"], status, body });
    try {
      if (said["action"] === "subscribe") {
        const rooms = (said["rooms"] as string[]).filter((room) => this.rooms.get(room)?.members.has(listener.user));
        rooms.forEach((room) => listener.rooms.add(room));
        return reply(200, { rooms });
      }
      if (said["action"] === "typing") {
        return reply(200, { shown: this.show(listener, said["room"]) });
      }
      return reply(201, this.write(listener.user, said["action"], said, listener));
    } catch (error) {
      if (error instanceof Refusal) {
        return reply(error.status, error.body());
      }
      throw error;
    }
  }

  /** The typing add-on: the others who hear the room are told. */
  private show(by: Listener, room: string): boolean {
    if (!by.rooms.has(room)) {
      throw notFound();
    }
    const now = this.now().getTime();
    const due = now - (this.shown.get(`${room} ${by.user}`) ?? -Infinity) >= 2_000;
    if (due) {
      this.shown.set(`${room} ${by.user}`, now);
      const others = [...this.listeners].filter((one) => one.rooms.has(room) && one.user !== by.user);
      others.forEach((one) => one.send({ type: "typing", room, user: by.user }));
    }
    return due;
  }

  person(user: string, name: string, color = "teal"): void {
    this.profiles.set(user, { user, name, color });
  }

  create(owner: string, name: string, more: Partial<Room> = {}): string {
    const id = more.room ?? randomUUID();
    const room = { room: id, kind: "room" as const, name, topic: "", visibility: "public" as const, ...more };
    this.rooms.set(id, { room, members: new Map(), log: new Log(id, () => this.now()) });
    this.member(owner, id, owner, "owner", "joined");
    return id;
  }

  member(by: string, id: string, user: string, role: Role, change: string): void {
    const room = this.rooms.get(id)!;
    const known = room.members.get(user);
    room.members.set(user, { read: { seq: 0, messages: 0 }, ...known, role });
    this.append(room, by, randomUUID(), room.log.tail.seq, {
      kind: "membership",
      user,
      change: known ? "role" : change,
      role,
    });
  }

  say(user: string, room: string, text: string): Entry {
    const { seq } = this.rooms.get(room)!.log.tail;
    return this.append(this.rooms.get(room)!, user, randomUUID(), seq, { kind: "message", text });
  }

  /** An add-on writes in its own name. */
  post(app: string, room: string, text: string, more: { from?: string; data?: string } = {}): Entry {
    const stored = this.rooms.get(room)!;
    const id = `${app}-${stored.log.tail.seq}`;
    return this.append(stored, `app-${app}`, id, stored.log.tail.seq, { kind: "message", text, app, ...more });
  }

  /** The panic add-on: the first acknowledges, and the room hears it in their name. */
  acknowledge(user: string, room: string, alarm: string): object {
    const stored = this.mine(user, room);
    if (!stored.log.entries.some((entry) => entry.data?.includes(`"${alarm}"`))) {
      throw notFound();
    }
    if (!this.acknowledged.has(alarm)) {
      this.acknowledged.set(alarm, user);
      const data = JSON.stringify({ alarm, step: "acknowledged" });
      const body = { kind: "message" as const, text: "I acknowledge", app: "panic", data };
      this.append(stored, user, `${alarm}-acknowledged`, stored.log.tail.seq, body);
    }
    return { alarm, user: this.acknowledged.get(alarm), time: this.now().toISOString() };
  }

  remove(by: string, id: string, user: string, change: "left" | "removed"): void {
    const room = this.rooms.get(id)!;
    room.members.delete(user);
    for (const listener of this.listeners) {
      if (listener.user === user && change === "removed") {
        listener.close();
      }
      if (listener.user === user) {
        listener.rooms.delete(id);
      }
    }
    this.append(room, by, randomUUID(), room.log.tail.seq, { kind: "membership", user, change });
  }

  write(user: string, action: string, body: Body, from?: Listener): object {
    const room = this.mine(user, body["room"]);
    const seq = Number(body["seq"]);
    const entry = this.append(room, user, body["clientId"], Number(body["after"]), this.content(room, user, action, seq, body), from);
    return { seq: entry.seq, messages: entry.messages, time: entry.time };
  }

  private content(room: Stored, user: string, action: string, seq: number, body: Body) {
    if (action !== "send") {
      const message = room.log.message(seq);
      const allowed = action === "react" || message.sender === user || (action === "delete" && this.owns(room, user));
      if (!allowed) {
        throw new Refusal(403, "forbidden", "only the sender may do this");
      }
    }
    const text = body["text"];
    if ((action === "send" || action === "edit") && (typeof text !== "string" || !text || [...text].length > 4000)) {
      throw new Refusal(400, "invalid-input", "the request is not valid", [{ field: "text", message: "1 to 4000 characters are allowed" }]);
    }
    switch (action) {
      case "send":
        return { kind: "message" as const, text };
      case "edit":
        return { kind: "edit" as const, target: seq, text };
      case "delete":
        return { kind: "deletion" as const, target: seq };
      case "react":
        return { kind: "reaction" as const, target: seq, emoji: body["emoji"], on: body["on"] };
      default:
        throw new Refusal(400, "unknown-action", `the action is ${action}`);
    }
  }

  private append(room: Stored, sender: string, clientId: string, after: number, body: any, from?: Listener): Entry {
    const { entry, fresh } = room.log.append(sender, clientId, after, body);
    if (fresh) {
      const frame = { type: "entries", entries: [structuredClone(entry)] };
      for (const listener of this.listeners) {
        const added = entry.kind === "membership" && entry.user === listener.user && entry.change !== "removed";
        if (listener !== from && (listener.rooms.has(room.room.room) || added)) {
          listener.send(frame);
        }
      }
    }
    return entry;
  }

  seen(user: string, stored: Stored): Room {
    const member = stored.members.get(user);
    return { ...stored.room, ...(member ? { role: member.role, read: member.read } : {}) };
  }

  members(stored: Stored): Member[] {
    return [...stored.members].map(([user, { role }]) => ({ user, role }));
  }

  mine(user: string, id: string): Stored {
    const stored = this.rooms.get(id);
    if (!stored?.members.has(user)) {
      throw notFound();
    }
    return stored;
  }

  owns = (stored: Stored, user: string): boolean => stored.members.get(user)?.role === "owner";

  ownerOnly(stored: Stored, user: string): void {
    if (!this.owns(stored, user)) {
      throw new Refusal(403, "forbidden", "only an owner may do this");
    }
  }
}
