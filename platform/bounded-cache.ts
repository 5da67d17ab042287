interface Kept<Value> {
  readonly value: Value;
  readonly weight: number;
}

/** A cache of bounded weight in this process; what was used longest ago goes first. */
export class BoundedCache<Key, Value> {
  readonly #kept = new Map<Key, Kept<Value>>();
  readonly #heaviest: number;
  #weight = 0;

  /** `heaviest`: the total weight that is kept. Give each entry a weight of 1 and it is a number of entries. */
  constructor(heaviest: number) {
    this.#heaviest = heaviest;
  }

  get size(): number {
    return this.#kept.size;
  }

  get(key: Key): Value | undefined {
    const kept = this.#kept.get(key);
    if (kept === undefined) return undefined;
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    return kept.value;
  }

  /** An entry heavier than the whole cache is not kept. */
  set(key: Key, value: Value, weight = 1): void {
    this.delete(key);
    if (weight > this.#heaviest) return;
    this.#kept.set(key, { value, weight });
    this.#weight += weight;
    for (const oldest of this.#kept.keys()) {
      if (this.#weight <= this.#heaviest) break;
      this.delete(oldest);
    }
  }

  clear(): void {
    this.#kept.clear();
    this.#weight = 0;
  }

  delete(key: Key): void {
    const kept = this.#kept.get(key);
    if (kept === undefined) return;
    this.#kept.delete(key);
    this.#weight -= kept.weight;
  }
}
