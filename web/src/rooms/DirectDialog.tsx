import { useState } from "preact/hooks";
import type { Chat } from "../chat.ts";
import { Dialog } from "../design/Dialog.tsx";
import { PersonSearch } from "../identity/PersonSearch.tsx";
import type { Profile } from "../identity/profile.ts";
import { reasonOf } from "../platform/problem.ts";

/** Begins, or finds again, the conversation with one other person. */
export function DirectDialog({ chat, onClose }: { chat: Chat; onClose: () => void }) {
  const [error, setError] = useState("");
  const pick = async (profile: Profile) => {
    try {
      const room = await chat.directory.direct(profile.user);
      onClose();
      chat.enter(room);
    } catch (thrown) {
      setError(reasonOf(thrown));
    }
  };
  return (
    <Dialog title="New direct message" onClose={onClose}>
      {error && (
        <p class="form__error" role="alert">
          {error}
        </p>
      )}
      <PersonSearch chat={chat} label="To" except={[chat.me.value!.user]} onPick={(profile) => void pick(profile)} autofocus />
    </Dialog>
  );
}
