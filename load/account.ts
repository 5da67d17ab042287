import type { ItemPart, Unreadable } from './source-item.ts';

export interface SkippedCount {
  readonly count: number;
  /** The first few places, to find them by. */
  readonly places: readonly string[];
}

/** read = loaded + skipped + unmapped, exactly. */
export interface ElementAccount {
  readonly read: number;
  readonly loaded: number;
  readonly skipped: Readonly<Record<string, SkippedCount>>;
  readonly unmapped: number;
  /** Records that went because the source took them back. */
  readonly takenBack?: number;
  /** Values that are there and cannot be read, by path and form, with their first places. */
  readonly unreadable?: Readonly<Record<string, SkippedCount>>;
  /** Paths inside mapped elements that are not used, and how often each was there. */
  readonly unmappedFields: Readonly<Record<string, number>>;
}

/** The outcome of one file. Holds counts, element names, reasons and places: nothing a file says about a person. */
export interface FileAccount {
  readonly file: string;
  /** `empty`: it was read to its end, and nothing of it could be loaded. */
  readonly outcome: 'loaded' | 'empty' | 'checked' | 'refused' | 'failed';
  /** The reason why it was refused or failed; a refused file has no elements and loads nothing. */
  readonly reason?: string;
  readonly elements: Readonly<Record<string, ElementAccount>>;
  readonly notes: Readonly<Record<string, number>>;
  readonly children: ChildrenCount;
}

interface ChildrenCount {
  readonly linked: number;
  readonly matched: number;
  readonly known: number;
  readonly registered: number;
  /** The number of people whom a person must look at: in doubt, or told of differently by another source. */
  readonly toReview: number;
}

/** Checks whether anything came of it: a record loaded, or one taken back. */
export function hasEffect(elements: FileAccount['elements']): boolean {
  return Object.values(elements).some(({ loaded, takenBack = 0 }) => loaded + takenBack > 0);
}

const placesKept = 3;

interface Counting {
  read: number;
  loaded: number;
  skipped: Record<string, { count: number; places: string[] }>;
  unmapped: number;
  takenBack?: number;
  unreadable?: Record<string, { count: number; places: string[] }>;
  unmappedFields: Record<string, number>;
}

/** Counts one file while it is read. */
export class Counter {
  readonly #elements = new Map<string, Counting>();
  readonly #notes: Record<string, number> = {};

  read(parts: readonly ItemPart[]): void {
    for (const part of parts) this.#of(part).read += 1;
  }

  loaded(parts: readonly ItemPart[], unmappedFields: readonly string[] = []): void {
    for (const part of parts) this.#of(part).loaded += 1;
    const first = parts[0];
    if (!first) return;
    const fields = this.#of(first).unmappedFields;
    for (const path of unmappedFields) fields[path] = (fields[path] ?? 0) + 1;
  }

  skipped(parts: readonly ItemPart[], reason: string): void {
    for (const part of parts) count(this.#of(part).skipped, reason, part.place);
  }

  takenBack(part: ItemPart, rows: number): void {
    const counting = this.#of(part);
    if (rows > 0) counting.takenBack = (counting.takenBack ?? 0) + rows;
  }

  unreadable(part: ItemPart, { path, form }: Unreadable): void {
    count((this.#of(part).unreadable ??= {}), `${path}: ${form}`, part.place);
  }

  unmapped(parts: readonly ItemPart[]): void {
    for (const part of parts) this.#of(part).unmapped += 1;
  }

  note(text: string): void {
    this.#notes[text] = (this.#notes[text] ?? 0) + 1;
  }

  /** The counts so far. Throws where something read was neither loaded, skipped nor unmapped: an account that does not add up is none. */
  close(): Pick<FileAccount, 'elements' | 'notes'> {
    for (const [element, { read, loaded, skipped, unmapped }] of this.#elements) {
      const left = Object.values(skipped).reduce((sum, { count }) => sum + count, loaded + unmapped);
      if (left !== read)
        throw new Error(`the account of ${element} does not add up: ${read} read, ${left} accounted for`);
    }
    return {
      elements: Object.fromEntries([...this.#elements].sort(([a], [b]) => (a < b ? -1 : 1))),
      notes: this.#notes,
    };
  }

  #of({ element }: ItemPart): Counting {
    const known = this.#elements.get(element);
    if (known) return known;
    const counting: Counting = { read: 0, loaded: 0, skipped: {}, unmapped: 0, unmappedFields: {} };
    this.#elements.set(element, counting);
    return counting;
  }
}

function count(counts: Record<string, { count: number; places: string[] }>, what: string, place: string): void {
  const counted = (counts[what] ??= { count: 0, places: [] });
  counted.count += 1;
  if (counted.places.length < placesKept) counted.places.push(place);
}
