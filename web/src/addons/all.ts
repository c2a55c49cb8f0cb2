import type { AddOn } from "./addOn.ts";
import { panic } from "./panic/panic.tsx";
import { slack } from "./slack/slack.tsx";
import { sms } from "./sms/sms.tsx";
import { stream } from "./stream/stream.ts";
import { triggers } from "./triggers/triggers.tsx";
import { typing } from "./typing/typing.tsx";

/** Every add-on that has a part in the page, in a line. */
const ALL: readonly AddOn[] = [
  panic,
  slack,
  sms,
  stream,
  triggers,
  typing,
];

/** Those of an instance; some have no part in the page. */
export function addOnsOf(names: readonly string[]): readonly AddOn[] {
  return ALL.filter((addOn) => names.includes(addOn.name));
}
