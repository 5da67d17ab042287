import type { Random } from './random.ts';

/** Lets those who wait go on a few at a time, in an order drawn from a seed, each time nothing else can run: the same seed, the same interleaving. */
export class Turns {
  readonly #random: Random;
  readonly #waiting: (() => void)[] = [];
  #under = 0;
  #sum = 0;
  #count = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  /** How many were under way at once, on average over the turns. */
  get overlap(): number {
    return this.#sum / Math.max(1, this.#count);
  }

  wait(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Begins each of these when its turn comes, and gives turns until all have ended; throws what the first of them threw. */
  async run<Result>(starts: readonly (() => Promise<Result>)[]): Promise<Result[]> {
    let isOver = false;
    const all = Promise.allSettled(starts.map((start) => this.#started(start))).finally(() => (isOver = true));
    while (!isOver) {
      await new Promise((resolve) => setImmediate(resolve));
      if (this.#waiting.length === 0) continue;
      this.#sum += this.#under;
      this.#count += 1;
      for (let more = 1 + this.#random.below(4); more > 0; more--) {
        const [resume] = this.#waiting.splice(this.#random.below(this.#waiting.length), 1);
        resume?.();
      }
    }
    return (await all).map((ended) => {
      if (ended.status === 'rejected') throw ended.reason;
      return ended.value;
    });
  }

  async #started<Result>(start: () => Promise<Result>): Promise<Result> {
    await this.wait();
    this.#under += 1;
    try {
      return await start();
    } finally {
      this.#under -= 1;
    }
  }
}
