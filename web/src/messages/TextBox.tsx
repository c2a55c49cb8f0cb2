import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { leftIn } from "./limit.ts";

interface Props {
  box: RefObject<HTMLTextAreaElement | null>;
  label: string;
  value: string;
  onValue: (value: string) => void;
  onEnter: () => void;
  onKey: (event: KeyboardEvent) => void;
}

/** Near the limit, in code points, it is said how many are left. */
const NEAR = 200;

/** Text of several lines that grows with what is in it. Enter is done; on a touch screen it is a new line. */
export function TextBox({ box, label, value, onValue, onEnter, onKey }: Props) {
  useLayoutEffect(() => {
    const element = box.current!;
    element.style.setProperty("height", "auto");
    element.style.setProperty("height", `${element.scrollHeight}px`);
  }, [value]);
  const pressed = (event: KeyboardEvent) => {
    const enter = event.key === "Enter" && !event.shiftKey && !event.isComposing;
    if (enter && !matchMedia("(pointer: coarse)").matches) {
      event.preventDefault();
      onEnter();
    } else {
      onKey(event);
    }
  };
  const left = leftIn(value);
  return (
    <>
      <textarea
        ref={box}
        class="text-box"
        aria-label={label}
        placeholder={label}
        rows={1}
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
        onKeyDown={pressed}
      />
      {left < NEAR && (
        <output class={left < 0 ? "counter counter--over" : "counter"}>
          {left < 0 ? `${-left} too many` : `${left} left`}
        </output>
      )}
    </>
  );
}
