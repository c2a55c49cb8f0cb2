import { useId, useState } from "preact/hooks";
import type { Chat } from "../../chat.ts";
import { useForm } from "../../design/useForm.ts";
import { zoneHere, type SmsSettings } from "./settings.ts";

/** When one wants no SMS, and how many in a day; times are those of where this browser is. */
export function QuietForm({ chat, settings }: { chat: Chat; settings: SmsSettings }) {
  const id = useId();
  const [from, setFrom] = useState(settings.quietFrom);
  const [to, setTo] = useState(settings.quietTo);
  const [most, setMost] = useState(settings.most);
  const [saved, setSaved] = useState(false);
  const form = useForm([], async () => {
    setSaved(false);
    await chat.api.put("/sms", { quietFrom: from, quietTo: to, zone: zoneHere(), most });
    setSaved(true);
  });
  const time = (label: string, value: string, onValue: (value: string) => void) => (
    <label>
      {label}
      <input type="time" value={value} onInput={(event) => onValue(event.currentTarget.value)} required />
    </label>
  );
  return (
    <form class="form sms__quiet" onSubmit={form.submit}>
      <fieldset>
        <legend>No SMS</legend>
        {time("from", from, setFrom)}
        {time("to", to, setTo)}
      </fieldset>
      <label for={`${id}-most`}>SMS in a day, at most</label>
      <input
        id={`${id}-most`}
        type="number"
        min={0}
        max={settings.cap}
        value={most}
        onInput={(event) => setMost(event.currentTarget.valueAsNumber)}
        required
      />
      <p class="quiet">{settings.today} were sent today.</p>
      {form.general && (
        <p class="form__error" role="alert">
          {form.general}
        </p>
      )}
      {saved && <p role="status">Saved.</p>}
      <button type="submit" class="button" disabled={form.busy}>
        Save for SMS
      </button>
    </form>
  );
}
