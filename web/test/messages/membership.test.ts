import { expect, test } from "vitest";
import type { MembershipEntry } from "../../src/messages/entry.ts";
import { said } from "../../src/messages/MembershipLine.tsx";

const names: Record<string, string> = { ada: "Ada", grace: "Grace" };

const line = (more: Partial<MembershipEntry>) => {
  const entry = { room: "r", seq: 7, messages: 0, clientId: "c", time: "2026-03-01T10:00:00.000Z", sender: "ada", role: "member" };
  return said({ ...entry, kind: "membership", user: "grace", change: "added", ...more } as MembershipEntry, (user) => names[user]!);
};

test("a change of membership is told in words, and the first to join is who opened the room", () => {
  expect(line({ seq: 1, change: "joined", user: "ada" })).toBe("Ada opened the room");
  expect(line({ change: "joined", user: "grace", sender: "grace" })).toBe("Grace joined");
  expect(line({})).toBe("Ada added Grace");
  expect(line({ change: "removed" })).toBe("Ada removed Grace");
  expect(line({ change: "left", sender: "grace" })).toBe("Grace left");
  expect(line({ change: "role", role: "owner" })).toBe("Ada made Grace an owner");
});
