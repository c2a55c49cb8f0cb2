const steps: Record<string, number> = { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -1, ArrowRight: 1 };

/**
 * Moves the focus among the elements of a container: arrows to the next, Home and End to the ends.
 *
 * @param axis which arrows count
 * @returns true where the key was one of those
 */
export function move(event: KeyboardEvent, root: Element, selector: string, axis: "vertical" | "horizontal" = "vertical"): boolean {
  const all = [...root.querySelectorAll<HTMLElement>(selector)];
  const current = all.findIndex((element) => element.contains(document.activeElement));
  const next = target(event.key, current, all.length, axis);
  if (next === undefined) {
    return false;
  }
  event.preventDefault();
  all[next]?.focus();
  return true;
}

function target(key: string, current: number, count: number, axis: "vertical" | "horizontal"): number | undefined {
  if (key === "Home" || key === "End") {
    return key === "Home" ? 0 : count - 1;
  }
  const sideways = key === "ArrowLeft" || key === "ArrowRight";
  const step = steps[key];
  if (step === undefined || sideways !== (axis === "horizontal")) {
    return undefined;
  }
  return current < 0 ? 0 : Math.min(count - 1, Math.max(0, current + step));
}
