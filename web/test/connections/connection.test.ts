import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Connection, type Status } from "../../src/connections/connection.ts";
import { Backend } from "../fake/backend.ts";
import { Network } from "../fake/world.ts";

let network: Network;
let connection: Connection;
let greeted: number;
let live: number;

const MINUTE = 60_000;
const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
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

/** A connection that has been live for a while. */
async function settled(): Promise<void> {
  connection.start();
  await pass(20_000);
}

/** Counts how often the connection gets into a state from now on; once where it is in it. */
function count(status: Status): () => number {
  let times = 0;
  connection.status.subscribe((now) => void (times += now === status ? 1 : 0));
  return () => times;
}

const pings = () => network.sent.filter((frame) => frame["action"] === "ping").length;

describe("a connection", () => {
  test("is live once its rooms are heard", async () => {
    connection.start();
    expect(connection.status.value).toBe("connecting");
    await pass();
    expect(connection.status.value).toBe("live");
    expect([greeted, live]).toEqual([1, 1]);
  });

  test("that is lost comes back by itself, spread wide: it may be everybody's", async () => {
    await settled();
    network.sockets[0]!.end();
    await pass(11_999);
    expect(connection.status.value).toBe("waiting");
    await pass(1);
    expect(connection.status.value).toBe("live");
    expect(live).toBe(2);
  });

  test("that the service closed alone comes back soon", async () => {
    await settled();
    network.sockets[0]!.end(1_000);
    await pass(1_000);
    expect(connection.status.value).toBe("live");
  });

  test("comes back soon when somebody uses the page", async () => {
    await settled();
    connection.attend();
    network.sockets[0]!.end();
    await pass(5_000);
    expect(connection.status.value).toBe("waiting");
    connection.attend();
    await pass(1_000);
    expect(connection.status.value).toBe("live");
  });

  test("makes no more attempts however much somebody uses the page", async () => {
    await settled();
    network.cut();
    const attempts = count("connecting");
    for (let use = 0; use < 600; use++) {
      connection.attend();
      await pass(100);
    }
    expect(attempts()).toBe(6);
  });

  test("waits longer with every failure in a row", async () => {
    network.down = true;
    connection.start();
    const attempts = count("connecting");
    await pass(250 + 500 + 1_000 + 2_000);
    expect(attempts()).toBe(5);
    await pass(3_999);
    expect(attempts()).toBe(5);
    await pass(1);
    expect(attempts()).toBe(6);
  });

  test.for([
    [true, 1_000],
    [false, 12_000],
  ] as const)("begins anew when the network is back; with somebody at the page (%s) after %i ms", async ([attended, after]) => {
    network.down = true;
    connection.start();
    await pass(120_000);
    network.down = false;
    connection.wake(attended);
    await pass(after - 1);
    expect(connection.status.value).toBe("waiting");
    await pass(1);
    expect(connection.status.value).toBe("live");
  });

  test("asks whether a socket that was quiet for a minute is one, when somebody uses the page", async () => {
    await settled();
    await pass(30_000);
    connection.attend();
    await pass();
    expect(pings()).toBe(0);
    await pass(30_000);
    network.sockets[0]!.send = (data) => void network.sent.push(JSON.parse(data));
    for (let use = 0; use < 100; use++) {
      connection.attend();
      await pass(100);
    }
    expect(pings()).toBe(1);
    expect(connection.status.value).toBe("waiting");
    await pass(1_000);
    expect(connection.status.value).toBe("live");
  });

  test("pings within five minutes of silence, and stays", async () => {
    connection.start();
    await pass(4.5 * MINUTE);
    expect(pings()).toBe(1);
    await pass(4 * MINUTE);
    expect(network.sockets).toHaveLength(1);
    expect(connection.status.value).toBe("live");
  });

  test("gives up a socket that nobody is at the other end of", async () => {
    connection.start();
    await pass();
    network.sockets[0]!.send = () => {};
    await pass(4.5 * MINUTE + 10_000);
    expect(connection.status.value).toBe("waiting");
    await pass(12_000);
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
