/** More than these are not named. */
const NAMED = 3;

/** Who is typing, in one line that is always there, so that nothing moves. */
export function TypingLine({ names }: { names: readonly string[] }) {
  return (
    <p class="typing" role="status" aria-label="Who is typing">
      {sentence(names)}
    </p>
  );
}

/** Such as "Ada and Grace are typing…"; "" where nobody is. */
export function sentence(names: readonly string[]): string {
  if (names.length > NAMED) {
    return "Several people are typing…";
  }
  const all = names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : names[0];
  return all ? `${all} ${names.length > 1 ? "are" : "is"} typing…` : "";
}
