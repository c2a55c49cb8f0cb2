import type { Typing } from "./typing.tsx";

/** More than these are not named. */
const NAMED = 3;

/** Who is typing, in one line that is always there, so that nothing moves. */
export function TypingLine({ typing, room }: { typing: Typing; room: string }) {
  const [who, does] = sentence(typing.names(room));
  return (
    <p class="typing" role="status" aria-label="Who is typing">
      {who && (
        <>
          <span class="typing__who">{who}</span> {does}
        </>
      )}
    </p>
  );
}

/** Such as "Ada and Grace", "are typing…"; twice "" where nobody is. */
export function sentence(names: readonly (string | undefined)[]): [who: string, does: string] {
  const known = names.filter((name) => name !== undefined);
  if (names.length === 0) {
    return ["", ""];
  }
  if (names.length === 1) {
    return [known[0] ?? "Somebody", "is typing…"];
  }
  const named = known.length === names.length && names.length <= NAMED;
  return [named ? `${known.slice(0, -1).join(", ")} and ${known.at(-1)}` : "Several people", "are typing…"];
}
