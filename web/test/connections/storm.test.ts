import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Connection } from "../../src/connections/connection.ts";
import { SimulatedClock } from "../fake/clock.ts";
import { crowd, Gateway, peak } from "../fake/crowd.ts";
import { seeded } from "../random.ts";

/** What API Gateway takes of new connections in a second, of a whole account. */
const QUOTA = 500;
const CLIENTS = 5_000;
const SECOND = 1_000;
const MINUTE = 60_000;
const HOUR = 3_600_000;

const seed = Number(process.env["STORM_SEED"] ?? 1);
const figures: string[] = [];
let random: () => number;
let clock: SimulatedClock;
let gateway: Gateway;

vi.setConfig({ testTimeout: 60_000 });

beforeEach(() => {
  random = seeded(seed);
  clock = new SimulatedClock();
  gateway = new Gateway(clock, random);
  vi.stubGlobal("setTimeout", clock.setTimeout);
  vi.stubGlobal("clearTimeout", clock.clearTimeout);
});

afterEach(() => vi.unstubAllGlobals());

afterAll(() => {
  const head = ["| seed " + seed + " | clients | sockets a second | tickets a second | half back, s | all back, s |", "| --- | --- | --- | --- | --- | --- |"];
  console.log([...head, ...figures].join("\n"));
});

/** Clients that have been connected for some minutes. */
async function connected(size = CLIENTS): Promise<readonly Connection[]> {
  const clients = crowd(gateway, size);
  for (const client of clients) {
    clock.setTimeout(() => client.start(), random() * 5 * MINUTE);
  }
  await clock.until(7 * MINUTE);
  expect(gateway.open.size).toBe(size);
  gateway.tickets.length = gateway.sockets.length = 0;
  return clients;
}

/** From now on, how many come when, and when all are back after the service was; fails above the quota. */
async function returned(what: string, size: number, back = clock.now): Promise<void> {
  let half = Infinity;
  for (const end = back + 5 * MINUTE; gateway.open.size < size && clock.now < end; ) {
    await clock.until(clock.now + 100);
    half = gateway.open.size >= size / 2 ? Math.min(half, clock.now) : half;
  }
  const all = clock.now;
  expect(gateway.open.size).toBe(size);
  await clock.until(clock.now + 2 * MINUTE);
  expect(gateway.open.size).toBe(size);
  const [sockets, tickets] = [peak(gateway.sockets), peak(gateway.tickets)];
  const seconds = (time: number) => ((time - back) / SECOND).toFixed(0);
  figures.push(`| ${what} | ${size} | ${sockets} | ${tickets} | ${seconds(half)} | ${seconds(all)} |`);
  expect(sockets).toBeLessThanOrEqual(QUOTA);
  expect(tickets).toBeLessThanOrEqual(QUOTA);
}

/** Lets a time pass in which a service is away, in a way. */
async function away(time: number, how: "gone" | "hanging" | "without sockets"): Promise<void> {
  gateway.tickets200 = () => how !== "gone";
  gateway.accepts = () => false;
  gateway.hanging = how === "hanging";
  gateway.cut();
  await clock.until(clock.now + time);
  gateway.hanging = false;
  gateway.tickets200 = gateway.accepts = () => true;
}

/** A tenth of the people use the page, and begin within some seconds of the cut. */
function tenthAtTheirPages(clients: readonly Connection[]): void {
  for (const client of clients.slice(0, clients.length / 10)) {
    const use = () => {
      client.attend();
      clock.setTimeout(use, 500 + random() * 5 * SECOND);
    };
    clock.setTimeout(use, -3 * SECOND * Math.log(1 - random()));
  }
}

describe("clients that are all cut at once come back without a storm", () => {
  test.for([2_000, CLIENTS])("where the service is still there: %i", async (size) => {
    await connected(size);
    gateway.cut();
    await returned("cut at once", size);
  });

  for (const time of [10 * SECOND, MINUTE, 10 * MINUTE]) {
    for (const how of ["gone", "hanging", "without sockets"] as const) {
      test(`after the service was ${how} for ${time / SECOND} s`, async () => {
        await connected();
        await away(time, how);
        await returned(`${how} for ${time / SECOND} s`, CLIENTS);
      });
    }
  }

  test.for([0, MINUTE])("while a tenth of the people are at their pages, after %i ms", async (time) => {
    tenthAtTheirPages(await connected());
    await away(time, "gone");
    await returned(`a tenth at their pages, gone for ${time / SECOND} s`, CLIENTS);
  });

  test("where 3 of 10 requests are refused with 429 or 503 for two minutes", async () => {
    await connected();
    gateway.tickets200 = gateway.accepts = () => random() > 0.3 || clock.now > 9 * MINUTE;
    gateway.cut();
    await returned("3 of 10 refused", CLIENTS);
  });

  test("where no more than 100 a second are let in", async () => {
    await connected();
    let [second, left] = [0, 0];
    gateway.accepts = () => {
      const now = Math.floor(clock.now / SECOND);
      [second, left] = now > second ? [now, 100] : [second, left];
      return left-- > 0;
    };
    gateway.cut();
    await returned("100 a second let in", CLIENTS);
  });

  test("where the network is back for all at the same moment, and a tenth look at the page", async () => {
    const clients = await connected();
    await away(MINUTE, "gone");
    clients.forEach((client, index) => client.wake(index % 10 === 0));
    await returned("network back for all", CLIENTS);
  });

  test("and where nobody noticed the cut until the network was back", async () => {
    const clients = await connected();
    gateway.hanging = true;
    await clock.until(clock.now + SECOND);
    gateway.open.clear();
    clients.forEach((client, index) => client.wake(index % 10 === 0));
    await clock.until(clock.now + 10 * SECOND);
    gateway.hanging = false;
    await returned("sockets dead, network back for all", CLIENTS);
  });
});

test("what is renewed before two hours is spread, however close together the clients came", async () => {
  const clients = crowd(gateway, CLIENTS);
  clients.forEach((client) => clock.setTimeout(() => client.start(), random() * 10 * SECOND));
  await clock.until(MINUTE);
  gateway.sockets.length = 0;
  await clock.until(2.1 * HOUR);
  figures.push(`| renewals in two hours | ${CLIENTS} | ${peak(gateway.sockets)} | | | |`);
  expect(gateway.sockets.length).toBeGreaterThanOrEqual(CLIENTS);
  expect(peak(gateway.sockets)).toBeLessThanOrEqual(50);
  expect(clients.every((client) => client.status.value === "live")).toBe(true);
});

test("one person at the page is back in about a second, and one who is not within half a minute", async () => {
  const waits = { attended: [] as number[], alone: [] as number[] };
  const clients = await connected(400);
  for (const [index, client] of clients.entries()) {
    const from = clock.now;
    [...gateway.open][0]!.end(1_006);
    const cut = clients.find((one) => one.status.value === "waiting")!;
    if (index % 2 === 0) {
      cut.attend();
    }
    while (cut.status.value !== "live") {
      await clock.until(clock.now + 50);
    }
    waits[index % 2 === 0 ? "attended" : "alone"].push(clock.now - from);
    await clock.until(clock.now + 20 * SECOND);
    expect(client.status.value).toBe("live");
  }
  const middle = (of: number[]) => of.sort((one, other) => one - other)[of.length / 2]!;
  figures.push(`| one, at the page | 1 | | | ${(middle(waits.attended) / SECOND).toFixed(1)} | ${(Math.max(...waits.attended) / SECOND).toFixed(1)} |`);
  figures.push(`| one, not at the page | 1 | | | ${(middle(waits.alone) / SECOND).toFixed(1)} | ${(Math.max(...waits.alone) / SECOND).toFixed(1)} |`);
  expect(middle(waits.attended)).toBeLessThan(1_500);
  expect(Math.max(...waits.attended)).toBeLessThan(2_600);
  expect(Math.max(...waits.alone)).toBeLessThan(25_000);
});
