import { useId } from "preact/hooks";

interface Props {
  label: string;
  value: string;
  onValue: (value: string) => void;
  hint?: string;
  error?: string | undefined;
  maxLength?: number;
  required?: boolean;
  autofocus?: boolean;
}

/** One line of text with its label, and what is wrong with it. */
export function Field({ label, value, onValue, hint, error, maxLength, required, autofocus }: Props) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
        autocomplete="off"
        data-autofocus={autofocus || undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={hint || error ? `${id}-note` : undefined}
        {...(maxLength ? { maxLength } : {})}
        required={required ?? false}
      />
      {(error || hint) && (
        <p id={`${id}-note`} class={error ? "field__error" : "field__hint"} role={error ? "alert" : undefined}>
          {error ?? hint}
        </p>
      )}
    </div>
  );
}
