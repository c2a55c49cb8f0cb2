// What is open, what waits, and how far streams were read.
import { get } from "./api.js";
import { empty, facts, h, head, pill, scroll, table } from "./dom.js";
import { ago, json, label, short, time } from "./format.js";

export const again = () => h("button", { type: "button", onclick: () => dispatchEvent(new HashChangeEvent("hashchange")) }, "Read again");

export async function sockets() {
  const all = await get("sockets");
  const row = (one) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, h("code", {}, one.id), h("div", { class: "soft small" }, `${one.stage} · ${one.sourceIp}`)),
      h("td", { class: "nowrap" }, time(one.connectedAt), h("div", { class: "soft small" }, ago(one.connectedAt))),
      h("td", { class: "nowrap" }, ago(one.lastActive)),
      h("td", {}, facts(...Object.entries(one.authorizer).map(([name, value]) => [name, h("code", {}, String(value))]))),
      h("td", { class: "soft small" }, one.userAgent),
    );
  return {
    content: [
      head("Sockets", h("p", { class: "soft small" }, `${all.length} open`), again()),
      all.length === 0
        ? empty("No connection is open.")
        : scroll("Sockets", "card scroll", table("Open sockets", [["Connection"], ["Since"], ["Last active"], ["Authorizer's context"], ["Client"]], all.map(row))),
    ],
  };
}

const isQueue = (mapping) => mapping.source.includes(":sqs:");

export async function streams() {
  const all = await get("streams");
  const card = (one) =>
    h(
      "section",
      { class: "card card--pad" },
      h("h2", {}, label(one.id)),
      facts(
        [isQueue(one) ? "Queue" : "Stream", h("code", {}, short(one.source))],
        ["Function", h("code", {}, short(one.function))],
        ["Batch", isQueue(one) ? `${one.settings.BatchSize ?? 10} messages at most` : `${one.settings.BatchSize ?? 100} records at most`],
        one.settings.MaximumRetryAttempts !== undefined && ["Retries", one.settings.MaximumRetryAttempts],
        one.settings.FilterCriteria && ["Filter", h("pre", {}, json(one.settings.FilterCriteria))],
      ),
      !isQueue(one) && h("h3", { class: "small soft" }, "Checkpoints"),
      isQueue(one) ? null : one.shards && Object.keys(one.shards).length > 0
        ? scroll(
            `Checkpoints of ${label(one.id)}`,
            "scroll",
            table(
              `Checkpoints of ${label(one.id)}`,
              [["Shard"], ["Done up to"], ["State", "end"]],
              Object.entries(one.shards).map(([shard, { last, finished }]) => h("tr", {}, h("th", { scope: "row" }, h("code", {}, shard)), h("td", {}, h("code", {}, last ?? "")), h("td", { class: "end" }, pill(finished ? "done" : "running", finished ? "read to its end" : "open")))),
            ),
          )
        : h("p", { class: "soft" }, "Nothing was read yet."),
    );
  return { content: [head("Streams", again()), all.length === 0 ? empty("No stream or queue leads to a function.") : h("div", { class: "two" }, all.map(card))] };
}

export async function queues() {
  const all = await get("queues");
  const card = (one) =>
    h(
      "section",
      { class: "card card--pad" },
      h("div", { class: "head" }, h("h2", {}, label(one.id)), pill(one.messages.length > 0 ? "refused" : "done", one.messages.length === 0 ? "empty" : `${one.messages.length} messages`)),
      one.messages.map((message) => h("pre", { class: "json", tabindex: "0" }, json(message))),
    );
  return { content: [head("Queues", again()), all.length === 0 ? empty("The stack has no queues.") : h("div", { class: "two" }, all.map(card))] };
}
