/** A notice as the graph tells it. Of it only the id is read here. */
export interface TellableNotice {
  readonly id: string;
}

/** Reads one page of the asker's notices, latest first, behind the notice `after`. */
export type ReadNotices = (page: { first: number; after: string | undefined }) => Promise<readonly TellableNotice[]>;

const pageSize = 50;
/** Whoever was away longer than this tells reads the list itself. */
const mostPages = 10;

/**
 * Finds what is new among somebody's notices, asking again each time. At first those that came after `last`, or the latest page where none was told yet.
 */
export class NewNotices {
  readonly #read: ReadNotices;
  #told: ReadonlySet<string>;
  #isFirst: boolean;

  constructor(read: ReadNotices, last: string | undefined) {
    this.#read = read;
    this.#told = new Set(last === undefined ? [] : [last]);
    this.#isFirst = last === undefined;
  }

  /** Resolves to what came since it was asked last, earliest first. Rejects as `read` does; nothing then counts as told. */
  async next(): Promise<readonly TellableNotice[]> {
    const found = await this.#find();
    const isTold = ({ id }: TellableNotice): boolean => this.#told.has(id);
    // What lies behind the earliest that was told is older: an erasure may have brought it onto the page.
    const last = found.findLastIndex(isTold);
    const fresh = found.slice(0, last < 0 ? undefined : last).filter((notice) => !isTold(notice));
    this.#isFirst = false;
    if (found.length > 0) this.#told = new Set(found.map(({ id }) => id));
    return fresh.reverse();
  }

  /** The latest notices, back to one that was told. */
  async #find(): Promise<readonly TellableNotice[]> {
    const found: TellableNotice[] = [];
    for (let pages = 0; pages < mostPages; pages++) {
      const page = await this.#read({ first: pageSize, after: found.at(-1)?.id });
      found.push(...page);
      const isReached = page.length < pageSize || page.some(({ id }) => this.#told.has(id));
      if (isReached || this.#isFirst) break;
    }
    return found;
  }
}
