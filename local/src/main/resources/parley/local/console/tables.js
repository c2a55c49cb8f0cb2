// The tables and their items, page by page, by key where one is asked for.
import { get } from "./api.js";
import { empty, h, head, scroll, table } from "./dom.js";
import { item, json, label } from "./format.js";

async function list() {
  const all = await get("tables");
  return [
    head("Tables"),
    all.length === 0
      ? empty("The stack has no tables.")
      : scroll(
          "Tables",
          "card scroll",
          table(
            "Tables",
            [["Table"], ["Keys"], ["Stream"], ["Items", "end"]],
            all.map((one) =>
              h(
                "tr",
                { class: "row--link" },
                h("th", { scope: "row" }, h("a", { href: `#/tables/${one.id}` }, label(one.id))),
                h("td", {}, h("code", {}, one.keys.join(", "))),
                h("td", {}, one.stream ? h("code", {}, one.stream) : h("span", { class: "soft" }, "none")),
                h("td", { class: "end" }, one.count),
              ),
            ),
          ),
        ),
  ];
}

const short = (value) => (value === undefined ? "" : typeof value === "object" ? JSON.stringify(value) : String(value));

function items(read, keys) {
  const plain = read.items.map(item);
  return scroll(
    "Items",
    "card scroll",
    table(
      `Items of ${label(read.id)}`,
      [...keys.map((key) => [key]), ["Item"]],
      plain.map((one) =>
        h(
          "tr",
          {},
          keys.map((key) => h("th", { scope: "row", class: "nowrap" }, h("code", {}, short(one[key])))),
          h("td", {}, h("details", {}, h("summary", {}, h("code", { class: "clip" }, short(rest(one, keys)))), h("pre", { class: "json", tabindex: "0" }, json(one)))),
        ),
      ),
    ),
  );
}

const rest = (one, keys) => Object.fromEntries(Object.entries(one).filter(([name]) => !keys.includes(name)));

async function one(id, query) {
  const read = await get(`tables/${id}?${query}`);
  const [partition, sort] = read.keys;
  const field = (key, name) => h("label", {}, key, h("input", { type: "text", name, value: query.get(name) ?? "", placeholder: name === "sort" ? "begins with" : "any" }));
  const go = (next) => (location.hash = `#/tables/${id}?${new URLSearchParams(next)}`);
  const asked = () => Object.fromEntries([...query].filter(([name, value]) => name !== "after" && value));
  return [
    h("p", {}, h("a", { href: "#/tables" }, "← All tables")),
    head(label(id), h("p", { class: "soft small" }, `${read.count} items`)),
    h(
      "form",
      {
        class: "head",
        onsubmit: (event) => {
          event.preventDefault();
          go([...new FormData(event.target)].filter(([, value]) => value));
        },
      },
      field(partition, "partition"),
      sort && field(sort, "sort"),
      h("button", {}, "Show"),
    ),
    read.items.length === 0 ? empty("No items.") : items(read, read.keys),
    h(
      "p",
      { class: "head" },
      query.has("after") && h("button", { type: "button", onclick: () => go(asked()) }, "First page"),
      read.next && h("button", { type: "button", onclick: () => go({ ...asked(), after: JSON.stringify(read.next) }) }, "Next page"),
    ),
  ];
}

export const tables = async (id, query) => ({ content: id ? await one(id, query) : await list() });
