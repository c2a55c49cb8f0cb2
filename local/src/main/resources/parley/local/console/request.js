// One request: every step, with what passed, what was called, and which policy said yes or no.
import { get } from "./api.js";
import { facts, h, pill } from "./dom.js";
import { json, label, labels, short, size, time, took } from "./format.js";
import { listen } from "./live.js";
import { outcome, title } from "./requests.js";

/** The steps' scale: microseconds. */
const bar = (step, whole) => {
  const scale = Math.max(whole, step.at + step.took, 1);
  const from = Math.min(98, (step.at / scale) * 100);
  return h("span", { class: "step__bar" }, h("span", { style: { left: `${from}%`, width: `${Math.min(100 - from, (step.took / scale) * 100)}%` } }));
};

const timing = (step, whole) => h("span", { class: "step__time" }, took(step.took), bar(step, whole));

const fold = (open, headline, ...content) =>
  h("details", { open }, h("summary", { class: "step__head" }, h("span", { class: "step__mark" }), ...headline), ...content);

const flat = (look, headline, ...content) =>
  [h("div", { class: "step__head" }, h("span", { class: `step__mark step__mark--dot step__mark--${look}` }), ...headline), ...content];

const SPOKEN = { "mapped request": "Mapped to", "mapped answer": "Answer mapped to", body: "Body", frame: "Frame", query: "Query", authorizer: "Authorized as", event: "Event", result: "Result", sent: "Sent", answer: "Answer", "content type": "Content type" };

function passed(step, open) {
  if (step.what === "content type") {
    return flat("none", [h("span", { class: "step__title" }, "Content type ", h("code", {}, step.text)), ""]);
  }
  return fold(
    open,
    [h("span", { class: "step__title" }, SPOKEN[step.what] ?? step.what), h("span", { class: "step__time" }, size(step.length))],
    h("div", { class: "step__body" }, h("pre", { class: "json", tabindex: "0" }, step.cut ? step.text : json(step.text)), step.cut && h("p", { class: "soft small" }, `the beginning; it was ${size(step.length)} long`)),
  );
}

const decision = (step) =>
  h(
    "div",
    { class: `decision ${step.allowed ? "" : "decision--denied"}` },
    h("p", {}, pill(step.allowed ? "allowed" : "denied", step.allowed ? "Allowed" : "Denied"), " ", h("code", {}, step.action), " on ", h("code", {}, short(step.resource))),
    step.allowed
      ? step.grants.map((grant) => h("p", { class: "soft small" }, `by ${label(grant.policy)}, statement ${grant.statement + 1}: `, h("code", {}, grant.action), " on ", h("code", {}, short(grant.resource))))
      : h("p", {}, step.message),
    Object.entries(step.context).map(([key, values]) => h("p", { class: "soft small" }, h("code", {}, `${key} = ${values.join(", ")}`))),
  );

function called(step, whole) {
  const decisions = step.steps.filter(({ type }) => type === "decided");
  const denied = decisions.some(({ allowed }) => !allowed);
  const resources = [...new Set(decisions.map(({ resource }) => short(resource)))];
  const inner = step.steps.filter(({ type }) => type === "invoked" || type === "refused");
  return fold(
    denied || inner.length > 0,
    [
      h(
        "span",
        { class: "step__title" },
        "Called ",
        h("b", {}, step.service),
        " ",
        h("code", {}, operation(step)),
        resources.length > 0 && [" ", h("span", { class: "soft small" }, resources.map(readable).join(", "))],
        " ",
        pill(denied ? "denied" : step.status < 400 ? "done" : "refused", denied ? `${step.status} denied` : step.status),
      ),
      timing(step, whole),
    ],
    h("div", { class: "step__body" }, decisions.map(decision)),
    steps(step.steps.filter(({ type }) => type !== "decided"), step.left, whole),
  );
}

/** The operation that a path means. */
const operation = ({ operation }) =>
  /^POST \/2015-03-31\/functions\/.*\/invocations$/.test(operation) ? "Invoke" : operation.replace(/\/_execute-api\/[^/]+\/[^/]+\//, "");
const readable = (resource) => (resource.includes("@connections") ? "" : labels(resource));

function step(one, whole) {
  switch (one.type) {
    case "passed":
      return passed(one, isMapped(one));
    case "refused":
      return flat("warn", [h("span", { class: "step__title" }, "Refused: ", h("b", {}, one.code), " ", one.message), ""]);
    case "decided":
      return fold(!one.allowed, [h("span", { class: "step__title" }, one.allowed ? "May " : "May not ", h("code", {}, one.action), " ", h("span", { class: "soft small" }, labels(short(one.resource)))), pill(one.allowed ? "allowed" : "denied", one.allowed ? "allowed" : "denied")], h("div", { class: "step__body" }, decision(one)));
    case "invoked":
      return [
        h(
          "div",
          { class: "step__head" },
          h("span", { class: `step__mark step__mark--dot step__mark--${one.failed ? "bad" : "allowed"}` }),
          h("span", { class: "step__title" }, "Ran ", h("a", { href: `#/functions/${one.function}` }, label(one.function)), one.failed && [" ", pill("failed", "failed")]),
          timing(one, whole),
        ),
        steps(one.steps, one.left, whole, one.failed),
      ];
    case "called":
      return called(one, whole);
    default:
      return null;
  }
}

const isMapped = ({ what }) => what === "mapped request";

/** What a function got is not told twice where the mapping before has just told it. */
const told = (list) => {
  const mapped = list.find(isMapped)?.text;
  return list.map((one) => (one.type === "invoked" ? { ...one, steps: one.steps.filter(({ what, text }) => what !== "event" || text !== mapped) } : one));
};

const steps = (list, left, whole) =>
  h("ol", { class: "steps" }, told(list).map((one) => h("li", {}, step(one, whole))), left > 0 && h("li", { class: "soft" }, `and ${left} more that went well`));

function draw(request) {
  return [
    h("div", { class: "head" }, h("h2", { tabindex: "-1", "data-focus": true }, title(request)), pill(request.outcome, outcome(request))),
    request.problem && h("p", { class: `callout callout--${request.outcome}` }, labels(request.problem)),
    facts(
      request.route && ["Route", h("code", {}, request.route)],
      ["Came", time(request.at)],
      request.took !== undefined && ["Took", took(request.took)],
      request.functions.length > 0 && ["Functions", request.functions.map((id, at) => [at > 0 && ", ", h("a", { href: `#/functions/${id}` }, label(id))])],
    ),
    h("h3", { class: "small soft" }, "Step by step"),
    request.steps.length > 0 ? steps(request.steps, request.left, Math.max(request.took ?? 0, 1)) : h("p", { class: "soft" }, "There is nothing to tell of it."),
  ];
}

/** The pane of a request; follows it while it runs. */
export async function detail(id) {
  const content = h("div", { class: "card card--pad" });
  const element = h("section", { class: "requests__detail", "aria-label": "Request" }, h("p", { class: "requests__back" }, h("a", { href: "#/requests" }, "← All requests")), content);
  const read = async () => {
    try {
      const request = await get(`requests/${id}`);
      content.replaceChildren(...draw(request).filter(Boolean).flat());
    } catch {
      content.replaceChildren(h("h2", { tabindex: "-1", "data-focus": true }, "Forgotten"), h("p", {}, "The twin remembers the latest requests only, and this one is no longer among them."));
    }
  };
  await read();
  return { element, leave: listen((changed) => changed.some((request) => request.id === id) && read()) };
}
