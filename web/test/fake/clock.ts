interface Timer {
  readonly due: number;
  readonly order: number;
  readonly run: () => void;
}

/** What is due within as many ms happens at one moment, which saves time. */
const TICK = 20;

/** Simulated time for many thousand timers: a heap, where vitest's clock looks through all of them for each. */
export class SimulatedClock {
  now = 0;
  readonly #heap: Timer[] = [];
  readonly #waiting = new Set<number>();
  #order = 0;

  readonly setTimeout = (run: () => void, wait = 0): number => {
    const timer = { due: Math.ceil((this.now + wait) / TICK) * TICK, order: ++this.#order, run };
    this.#waiting.add(timer.order);
    this.push(timer);
    return timer.order;
  };

  readonly clearTimeout = (order: number | undefined): void => {
    this.#waiting.delete(order ?? 0);
  };

  /** A promise that is kept after so many ms. */
  readonly pause = (wait: number): Promise<void> => new Promise((resolve) => this.setTimeout(resolve, wait));

  /** Runs what is due until then, with the promises that each moment keeps. */
  async until(end: number): Promise<void> {
    for (let next = this.#heap[0]; next && next.due <= end; next = this.#heap[0]) {
      this.now = next.due;
      while (this.#heap[0]?.due === this.now) {
        const { order, run } = this.pop();
        if (this.#waiting.delete(order)) {
          run();
        }
      }
      await new Promise(setImmediate);
    }
    this.now = end;
  }

  private push(timer: Timer): void {
    const heap = this.#heap;
    let place = heap.length;
    for (let parent = (place - 1) >> 1; place > 0 && before(timer, heap[parent]!); parent = (place - 1) >> 1) {
      heap[place] = heap[parent]!;
      place = parent;
    }
    heap[place] = timer;
  }

  private pop(): Timer {
    const heap = this.#heap;
    const first = heap[0]!;
    const last = heap.pop()!;
    let place = 0;
    for (let child = 1; child < heap.length; child = 2 * place + 1) {
      if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) {
        child++;
      }
      if (before(last, heap[child]!)) {
        break;
      }
      heap[place] = heap[child]!;
      place = child;
    }
    if (heap.length > 0) {
      heap[place] = last;
    }
    return first;
  }
}

const before = (one: Timer, other: Timer): boolean => one.due < other.due || (one.due === other.due && one.order < other.order);
