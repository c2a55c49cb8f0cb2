import { useEffect, useState } from "preact/hooks";
import type { Chat } from "../../chat.ts";
import { segment } from "../../platform/api.ts";
import { reasonOf } from "../../platform/problem.ts";
import { timeOf } from "../../platform/time.ts";

interface Props {
  chat: Chat;
  room: string;
  owner: boolean;
}

interface Link {
  readonly linked: boolean;
  readonly channel?: string;
  readonly by?: string;
}

interface Code {
  readonly command: string;
  readonly expires: string;
}

/** The channel that a room is linked with; its owners link one here, or end that. */
export function SlackSection({ chat, room, owner }: Props) {
  const [link, setLink] = useState<Link>();
  const [code, setCode] = useState<Code>();
  const [error, setError] = useState("");
  const path = `/rooms/${segment(room)}/slack`;
  const tail = chat.rooms.get(room)?.tail.seq; // The room is told when it is linked, and when that ends.
  const attempt = async (work: () => Promise<unknown>) => {
    setError("");
    await work().catch((thrown: unknown) => setError(reasonOf(thrown)));
  };
  const read = async () => {
    const found = await chat.api.get<Link>(path);
    setLink(found);
    if (found.linked) {
      setCode(undefined);
    }
  };
  const end = async () => {
    await chat.api.delete(path);
    await read();
  };
  const issue = async () => setCode(await chat.api.post<Code>(`${path}/codes`));
  useEffect(() => void attempt(read), [room, tail]);
  return (
    <section class="slack" aria-label="Slack">
      <h3>Slack</h3>
      {error && (
        <p class="form__error" role="alert">
          {error}
        </p>
      )}
      {link && (
        <p class={link.linked ? "" : "quiet"}>
          {link.linked ? (
            <>
              Linked with <strong>{link.channel}</strong> by {link.by}: what is written in one is seen in both.
            </>
          ) : (
            "Not linked with a channel."
          )}
        </p>
      )}
      {code && (
        <div class="slack__code" role="status">
          <p>Invite the app to the channel, and type there before {timeOf(code.expires)}:</p>
          <p>
            <code>{code.command}</code>
          </p>
        </div>
      )}
      {owner && link && (
        <p class="slack__foot">
          <button type="button" class="button" onClick={() => void attempt(link.linked ? end : issue)}>
            {link.linked ? "End the link" : code ? "Another code" : "Link a channel"}
          </button>
        </p>
      )}
    </section>
  );
}
