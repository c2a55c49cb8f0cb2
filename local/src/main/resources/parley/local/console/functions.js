// The functions: who they are, what they may do, what they do, what they say.
import { get } from "./api.js";
import { empty, facts, h, head, pill, scroll, table } from "./dom.js";
import { json, label, short } from "./format.js";

const summary = (one) =>
  h(
    "tr",
    { class: "row--link" },
    h("th", { scope: "row" }, h("a", { href: `#/functions/${one.id}`, title: one.id }, label(one.id))),
    h("td", {}, h("code", {}, one.handler)),
    h("td", { class: "end" }, `${one.memory} MB`),
    h("td", { class: "end" }, `${one.timeout} s`),
    h("td", { class: "end" }, one.environments === 0 ? h("span", { class: "soft" }, "none yet") : one.environments),
  );

const statement = (one) => {
  const list = (value) => [value ?? []].flat().map((text) => h("div", {}, h("code", {}, text)));
  return h(
    "tr",
    {},
    h("td", {}, pill(one.Effect === "Allow" ? "allowed" : "denied", one.Effect)),
    h("td", {}, list(one.Action ?? one.NotAction)),
    h("td", {}, list(one.Resource ?? one.NotResource), one.Condition && h("pre", { class: "small" }, json(one.Condition))),
  );
};

async function one(id) {
  const read = await get(`functions/${id}`);
  const log = read.log.trimEnd();
  const pre = h("pre", { class: "log", tabindex: "0", "aria-label": "Log" }, log || "It has said nothing yet.");
  queueMicrotask(() => requestAnimationFrame(() => (pre.scrollTop = pre.scrollHeight)));
  return [
    h("p", {}, h("a", { href: "#/functions" }, "← All functions")),
    head(label(id), h("a", { href: `#/functions/${id}`, onclick: () => dispatchEvent(new HashChangeEvent("hashchange")) }, "Read again")),
    h(
      "div",
      { class: "two" },
      h(
        "section",
        { class: "card card--pad" },
        h("h2", {}, "Settings"),
        facts(
          ["Logical id", h("code", {}, read.id)],
          ["Name", h("code", {}, read.name)],
          ["Handler", h("code", {}, read.handler)],
          ["Memory", `${read.memory} MB`],
          ["Timeout", `${read.timeout} s`],
          ["Environments", read.environments],
        ),
        h("h2", {}, "Variables"),
        facts(...Object.entries(read.variables ?? {}).map(([name, value]) => [h("code", {}, name), h("code", {}, String(value))])),
      ),
      h(
        "section",
        { class: "card card--pad" },
        h("h2", {}, "Called lately"),
        read.called.length === 0
          ? h("p", { class: "soft" }, "It called nothing in the requests that are remembered.")
          : scroll("Called lately", "scroll", table("Called lately", [["Action"], ["Resource"], ["Calls", "end"], ["Denied", "end"]], read.called.map((call) => h("tr", {}, h("td", {}, h("code", {}, call.action)), h("td", {}, h("code", {}, short(call.resource))), h("td", { class: "end" }, call.calls), h("td", { class: "end" }, call.denied > 0 ? pill("denied", call.denied) : "0"))))),
      ),
    ),
    h(
      "section",
      { class: "card card--pad" },
      h("h2", {}, "Role"),
      h("p", {}, h("code", {}, short(read.role))),
      read.policies.map(({ policy, statements }) =>
        scroll(label(policy), "scroll", h("h3", { class: "small soft" }, label(policy)), table(`Statements of ${label(policy)}`, [["Effect"], ["Actions"], ["Resources"]], statements.map(statement))),
      ),
    ),
    h("section", { class: "card card--pad" }, h("h2", {}, "Log"), pre),
  ];
}

export async function functions(id) {
  if (id) {
    return { content: await one(id) };
  }
  const all = await get("functions");
  return {
    content: [
      head("Functions", h("p", { class: "soft small" }, `${all.length}`)),
      all.length === 0
        ? empty("The stack has no functions.")
        : scroll("Functions", "card scroll", table("Functions", [["Function"], ["Handler"], ["Memory", "end"], ["Timeout", "end"], ["Environments", "end"]], all.map(summary))),
    ],
  };
}
