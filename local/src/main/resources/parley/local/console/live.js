// The latest requests, kept up to date by the twin's events.
import { get } from "./api.js";

const MOST = 1_000;

/** By id; the page's only state. */
export const known = new Map();

const listeners = new Set();
let events;

/** Tells of requests that are new or changed; returns how to stop it. */
export function listen(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Reads what there is, and follows; says in this element how that goes. */
export async function connect(status) {
  const say = (look, text) => {
    status.className = `link link--${look}`;
    status.textContent = text;
  };
  try {
    const all = await get("requests");
    known.clear();
    take(all);
    const newest = Math.max(0, ...all.map(({ version }) => version));
    events = new EventSource(`/api/live?since=${newest}`);
    events.onopen = () => say("live", "Live");
    events.onmessage = ({ data }) => take(JSON.parse(data));
    events.onerror = () => {
      // The twin may come back with other requests: so all is read again.
      events.close();
      again();
    };
  } catch {
    again();
  }
  function again() {
    say("away", "The twin is away");
    setTimeout(() => connect(status), 1_000);
  }
}

function take(requests) {
  for (const request of requests) {
    known.set(request.id, request);
  }
  for (const id of [...known.keys()].sort((a, b) => a - b).slice(0, Math.max(0, known.size - MOST))) {
    known.delete(id);
  }
  listeners.forEach((listener) => listener(requests));
}
