import { useState } from "preact/hooks";

interface Props {
  title: string;
  error?: string | undefined;
  onSignIn: () => Promise<void>;
}

/** What one sees who is not signed in. */
export function Landing({ title, error, onSignIn }: Props) {
  const [busy, setBusy] = useState(false);
  const signIn = async () => {
    setBusy(true);
    await onSignIn().finally(() => setBusy(false));
  };
  return (
    <main class="landing">
      <div class="landing__card">
        <img src="/favicon.svg" alt="" width="64" height="64" />
        <h1>{title}</h1>
        <p>Talk in rooms, or one to one.</p>
        {error && (
          <p class="form__error" role="alert">
            {error}
          </p>
        )}
        <button type="button" class="button button--main button--wide" disabled={busy} onClick={() => void signIn()}>
          Sign in
        </button>
      </div>
    </main>
  );
}
