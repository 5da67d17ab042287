/**
 * Who may use the one session, in the order they asked: any number that share it (single statements, which the worker runs one after the
 * other anyway), or one that has it alone (a transaction).
 */
export class Turns {
  #sharing = 0;
  #alone = false;
  readonly #waiting: { readonly alone: boolean; readonly start: () => void }[] = [];

  shared<T>(run: () => Promise<T>): Promise<T> {
    return this.#turn(false, run);
  }

  alone<T>(run: () => Promise<T>): Promise<T> {
    return this.#turn(true, run);
  }

  async #turn<T>(alone: boolean, run: () => Promise<T>): Promise<T> {
    if (this.#waiting.length > 0 || !this.#free(alone)) {
      await new Promise<void>((start) => this.#waiting.push({ alone, start }));
    } else {
      this.#enter(alone);
    }
    try {
      return await run();
    } finally {
      this.#leave(alone);
    }
  }

  #free(alone: boolean): boolean {
    return !this.#alone && (!alone || this.#sharing === 0);
  }

  #enter(alone: boolean): void {
    if (alone) this.#alone = true;
    else this.#sharing++;
  }

  #leave(alone: boolean): void {
    if (alone) this.#alone = false;
    else this.#sharing--;
    for (let next = this.#waiting[0]; next !== undefined && this.#free(next.alone); next = this.#waiting[0]) {
      this.#waiting.shift();
      this.#enter(next.alone);
      next.start();
    }
  }
}
