// The event buses: their rules, and what was put on them lately with the rules that it matched.
import { get } from "./api.js";
import { h, head, pill, scroll, table } from "./dom.js";
import { json, label, labels, short, time } from "./format.js";
import { again } from "./lists.js";

const code = (value) => h("pre", { class: "json", tabindex: "0" }, json(value));

const target = ({ arn, waiting }) => h("div", {}, h("code", {}, labels(short(arn))), " ", waiting > 0 && pill("running", `${waiting} waiting`));

const rule = (one) =>
  h(
    "tr",
    {},
    h("th", { scope: "row" }, h("details", {}, h("summary", {}, label(one.id)), code(one.pattern))),
    h("td", {}, one.targets.map(target)),
    h("td", { class: "end" }, pill(one.enabled ? "done" : "refused", one.enabled ? "on" : "off")),
  );

const happened = ({ event, rules }) =>
  h(
    "tr",
    {},
    h("td", { class: "nowrap soft" }, time(Date.parse(event.time))),
    h("th", { scope: "row" }, h("details", {}, h("summary", {}, event["detail-type"], " ", h("span", { class: "soft small" }, event.source)), code(event))),
    h("td", {}, rules.length === 0 ? h("span", { class: "soft" }, "no rule") : rules.map((id) => h("div", {}, label(id)))),
  );

const card = (bus) =>
  h(
    "section",
    { class: "card card--pad" },
    h("h2", {}, bus.name),
    bus.rules.length === 0
      ? h("p", { class: "soft" }, "It has no rules.")
      : scroll(`Rules of ${bus.name}`, "scroll", table(`Rules of ${bus.name}`, [["Rule"], ["Targets"], ["State", "end"]], bus.rules.map(rule))),
    bus.events.length === 0
      ? h("p", { class: "soft" }, "Nothing was put on it yet.")
      : scroll(`Events on ${bus.name}`, "scroll", table(`Events on ${bus.name}`, [["Time"], ["Event"], ["Matched"]], bus.events.map(happened))),
  );

export async function events() {
  const all = await get("buses");
  return { content: [head("Events", again()), ...all.map(card)] };
}
