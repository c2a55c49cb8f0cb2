import { signal } from "@preact/signals";

export type Theme = "light" | "dark";

const KEY = "parley.theme";

const system = (): Theme => (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");

/** The theme that is shown: the reader's choice, else the system's. */
export const theme = signal<Theme>("light");

/** Takes up the choice that was made before, and follows the system where none was. */
export function startTheme(): void {
  const chosen = localStorage.getItem(KEY);
  show(chosen === "light" || chosen === "dark" ? chosen : system());
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    if (!localStorage.getItem(KEY)) {
      show(system());
    }
  });
}

export function toggleTheme(): void {
  const next = theme.value === "dark" ? "light" : "dark";
  localStorage.setItem(KEY, next);
  show(next);
}

function show(next: Theme): void {
  theme.value = next;
  document.documentElement.dataset["theme"] = next;
}
