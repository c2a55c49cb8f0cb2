// The frame: which view is shown, by the address's fragment.
import { get } from "./api.js";
import { h } from "./dom.js";
import { knowStack } from "./format.js";
import { connect } from "./live.js";
import { requests } from "./requests.js";
import { functions } from "./functions.js";
import { tables } from "./tables.js";
import { queues, sockets, streams } from "./lists.js";
import { events } from "./events.js";
import { outside } from "./outside.js";

const VIEWS = [
  ["requests", "Requests", requests],
  ["functions", "Functions", functions],
  ["tables", "Tables", tables],
  ["sockets", "Sockets", sockets],
  ["streams", "Streams", streams],
  ["queues", "Queues", queues],
  ["events", "Events", events],
  ["outside", "Outside", outside],
];

const main = document.getElementById("main");
const nav = document.getElementById("nav");
let leave = () => {};
let shown = "";

nav.append(...VIEWS.map(([name, title]) => h("a", { href: `#/${name}` }, title)));

/** #/view/id?query */
function place() {
  const [path, query = ""] = location.hash.slice(2).split("?");
  const [name, ...rest] = path.split("/");
  const view = VIEWS.find(([known]) => known === name) ?? VIEWS[0];
  return { view, id: decodeURIComponent(rest.join("/")), query: new URLSearchParams(query) };
}

async function show() {
  if (location.hash === "#main") {
    return;
  }
  const { view, id, query } = place();
  const [name, title, open] = view;
  for (const link of nav.children) {
    link.toggleAttribute("aria-current", link.hash === `#/${name}`);
    if (link.hasAttribute("aria-current")) {
      link.setAttribute("aria-current", "page");
    }
  }
  leave();
  leave = () => {};
  const here = location.hash;
  document.title = `${title} · Twin`;
  try {
    const made = await open(id, query);
    if (here !== location.hash) {
      made.leave?.();
      return;
    }
    leave = made.leave ?? leave;
    main.replaceChildren(...made.content);
  } catch (error) {
    main.replaceChildren(h("div", { class: "card card--pad" }, h("h1", { tabindex: "-1" }, "That did not work"), h("p", {}, error.message)));
  }
  if (shown !== "" && shown !== here) {
    (main.querySelector("[data-focus]") ?? main.querySelector("h1"))?.focus({ preventScroll: true });
  }
  shown = here || "#/";
}

addEventListener("hashchange", show);
connect(document.getElementById("link"));
get("stack")
  .then(({ stack }) => {
    knowStack(stack);
    document.getElementById("stack").append(stack);
  })
  .catch(() => {})
  .then(show);
