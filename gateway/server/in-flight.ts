import type { ServerResponse } from 'node:http';

/** The requests being answered, and the one moment at which none is left. */
export class InFlight {
  readonly #onChange: (count: number) => void;
  #count = 0;
  readonly #drain = new AbortController();
  #onEmpty: (() => void) | undefined;

  constructor(onChange: (count: number) => void) {
    this.#onChange = onChange;
  }

  get draining(): boolean {
    return this.#drain.signal.aborted;
  }

  /** Aborted once it is draining: what would not end by itself ends then. */
  get drainSignal(): AbortSignal {
    return this.#drain.signal;
  }

  /** Counts a request until its response is closed, finished or broken off. */
  enter(response: ServerResponse): void {
    this.#count += 1;
    this.#onChange(this.#count);
    response.once('close', () => {
      this.#count -= 1;
      this.#onChange(this.#count);
      if (this.#count === 0) this.#onEmpty?.();
    });
  }

  /** From now on `draining`. Resolves when no request is left, at the latest after `ms`. */
  async drain(ms: number): Promise<void> {
    this.#drain.abort();
    if (this.#count === 0) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.#onEmpty = resolve;
      timer = setTimeout(resolve, ms);
    });
    clearTimeout(timer);
  }
}
