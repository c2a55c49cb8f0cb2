import { useState } from "preact/hooks";
import { Problem, reasonOf } from "../platform/problem.ts";

/** A form that is sent: whether it is on its way, and what was wrong with which field. */
export function useForm(fields: readonly string[], work: () => Promise<unknown>) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const submit = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      await work();
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  const about = (field: string) => (error instanceof Problem ? error.about(field) : undefined);
  const general = error && !fields.some((field) => about(field)) ? reasonOf(error) : undefined;
  return { busy, submit, about, general };
}
