/** An ampersand that begins no reference to a character or an entity. */
const bare = /&(?!#?[\p{L}\p{N}_:.-]{1,64};)/gu;

interface Place {
  readonly at: number;
  readonly line: number;
  readonly column: number;
}

/**
 * The places of ampersands that are not escaped. A parser takes what follows one for a name and says so only where that name ends, which may be a
 * million lines further down.
 */
export class Ampersands {
  #suspected: Place[] = [];
  #at = 0;
  #line = 1;
  #column = 0;

  /** The piece that is read next. */
  add(piece: string): void {
    let from = 0;
    for (const { index } of piece.matchAll(bare)) {
      this.#advance(piece.slice(from, index));
      from = index;
      this.#suspected.push({ at: this.#at, line: this.#line, column: this.#column });
    }
    this.#advance(piece.slice(from));
  }

  /** The parser is past this position: what stands before it was nothing wrong. */
  passed(position: number): void {
    if (this.#suspected.length > 0) this.#suspected = this.#suspected.filter(({ at }) => at >= position);
  }

  /** The first that the parser is not past. */
  first(): { readonly line: number; readonly column: number } | undefined {
    return this.#suspected[0];
  }

  #advance(text: string): void {
    this.#at += text.length;
    const lines = text.split('\n');
    this.#line += lines.length - 1;
    this.#column = (lines.length > 1 ? 0 : this.#column) + (lines.at(-1)?.length ?? 0);
  }
}
