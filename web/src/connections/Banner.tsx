import { useSignal, useSignalEffect } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import type { Connection } from "./connection.ts";

/** A shorter absence is not worth a word: 1 s. */
const WORTH_SAYING = 1_000;

/** Says that the connection is down, where it is for more than a moment, and goes by itself. */
export function Banner({ connection }: { connection: Connection }) {
  const shown = useSignal(false);
  const wasLive = useSignal(false);
  const [online, setOnline] = useState(navigator.onLine);
  useSignalEffect(() => {
    if (connection.status.value === "live") {
      wasLive.value = true;
    }
  });
  const live = connection.status.value === "live";
  useEffect(() => {
    shown.value = false;
    const timer = live ? undefined : setTimeout(() => (shown.value = true), WORTH_SAYING);
    return () => clearTimeout(timer);
  }, [live]);
  useEffect(() => {
    const changed = () => setOnline(navigator.onLine);
    addEventListener("online", changed);
    addEventListener("offline", changed);
    return () => {
      removeEventListener("online", changed);
      removeEventListener("offline", changed);
    };
  }, []);
  const text = online
    ? wasLive.value
      ? "Reconnecting…"
      : "Connecting…"
    : "You are offline. What you write is sent when you are back.";
  return (
    <div class="banner" role="status" aria-label="Connection">
      {(!online || (shown.value && !live)) && <p>{text}</p>}
    </div>
  );
}
