/**
 * Data of an answer, already written as JSON. It is written before the ledger is waited for: the bytes lie outside the heap, and the tree they
 * were written from is garbage before it has grown old.
 */
export class WrittenJson {
  readonly bytes: Buffer;

  constructor(data: object) {
    this.bytes = Buffer.from(JSON.stringify(data));
  }
}
