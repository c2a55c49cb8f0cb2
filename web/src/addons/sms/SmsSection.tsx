import { useEffect, useState } from "preact/hooks";
import type { Chat } from "../../chat.ts";
import { Field } from "../../design/Field.tsx";
import { useForm } from "../../design/useForm.ts";
import { reasonOf } from "../../platform/problem.ts";
import { QuietForm } from "./QuietForm.tsx";
import type { SmsSettings } from "./settings.ts";

/** One's phone number: linked by a code that is sent there, and when it is to be left alone. */
export function SmsSection({ chat }: { chat: Chat }) {
  const [settings, setSettings] = useState<SmsSettings>();
  const [error, setError] = useState("");
  const attempt = async (work: () => Promise<unknown>) => {
    setError("");
    await work().catch((thrown: unknown) => setError(reasonOf(thrown)));
  };
  const read = async () => setSettings(await chat.api.get<SmsSettings>("/sms"));
  const unlink = async () => {
    await chat.api.delete("/sms/number");
    await read();
  };
  useEffect(() => void attempt(read), []);
  return (
    <section class="sms" aria-label="SMS">
      <h3>SMS</h3>
      {error && (
        <p class="form__error" role="alert">
          {error}
        </p>
      )}
      {settings && settings.number === "" && <LinkForms chat={chat} settings={settings} onChange={read} />}
      {settings && settings.number !== "" && (
        <>
          <p>
            Your number is <strong>{settings.number}</strong>. Write to {settings.to}: <code>rooms</code> lists your rooms,{" "}
            <code>#name</code> chooses one.
          </p>
          {settings.stopped && (
            <p class="sms__stopped" role="status">
              It said STOP, and is sent nothing. Send START from it to {settings.to}.
            </p>
          )}
          <QuietForm chat={chat} settings={settings} />
          <p class="sms__foot">
            <button type="button" class="button button--danger" onClick={() => void attempt(unlink)}>
              Forget the number
            </button>
          </p>
        </>
      )}
    </section>
  );
}

interface Props {
  chat: Chat;
  settings: SmsSettings;
  onChange: () => Promise<unknown>;
}

/** The number, and then the code that was sent there. */
function LinkForms({ chat, settings, onChange }: Props) {
  const [number, setNumber] = useState("");
  const [code, setCode] = useState("");
  const ask = useForm(["number"], async () => {
    await chat.api.post("/sms/codes", { number: number.replace(/[\s()/.-]/g, "") });
    await onChange();
  });
  const enter = useForm(["code"], async () => {
    await chat.api.post("/sms/number", { code: code.trim() });
    await onChange();
  });
  return (
    <>
      <form class="form" onSubmit={ask.submit}>
        <Field
          label="Phone number"
          value={number}
          onValue={setNumber}
          hint="With the country's, such as +49 151 1234 5678."
          error={ask.about("number") ?? ask.general}
          maxLength={30}
          required
        />
        <button type="submit" class="button" disabled={ask.busy}>
          {settings.pending ? "Send another code" : "Send me a code"}
        </button>
      </form>
      {settings.pending && (
        <form class="form" onSubmit={enter.submit}>
          <Field
            label="Code"
            value={code}
            onValue={setCode}
            hint={`It was sent to ${settings.pending}, for 10 minutes.`}
            error={enter.about("code") ?? enter.general}
            maxLength={8}
            required
          />
          <button type="submit" class="button button--main" disabled={enter.busy}>
            Link this number
          </button>
        </form>
      )}
    </>
  );
}
