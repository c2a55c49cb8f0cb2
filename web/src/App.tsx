import { useEffect, useMemo, useState } from "preact/hooks";
import { Chat, type World } from "./chat.ts";
import { ChatView } from "./ChatView.tsx";
import { Landing } from "./identity/Landing.tsx";
import { SignedOut, type Session } from "./identity/session.ts";
import { Api } from "./platform/api.ts";
import { Notices } from "./platform/notices.ts";
import { reasonOf } from "./platform/problem.ts";

interface Props {
  title: string;
  session: Session;
  world: World;
  /** Why a sign-in that was under way did not succeed. */
  failure?: string | undefined;
}

/** The chat of whoever is signed in, else the way in. */
export function App({ title, session, world, failure }: Props) {
  const [error, setError] = useState(failure);
  const user = session.tokens.value?.user;
  const chat = useMemo(() => (user ? chatOf(session, world) : undefined), [user]);
  useEffect(() => {
    chat?.start();
    return () => chat?.stop();
  }, [chat]);
  useRenewal(session);
  if (!chat) {
    const signIn = async () => {
      try {
        location.assign(await session.start(location.hash));
      } catch (thrown) {
        setError(reasonOf(thrown));
      }
    };
    document.title = title;
    const lost = session.lost.value ? "Your session has ended. Sign in again." : undefined;
    return <Landing title={title} error={error ?? lost} onSignIn={signIn} />;
  }
  const signOut = async (everywhere: boolean) => {
    if (everywhere && !(await chat.notices.attempt(() => chat.api.post("/sign-out")))) {
      return;
    }
    chat.outbox.clear();
    chat.stop();
    session.end();
    location.assign(session.signOutUrl());
  };
  return <ChatView chat={chat} title={title} onSignOut={(everywhere) => void signOut(everywhere)} />;
}

function chatOf(session: Session, world: World): Chat {
  const api = new Api(fetch.bind(globalThis), (fresh) => session.token(fresh));
  const { user, name } = session.tokens.value!;
  return new Chat(api, new Notices(), world, { user, name });
}

/** Renews the tokens before they end. */
function useRenewal(session: Session): void {
  const tokens = session.tokens.value;
  useEffect(() => {
    if (tokens) {
      const renew = () =>
        void session.token(true).catch((error: unknown) => {
          if (!(error instanceof SignedOut)) {
            timer = setTimeout(renew, 15_000);
          }
        });
      let timer = setTimeout(renew, session.untilRenewal(tokens));
      return () => clearTimeout(timer);
    }
    return undefined;
  }, [tokens]);
}
