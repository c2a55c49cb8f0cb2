// The outside parties: what was said with them, and what they can be made to do.
import { get, post } from "./api.js";
import { empty, facts, h, head, pill, scroll, table } from "./dom.js";
import { json, time } from "./format.js";

const again = () => dispatchEvent(new HashChangeEvent("hashchange"));

/** What came of the last form, since the view is drawn anew after each. */
let said = {};

const look = (status) => (status >= 200 && status < 400 ? "done" : "refused");

const row = (one) =>
  h(
    "tr",
    {},
    h("td", { class: "nowrap soft" }, time(one.at)),
    h("td", {}, one.direction === "out" ? "from the stack" : "to the stack"),
    h(
      "th",
      { scope: "row" },
      h("details", {}, h("summary", {}, h("b", {}, one.method), " ", h("code", {}, one.path)), h("h3", { class: "small soft" }, "Sent"), h("pre", { class: "json", tabindex: "0" }, json(one.body)), h("h3", { class: "small soft" }, "Answered"), h("pre", { class: "json", tabindex: "0" }, json(one.answer))),
    ),
    h("td", { class: "end" }, pill(look(one.status), one.status || "no answer")),
  );

const input = (field) => {
  if (field.choices.length > 0) {
    return h("select", { name: field.name }, field.choices.map((choice) => h("option", { value: choice }, choice)));
  }
  return field.long ? h("textarea", { name: field.name, rows: "4" }, field.initial) : h("input", { type: "text", name: field.name, value: field.initial, autocomplete: "off" });
};

function form(party, one) {
  const key = `${party.name}/${one.id}`;
  const outcome = h("p", { role: "status", class: "small" }, said[key] ?? "");
  const send = async (event) => {
    event.preventDefault();
    const fields = Object.fromEntries(new FormData(event.target));
    try {
      said = { [key]: (await post(`outside/${party.name}/${one.id}`, fields)).said };
      again();
    } catch (error) {
      outcome.textContent = error.message;
    }
  };
  return h(
    "form",
    { class: "form", "aria-label": one.title, onsubmit: send },
    h("h3", {}, one.title),
    one.fields.map((field) => h("label", {}, h("span", {}, field.label), input(field))),
    h("button", {}, one.title),
    outcome,
  );
}

const card = (party) =>
  h(
    "section",
    { class: "card card--pad" },
    h("h2", {}, party.name),
    facts(["Stands in for", party.origins.map((origin) => h("div", {}, h("code", {}, origin)))], ["Answers at", h("code", {}, party.address)]),
    party.forms.map((one) => form(party, one)),
    party.exchanges.length === 0
      ? h("p", { class: "soft" }, "Nothing was said yet.")
      : scroll(`Said with ${party.name}`, "scroll", table(`Said with ${party.name}`, [["Time"], ["Direction"], ["Request"], ["Answer", "end"]], party.exchanges.map(row))),
  );

export async function outside() {
  const all = await get("outside");
  return {
    content: [
      head("Outside", h("button", { type: "button", onclick: again }, "Read again")),
      ...(all.length === 0 ? [empty("The stack talks to no outside party.")] : all.map(card)),
    ],
  };
}
