/**
 * Read-write lock of the one session, first come, first served: any number of callers share it (single statements, which the worker
 * runs one after the other anyway), or one has it exclusively (a transaction).
 */
export class ReadWriteLock {
  #sharing = 0;
  #exclusive = false;
  readonly #waiting: { readonly exclusive: boolean; readonly start: () => void }[] = [];

  shared<T>(run: () => Promise<T>): Promise<T> {
    return this.#run(false, run);
  }

  exclusive<T>(run: () => Promise<T>): Promise<T> {
    return this.#run(true, run);
  }

  async #run<T>(exclusive: boolean, run: () => Promise<T>): Promise<T> {
    if (this.#waiting.length > 0 || !this.#free(exclusive)) {
      await new Promise<void>((start) => this.#waiting.push({ exclusive, start }));
    } else {
      this.#enter(exclusive);
    }
    try {
      return await run();
    } finally {
      this.#leave(exclusive);
    }
  }

  #free(exclusive: boolean): boolean {
    return !this.#exclusive && (!exclusive || this.#sharing === 0);
  }

  #enter(exclusive: boolean): void {
    if (exclusive) this.#exclusive = true;
    else this.#sharing++;
  }

  #leave(exclusive: boolean): void {
    if (exclusive) this.#exclusive = false;
    else this.#sharing--;
    for (let next = this.#waiting[0]; next !== undefined && this.#free(next.exclusive); next = this.#waiting[0]) {
      this.#waiting.shift();
      this.#enter(next.exclusive);
      next.start();
    }
  }
}
