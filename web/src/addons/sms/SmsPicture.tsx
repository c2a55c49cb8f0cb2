import { useEffect, useState } from "preact/hooks";
import type { Chat } from "../../chat.ts";
import { Icon } from "../../design/Icon.tsx";
import { segment } from "../../platform/api.ts";
import { reasonOf } from "../../platform/problem.ts";
import { blobOf, type PictureContent } from "./pictures.ts";

interface Props {
  chat: Chat;
  room: string;
  id: string;
  /** What it is called, also for whoever cannot see it. */
  label: string;
}

/** A picture, which the service gives to members alone; of the same height before it is there. */
export function SmsPicture({ chat, room, id, label }: Props) {
  const [url, setUrl] = useState("");
  const [error, setError] = useState("");
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let made = "";
    let gone = false;
    const load = async () => {
      const content = await chat.api.get<PictureContent>(`/rooms/${segment(room)}/sms/media/${segment(id)}`);
      if (!gone) {
        made = URL.createObjectURL(blobOf(content));
        setUrl(made);
      }
    };
    load().catch((thrown: unknown) => gone || setError(reasonOf(thrown)));
    return () => {
      gone = true;
      URL.revokeObjectURL(made);
    };
  }, [chat, room, id, tries]);
  const retry = () => {
    setError("");
    setTries(tries + 1);
  };
  if (url !== "") {
    return <img class="sms__picture" src={url} alt={label} />;
  }
  return (
    <div class="sms__picture sms__picture--none" role="group" aria-label={label}>
      {error === "" ? (
        <span class="quiet">Loading…</span>
      ) : (
        <>
          <span>{error}</span>
          <button type="button" class="link" onClick={retry}>
            <Icon name="retry" /> Retry
          </button>
        </>
      )}
    </div>
  );
}
