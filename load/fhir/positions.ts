/** The place in a text where a JSON parser stopped: it tells the byte, people look for line and column. */
export class Positions {
  /** The byte at which the last token starts, of the whole text. */
  token = 0;
  #line = 1;
  #column = 0;
  #piece = '';
  #bytes = 0;

  /** The piece that is read next. */
  add(piece: string): void {
    this.#advance(this.#piece);
    this.#bytes += Buffer.byteLength(this.#piece);
    this.#piece = piece;
  }

  /** The place an error names: a character that is none of JSON's, or a token that does not belong where it stands. */
  of(error: unknown): { line: number; column: number } {
    const message = error instanceof Error ? error.message : '';
    const character = /chunk position "(\d+)"/.exec(message)?.[1];
    const ended = message.includes('mid-parsing');
    const at = character !== undefined ? Number(character) : this.token - this.#bytes;
    this.#advance(
      ended
        ? this.#piece
        : Buffer.from(this.#piece)
            .subarray(0, Math.max(0, at) + 1)
            .toString(),
    );
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
