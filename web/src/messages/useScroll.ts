import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

/** Nearer to the end than this, in px, counts as being there. */
const NEAR_END = 24;

/** Nearer to the beginning than this, in px, older messages are asked for. */
const NEAR_TOP = 600;

interface Anchor {
  readonly key: string;
  readonly offset: number;
}

interface Scroll {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly atEnd: boolean;
  readonly onScroll: () => void;
  readonly toEnd: () => void;
}

/**
 * Keeps a reader's place: at the end they stay at the end, else the first message that they see stays where it is, whatever
 * comes above or below it or changes its size.
 *
 * @param content changes whenever what is shown does
 * @param onNearTop older messages are wanted
 */
export function useScroll(content: unknown, onNearTop: () => void): Scroll {
  const scroller = useRef<HTMLDivElement>(null);
  const anchor = useRef<Anchor | "end" | undefined>(undefined);
  const [atEnd, setAtEnd] = useState(true);

  const note = () => {
    const box = scroller.current!;
    const end = box.scrollHeight - box.scrollTop - box.clientHeight <= NEAR_END;
    anchor.current = end ? "end" : firstVisible(box);
    setAtEnd(end);
    if (box.scrollTop < NEAR_TOP) {
      onNearTop();
    }
  };
  const restore = () => {
    const box = scroller.current!;
    if (anchor.current === undefined) {
      begin(box);
    } else if (anchor.current === "end") {
      box.scrollTop = box.scrollHeight;
    } else {
      const item = box.querySelector<HTMLElement>(`[data-key="${CSS.escape(anchor.current.key)}"]`);
      box.scrollTop += item ? bottom(box, item) - anchor.current.offset : 0;
    }
    note();
  };
  const latest = useRef(restore);
  latest.current = restore;

  useLayoutEffect(() => restore(), [content]);
  useLayoutEffect(() => {
    const observer = new ResizeObserver(() => latest.current());
    observer.observe(scroller.current!);
    observer.observe(scroller.current!.firstElementChild!);
    return () => observer.disconnect();
  }, []);

  const toEnd = () => {
    const box = scroller.current!;
    anchor.current = "end";
    box.scrollTop = box.scrollHeight;
    note();
  };
  return { scroller, atEnd, onScroll: note, toEnd };
}

/** A room opens at its end, or at the first unread message where that would be out of sight. */
function begin(box: HTMLElement): void {
  const divider = box.querySelector<HTMLElement>("[data-key='new']");
  box.scrollTop = box.scrollHeight;
  if (divider && bottom(box, divider) < 0) {
    box.scrollTop += bottom(box, divider) - 64;
  }
}

/** A message, since its key never changes; its lower edge, since its upper one moves when it is no longer a group's first. */
function firstVisible(box: HTMLElement): Anchor | undefined {
  for (const item of box.querySelectorAll<HTMLElement>(".message, .line")) {
    const offset = bottom(box, item);
    if (offset > 0) {
      return { key: item.dataset["key"]!, offset };
    }
  }
  return undefined;
}

const bottom = (box: HTMLElement, item: HTMLElement): number =>
  item.getBoundingClientRect().bottom - box.getBoundingClientRect().top;
