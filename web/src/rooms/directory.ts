import { segment, type Api } from "../platform/api.ts";
import type { Member, Role, Room } from "./room.ts";

interface RoomsPage {
  readonly rooms: readonly Room[];
  readonly next?: string;
}

/** What one can ask of rooms and do with them, over REST; every call throws a Problem where it is refused. */
export class Directory {
  constructor(private readonly api: Api) {}

  /** All rooms that the reader is a member of. */
  async mine(): Promise<readonly Room[]> {
    const all: Room[] = [];
    for (let next: string | undefined = ""; next !== undefined; ) {
      const page: RoomsPage = await this.page("mine", next);
      all.push(...page.rooms);
      next = page.next || undefined;
    }
    return all;
  }

  /** One page of the public rooms. */
  page(scope: "mine" | "public", next: string): Promise<RoomsPage> {
    return this.api.get(`/rooms?scope=${scope}${next ? `&next=${encodeURIComponent(next)}` : ""}`);
  }

  /** The same `clientId` gives the same room, however often it is asked for. */
  create(room: { clientId: string; name: string; topic: string; visibility: string }): Promise<Room> {
    const { topic, ...rest } = room;
    return this.api.post("/rooms", topic ? room : rest);
  }

  direct(user: string): Promise<Room> {
    return this.api.put(`/directs/${segment(user)}`);
  }

  read(room: string): Promise<Room & { members?: readonly Member[] }> {
    return this.api.get(`/rooms/${segment(room)}`);
  }

  describe(room: string, change: { name: string; topic: string }): Promise<Room> {
    return this.api.patch(`/rooms/${segment(room)}`, change);
  }

  join(room: string): Promise<Room> {
    return this.api.post(`/rooms/${segment(room)}/join`);
  }

  async leave(room: string): Promise<void> {
    await this.api.post(`/rooms/${segment(room)}/leave`);
  }

  async setMember(room: string, user: string, role: Role): Promise<void> {
    await this.api.put(`/rooms/${segment(room)}/members/${segment(user)}`, { role });
  }

  async removeMember(room: string, user: string): Promise<void> {
    await this.api.delete(`/rooms/${segment(room)}/members/${segment(user)}`);
  }
}
