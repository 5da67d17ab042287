/** A file that is not read at all: nothing of it is loaded. Says why and where, and never quotes what the file says. */
export class LoadRefused extends Error {
  readonly line: number | undefined;
  readonly column: number | undefined;

  constructor(reason: string, at: { line?: number; column?: number } = {}) {
    const place = at.line === undefined ? '' : `line ${at.line}, column ${at.column ?? 0}: `;
    super(`${place}${reason}`);
    this.name = 'LoadRefused';
    this.line = at.line;
    this.column = at.column;
  }
}
