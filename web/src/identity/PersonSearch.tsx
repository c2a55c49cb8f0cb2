import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { Chat } from "../chat.ts";
import { move } from "../design/roving.ts";
import { reasonOf } from "../platform/problem.ts";
import { Avatar } from "./Avatar.tsx";
import type { Profile } from "./profile.ts";

/** A pause in typing after which is searched, in ms. */
const PAUSE = 150;

interface Props {
  chat: Chat;
  label: string;
  /** People who are not offered. */
  except: readonly string[];
  onPick: (profile: Profile) => void;
  autofocus?: boolean;
}

/** Finds people while one types; each that is found is a button. */
export function PersonSearch({ chat, label, except, onPick, autofocus }: Props) {
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState("");
  const [found, setFound] = useState<readonly Profile[]>();
  const [error, setError] = useState("");
  useEffect(() => {
    const asked = query.trim();
    if (!asked) {
      setFound(undefined);
      return;
    }
    let current = true;
    const search = async () => {
      try {
        const profiles = await chat.people.find(asked);
        if (current) {
          setFound(profiles);
          setError("");
        }
      } catch (thrown) {
        setError(reasonOf(thrown));
      }
    };
    const timer = setTimeout(() => void search(), PAUSE);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [query, chat]);
  const offered = found?.filter((profile) => !except.includes(profile.user));
  return (
    <div class="people" ref={root} onKeyDown={(event) => void move(event, root.current!, "input, .people__person")}>
      <div class="field">
        <label for={id}>{label}</label>
        <input
          id={id}
          type="search"
          autocomplete="off"
          placeholder="Begin to type a name"
          data-autofocus={autofocus || undefined}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </div>
      {error && (
        <p class="form__error" role="alert">
          {error}
        </p>
      )}
      <p class="unseen" aria-live="polite">
        {offered ? `${offered.length} found` : ""}
      </p>
      {offered && offered.length === 0 && <p class="quiet">Nobody else found by “{query.trim()}”.</p>}
      {offered && offered.length > 0 && (
        <ul class="people__list" aria-label="People">
          {offered.map((profile) => (
            <li key={profile.user}>
              <button type="button" class="people__person" onClick={() => { onPick(profile); setQuery(""); }}>
                <Avatar profile={profile} small />
                {profile.name}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
