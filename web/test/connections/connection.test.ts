import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Connection } from "../../src/connections/connection.ts";
import { Backend } from "../fake/backend.ts";
import { Network } from "../fake/world.ts";

let network: Network;
let connection: Connection;
let greeted: number;
let live: number;

const MINUTE = 60_000;
const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const backend = new Backend();
  backend.person("ada", "Ada");
  network = new Network(backend, "ada");
  greeted = live = 0;
  connection = new Connection({
    address: async () => {
      if (network.down) {
        throw new TypeError("failed to fetch");
      }
      return `/ws?ticket=${(backend.rest("ada", "POST", "/tickets", {}).body as { ticket: string }).ticket}`;
    },
    open: (path) => network.open(path),
    greet: async () => void greeted++,
    live: () => void live++,
    frame: () => {},
    random: () => 0.5,
  });
});

afterEach(() => {
  connection.stop();
  vi.useRealTimers();
});

const pings = () => network.sent.filter((frame) => frame["action"] === "ping").length;

describe("a connection", () => {
  test("is live once its rooms are heard", async () => {
    connection.start();
    expect(connection.status.value).toBe("connecting");
    await pass();
    expect(connection.status.value).toBe("live");
    expect([greeted, live]).toEqual([1, 1]);
  });

  test("comes back by itself after the other side closed", async () => {
    connection.start();
    await pass();
    network.sockets[0]!.end();
    await pass();
    expect(connection.status.value).toBe("waiting");
    await pass(250);
    expect(connection.status.value).toBe("live");
    expect(live).toBe(2);
  });

  test("waits longer with every failure in a row", async () => {
    network.down = true;
    connection.start();
    const attempts: number[] = [];
    connection.status.subscribe((status) => status === "connecting" && attempts.push(Date.now()));
    await pass(250 + 500 + 1_000 + 2_000);
    expect(attempts.length).toBe(5);
    await pass(3_999);
    expect(attempts.length).toBe(5);
    await pass(1);
    expect(attempts.length).toBe(6);
  });

  test("does not wait when it is woken", async () => {
    network.down = true;
    connection.start();
    await pass(60_000);
    network.down = false;
    connection.wake();
    await pass();
    expect(connection.status.value).toBe("live");
  });

  test("pings after five minutes of silence, and stays", async () => {
    connection.start();
    await pass(5 * MINUTE);
    expect(pings()).toBe(1);
    await pass(4 * MINUTE);
    expect(network.sockets).toHaveLength(1);
    expect(connection.status.value).toBe("live");
  });

  test("gives up a socket that nobody is at the other end of", async () => {
    connection.start();
    await pass();
    network.sockets[0]!.send = () => {};
    await pass(5 * MINUTE + 10_000);
    expect(connection.status.value).toBe("waiting");
    await pass(250);
    expect(connection.status.value).toBe("live");
    expect(network.sockets).toHaveLength(2);
  });

  test("is renewed before two hours, and is live all the while", async () => {
    connection.start();
    await pass();
    const seen = new Set<string>();
    connection.status.subscribe((status) => seen.add(status));
    await pass(107.5 * MINUTE + 1_000);
    expect(network.sockets).toHaveLength(2);
    expect(greeted).toBe(2);
    expect([...seen]).toEqual(["live"]);
    expect(network.backend.listeners.size).toBe(1);
  });

  test("keeps its old socket where renewing fails, and tries again", async () => {
    connection.start();
    await pass();
    await pass(107 * MINUTE);
    network.down = true;
    await pass(MINUTE);
    expect(connection.status.value).toBe("live");
    network.down = false;
    await pass(MINUTE);
    expect(network.backend.listeners.size).toBe(1);
    expect(greeted).toBeGreaterThan(1);
  });

  test("stays down when it is stopped", async () => {
    connection.start();
    await pass();
    connection.stop();
    await pass(10 * MINUTE);
    expect(connection.status.value).toBe("stopped");
    expect(network.sockets).toHaveLength(1);
    expect(network.backend.listeners.size).toBe(0);
  });
});
