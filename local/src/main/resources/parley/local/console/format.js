// How values are written for a person.
import { h } from "./dom.js";

/** Microseconds. */
export const took = (micros) =>
  micros < 1_000
    ? `${micros} µs`
    : micros < 1_000_000
      ? `${(micros / 1_000).toFixed(micros < 100_000 ? 1 : 0)} ms`
      : `${(micros / 1_000_000).toFixed(1)} s`;

const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });

export const time = (millis) => {
  const date = new Date(millis);
  return h("time", { datetime: date.toISOString(), title: date.toLocaleString() }, `${clock.format(date)}.${String(date.getMilliseconds()).padStart(3, "0")}`);
};

export const ago = (millis) => {
  const seconds = Math.max(0, Math.round((Date.now() - millis) / 1_000));
  return seconds < 60 ? `${seconds} s ago` : seconds < 3_600 ? `${Math.floor(seconds / 60)} min ago` : `${Math.floor(seconds / 3_600)} h ago`;
};

export const size = (length) => (length < 1_024 ? `${length} B` : `${(length / 1_024).toFixed(1)} KB`);

/** A logical id without the hash that the CDK puts at its end. */
export const label = (id) => id.replace(/[0-9A-F]{8}$/, "") || id;

/** How physical names begin, once it is known which stack runs. */
let prefix = "\n";

export const knowStack = (name) => (prefix = `${name}-`);

/** The same of every logical id in a sentence, and of every physical name made from one. */
export const labels = (text) => text.replaceAll(prefix, "").replace(/\b([A-Z][A-Za-z]+)[0-9A-F]{8}(?:-[A-Z0-9]{12})?\b/g, "$1");

/** What an ARN names, without account and region. */
export const short = (arn) => arn.split(":").slice(5).join(":") || arn;

/** A text as JSON with colours where it is JSON, else as it is. */
export function json(text) {
  let value = text;
  try {
    value = typeof text === "string" ? JSON.stringify(JSON.parse(text), null, 2) : JSON.stringify(text, null, 2);
  } catch {
    return document.createTextNode(text);
  }
  const parts = document.createDocumentFragment();
  let last = 0;
  for (const found of value.matchAll(/("(?:\\.|[^"\\])*")(\s*:)?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/g)) {
    parts.append(value.slice(last, found.index));
    const [whole, string, colon] = found;
    parts.append(h("span", { class: colon ? "json__key" : string ? "json__text" : "json__number" }, string ?? whole), colon ?? "");
    last = found.index + whole.length;
  }
  parts.append(value.slice(last));
  return parts;
}

/** A value of DynamoDB as plain JSON. */
export function plain(value) {
  const [[type, inner]] = Object.entries(value);
  switch (type) {
    case "N":
      return Number(inner);
    case "M":
      return item(inner);
    case "L":
      return inner.map(plain);
    case "NS":
      return inner.map(Number);
    case "NULL":
      return null;
    default:
      return inner;
  }
}

export const item = (attributes) => Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, plain(value)]));
