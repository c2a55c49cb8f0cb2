import { signal } from "@preact/signals";
import { reasonOf } from "./problem.ts";

export interface Notice {
  readonly id: number;
  readonly text: string;
}

/** How long a notice stays, in ms. */
const SHOWN = 8_000;

/** How long a text stands where screen readers find it, in ms. */
const SPOKEN = 1_000;

/** What the reader must be told, wherever they are on the page. */
export class Notices {
  readonly shown = signal<readonly Notice[]>([]);
  /** What a screen reader says when it has a moment. */
  readonly said = signal("");
  #next = 1;
  #silence: ReturnType<typeof setTimeout> | undefined;

  tell(text: string): void {
    const id = this.#next++;
    this.shown.value = [...this.shown.value.filter((notice) => notice.text !== text), { id, text }];
    setTimeout(() => this.dismiss(id), SHOWN);
  }

  dismiss(id: number): void {
    this.shown.value = this.shown.value.filter((notice) => notice.id !== id);
  }

  /** Says a text, once; the same text can be said again later. */
  say(text: string): void {
    this.said.value = text;
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => (this.said.value = ""), SPOKEN);
  }

  /** Does something that may fail, and tells the reason where it does. */
  async attempt(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      this.tell(reasonOf(error));
      return false;
    }
  }
}
