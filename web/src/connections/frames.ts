import type { Entry } from "../messages/entry.ts";

/** What the client says; `id` is added by the link. */
export type Action =
  | { action: "send"; room: string; clientId: string; after: number; text: string }
  | { action: "edit"; room: string; seq: number; clientId: string; after: number; text: string }
  | { action: "delete"; room: string; seq: number; clientId: string; after: number }
  | { action: "react"; room: string; seq: number; clientId: string; after: number; emoji: string; on: boolean }
  | { action: "subscribe"; rooms: readonly string[] };

export interface Reply {
  readonly type: "reply";
  readonly requestId: string;
  readonly status: number;
  readonly body: unknown;
}

/** What an add-on says to its function, in an action of its own. */
export type Told = Readonly<Record<string, unknown>> & { readonly action: string };

/** What an add-on's function says. */
export type Said = Readonly<Record<string, unknown>>;

export type Frame =
  | Reply
  | { readonly type: "entries"; readonly entries: readonly Entry[] }
  | { readonly type: "pong" }
  /** Of an add-on's own kind. */
  | { readonly type: "addOn"; readonly said: Said }
  /** A function failed: API Gateway says so without naming the frame it was for. */
  | { readonly type: "failure" };

/** Reads a frame; undefined for what is none. */
export function frameOf(data: string): Frame | undefined {
  let said: Record<string, unknown>;
  try {
    said = JSON.parse(data) as Record<string, unknown>;
  } catch {
    return undefined;
  }
  switch (said["type"]) {
    case "reply":
    case "entries":
    case "pong":
      return said as unknown as Frame;
    case undefined:
      return typeof said["message"] === "string" && "connectionId" in said ? { type: "failure" } : undefined;
    default:
      return { type: "addOn", said };
  }
}
