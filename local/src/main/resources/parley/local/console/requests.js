// The list of requests, live, and one of them beside it.
import { h, head, pill, table } from "./dom.js";
import { label, labels, time, took } from "./format.js";
import { known, listen } from "./live.js";
import { detail } from "./request.js";

const KINDS = { rest: "REST", socket: "Sockets", stream: "Streams", queue: "Queues", event: "Events", device: "Devices", call: "AWS calls" };
const FIRST = 200;

/** What the reader has chosen; outlives a look at another view. */
const chosen = { text: "", kind: "", problems: false, paused: false };

export const title = (request) => {
  const [method, ...rest] = request.what.split(" ");
  return request.kind === "rest" ? [h("b", {}, method), " ", h("code", {}, rest.join(" "))] : [["stream", "queue"].includes(request.kind) ? label(method.slice(0, -1)) : method, " ", h("code", {}, rest.join(" "))];
};

const isShown = (request) =>
  (!chosen.kind || request.kind === chosen.kind) &&
  (!chosen.problems || !["done", "running"].includes(request.outcome)) &&
  [request.what, request.route, request.problem, request.status, ...request.functions].join(" ").toLowerCase().includes(chosen.text.toLowerCase());

function row(request, open, isNew) {
  return h(
    "tr",
    { class: `row--link ${request.id === open ? "row--picked" : ""} ${isNew ? "row--new" : ""}` },
    h("td", { class: "requests__time nowrap soft" }, time(request.at)),
    h(
      "th",
      { scope: "row" },
      h("a", { href: `#/requests/${request.id}`, "aria-current": request.id === open ? "true" : null, class: "requests__what" }, title(request)),
      request.problem && h("span", { class: "requests__why" }, labels(request.problem)),
    ),
    h("td", { class: "requests__wide" }, request.functions.map(label).join(", ")),
    h("td", { class: "requests__wide end" }, request.calls || ""),
    h("td", { class: "requests__took end soft" }, request.took === undefined ? "" : took(request.took)),
    h("td", { class: "end" }, pill(request.outcome, outcome(request))),
  );
}

export const outcome = ({ outcome, status }) => (outcome === "done" ? status : outcome === "running" ? "running" : [status, outcome].filter(Boolean).join(" · "));

export async function requests(id) {
  const open = Number(id);
  const body = h("tbody");
  const count = h("p", { class: "soft small" });
  const rows = new Map();
  let seen = 0;

  const draw = () => {
    const fitting = [...known.values()].filter(isShown).sort((a, b) => b.id - a.id);
    const focused = document.activeElement?.closest?.("tr");
    const shown = fitting.slice(0, FIRST).map((request) => {
      const old = rows.get(request.id);
      if (old?.version === request.version) {
        return old.element;
      }
      const element = row(request, open, seen > 0 && request.id > seen);
      rows.set(request.id, { version: request.version, element });
      if (old && old.element === focused) {
        setTimeout(() => element.querySelector("a").focus());
      }
      return element;
    });
    seen = Math.max(seen, ...known.keys());
    if (shown.length !== body.children.length || shown.some((element, at) => body.children[at] !== element)) {
      body.replaceChildren(...shown);
      if (focused?.isConnected && !focused.contains(document.activeElement)) {
        focused.querySelector("a").focus();
      }
    }
    count.textContent = known.size === 0 ? "" : fitting.length > FIRST ? `the newest ${FIRST} of ${fitting.length}` : `${fitting.length} of ${known.size}`;
    list.hidden = known.size === 0;
    nothing.hidden = known.size > 0;
  };

  const choose = (name, value) => {
    chosen[name] = value;
    draw();
  };
  const list = h("div", { class: "requests__list card scroll" }, table("Requests", [["Time", "requests__time"], ["Request"], ["Functions", "requests__wide"], ["Calls", "requests__wide end"], ["Took", "requests__took end"], ["Result", "end"]], []));
  list.querySelector("tbody").replaceWith(body);
  const nothing = h("p", { class: "empty card" }, "Nothing has happened yet. Use the site, and every request shows here with what came of it.");
  const pane = Number.isInteger(open) && open > 0 ? await detail(open) : null;
  const stop = listen(() => chosen.paused || draw());
  draw();
  return {
    content: [
      head("Requests", count),
      h(
        "div",
        { class: `head ${pane ? "requests__filter" : ""}` },
        h("input", { type: "search", "aria-label": "Filter", placeholder: "Filter by route, function, reason …", value: chosen.text, oninput: ({ target }) => choose("text", target.value) }),
        h(
          "select",
          { "aria-label": "Kind", onchange: ({ target }) => choose("kind", target.value) },
          h("option", { value: "" }, "All kinds"),
          Object.entries(KINDS).map(([value, name]) => h("option", { value, selected: chosen.kind === value }, name)),
        ),
        h("label", {}, h("input", { type: "checkbox", checked: chosen.problems, onchange: ({ target }) => choose("problems", target.checked) }), "Only problems"),
        h(
          "button",
          {
            type: "button",
            "aria-pressed": String(chosen.paused),
            onclick: ({ target }) => {
              target.setAttribute("aria-pressed", String(!chosen.paused));
              choose("paused", !chosen.paused);
            },
          },
          "Pause",
        ),
      ),
      h("div", { class: `requests ${pane ? "requests--open" : ""}` }, nothing, list, pane?.element),
    ],
    leave: () => {
      stop();
      pane?.leave();
    },
  };
}
