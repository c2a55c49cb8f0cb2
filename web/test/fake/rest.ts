import { randomUUID } from "node:crypto";
import type { Room } from "../../src/rooms/room.ts";
import type { Backend, Body, Stored } from "./backend.ts";
import { notFound, Refusal } from "./refusal.ts";

interface Answer {
  readonly status: number;
  readonly body: object;
}

/** The service's REST API. */
export class Rest {
  constructor(private readonly backend: Backend) {}

  route(user: string, what: string, parts: string[], query: URLSearchParams, body: Body): Answer {
    const ok = (answer: object, status = 200) => ({ status, body: answer });
    switch (what) {
      case "GET profile":
        return ok(this.backend.profiles.get(user)!);
      case "PUT profile":
        if (!body["name"]?.trim()) {
          throw new Refusal(400, "invalid-input", "not valid", [{ field: "name", message: "must have 1 to 80 characters" }]);
        }
        this.backend.person(user, body["name"], body["color"]);
        return ok(this.backend.profiles.get(user)!);
      case "GET profiles":
        return ok({ profiles: query.get("users")!.split(",").flatMap((id) => this.backend.profiles.get(id) ?? []) });
      case "GET people": {
        const asked = query.get("query")!.toLowerCase();
        const fits = (name: string) => name.toLowerCase().split(" ").some((word) => word.startsWith(asked));
        return ok({ profiles: [...this.backend.profiles.values()].filter(({ name }) => fits(name)).slice(0, 20) });
      }
      case "PUT directs": {
        const other = parts[1]!;
        const id = `direct-${[user, other].sort().join("-")}`;
        if (!this.backend.rooms.has(id)) {
          this.backend.create(user, "", { room: id, kind: "direct", visibility: "private", people: [user, other] });
          this.backend.member(user, id, other, "owner", "added");
        }
        return ok(this.backend.seen(user, this.backend.rooms.get(id)!));
      }
      case "POST tickets": {
        const ticket = randomUUID();
        this.backend.tickets.set(ticket, user);
        return ok({ ticket, expires: new Date(Date.now() + 30_000).toISOString() }, 201);
      }
      case "POST events":
        this.backend.events.push(...body["events"].filter((_: Body, place: number) => !this.backend.again.includes(place)));
        return ok({ again: this.backend.again.splice(0) });
      case "GET reminders":
        return ok({ reminders: this.backend.reminders.filter((one) => one["user"] === user) });
      case "DELETE reminders":
        this.backend.reminders = this.backend.reminders.filter((one) => one["user"] !== user || one["id"] !== parts[1]);
        return ok({});
      case "POST sign-out":
        [...this.backend.listeners].filter((listener) => listener.user === user).forEach((listener) => listener.close());
        return ok({});
      case "POST sync":
        return ok({ rooms: body["rooms"].flatMap((asked: Body) => this.sync(user, asked)) });
      default:
        return parts[0] === "rooms" ? this.roomRoute(user, what.split(" ")[0]!, parts, query, body) : ok(new Refusal(404, "unknown-route", what).body(), 404);
    }
  }

  private roomRoute(user: string, method: string, parts: string[], query: URLSearchParams, body: Body): Answer {
    const [, id, sub, third, fourth] = parts;
    const ok = (answer: object, status = 200) => ({ status, body: answer });
    if (!id) {
      return method === "POST" ? ok(this.opened(user, body), 201) : ok({ rooms: this.list(user, query.get("scope")!) });
    }
    const stored = this.backend.rooms.get(id);
    if (!stored || (!stored.members.has(user) && stored.room.visibility !== "public")) {
      throw notFound();
    }
    switch (`${method} ${sub ?? ""}`) {
      case "GET ":
        return ok({ ...this.backend.seen(user, stored), members: this.backend.members(stored) });
      case "PATCH ":
        this.backend.ownerOnly(stored, user);
        Object.assign(stored.room, body);
        return ok(this.backend.seen(user, stored));
      case "POST join":
        this.backend.member(user, id, user, "member", "joined");
        return ok(this.backend.seen(user, stored));
      case "POST leave":
        this.leave(user, stored);
        return ok({});
      case "PUT members":
        this.backend.ownerOnly(stored, user);
        this.backend.member(user, id, third!, body["role"], "added");
        return ok({});
      case "DELETE members":
        this.backend.ownerOnly(stored, user);
        this.backend.remove(user, id, third!, "removed");
        return ok({});
      case "POST alarms":
        return ok(this.backend.acknowledge(user, id, third!));
      case "GET sms": {
        const picture = this.backend.pictures.get(`${this.backend.mine(user, id).room.room} ${fourth}`);
        if (!picture) {
          throw notFound();
        }
        return ok(picture);
      }
      case "PUT read":
        this.read(this.backend.mine(user, id), user, body);
        return ok({});
      case "POST reminders": {
        this.backend.mine(user, id);
        const known = this.backend.reminders.find((one) => one["user"] === user && one["id"] === body["id"]);
        const made = known ?? { ...body, room: id, user };
        this.backend.reminders = [...this.backend.reminders.filter((one) => one !== known), made];
        return ok(made, 201);
      }
      case "GET messages":
        return ok(this.history(this.backend.mine(user, id), query));
      case "POST messages":
        return ok(this.backend.write(user, fourth ? "react" : "send", { ...body, room: id, seq: third }), 201);
      default:
        throw new Refusal(404, "unknown-route", "there is no such route");
    }
  }

  private leave(user: string, stored: Stored): void {
    const owners = this.backend.members(stored).filter((member) => member.role === "owner");
    if (owners.length === 1 && owners[0]!.user === user && stored.members.size > 1) {
      throw new Refusal(409, "last-owner", "you are the last owner; make somebody else one first");
    }
    this.backend.remove(user, stored.room.room, user, "left");
  }

  private read(stored: Stored, user: string, mark: Body): void {
    const member = stored.members.get(user)!;
    if (mark["seq"] > member.read.seq) {
      member.read = { seq: mark["seq"], messages: mark["messages"] };
    }
  }

  private opened(user: string, body: Body): Room {
    if (!body["name"] || body["name"].length > 80) {
      throw new Refusal(400, "invalid-input", "not valid", [{ field: "name", message: "must have 1 to 80 characters" }]);
    }
    const { clientId, name, topic = "", visibility } = body;
    if (!this.backend.rooms.has(clientId)) {
      this.backend.create(user, name, { room: clientId, topic, visibility });
    }
    return this.backend.seen(user, this.backend.rooms.get(clientId)!);
  }

  private list(user: string, scope: string): Room[] {
    return [...this.backend.rooms.values()]
      .filter(({ members, room }) => (scope === "mine" ? members.has(user) : room.visibility === "public"))
      .map((stored) => this.backend.seen(user, stored));
  }

  private history({ log }: Stored, query: URLSearchParams): object {
    const limit = Number(query.get("limit") ?? 50);
    const before = Number(query.get("before") ?? Infinity);
    const older = log.entries.filter((entry) => entry.seq < before);
    const entries = older.slice(-limit);
    return { entries: structuredClone(entries), more: older.length > entries.length };
  }

  private sync(user: string, { room, after }: Body): object[] {
    const stored = this.backend.rooms.get(room);
    if (!stored?.members.has(user)) {
      return [];
    }
    const rest = after === undefined ? [] : stored.log.entries.slice(after);
    const entries = structuredClone(rest.slice(0, 100));
    return [{ room, tail: stored.log.tail, entries, more: rest.length > entries.length }];
  }
}
