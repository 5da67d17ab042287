/** Where in a text a JSON parser stopped: it tells the character, people look for line and column. */
export class Positions {
  #line = 1;
  #column = 0;
  #piece = '';

  /** The piece that is read next. */
  add(piece: string): void {
    this.#advance(this.#piece);
    this.#piece = piece;
  }

  /** The place an error names; the end of what was read where it names none. */
  of(error: unknown): { line: number; column: number } {
    const at = error instanceof Error ? /chunk position "(\d+)"/.exec(error.message)?.[1] : undefined;
    const bytes = at === undefined ? undefined : Buffer.from(this.#piece).subarray(0, Number(at) + 1);
    this.#advance(bytes ? bytes.toString() : this.#piece);
    this.#piece = '';
    return { line: this.#line, column: this.#column };
  }

  #advance(text: string): void {
    const last = text.lastIndexOf('\n');
    if (last < 0) {
      this.#column += text.length;
      return;
    }
    this.#line += text.split('\n').length - 1;
    this.#column = text.length - last - 1;
  }
}
