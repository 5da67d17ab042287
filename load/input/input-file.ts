import type { OnBytes } from '../source-item.ts';

/** One file to be read: of the disk, or inside an archive. Opening it again reads it again. */
export interface InputFile {
  /** Its own name, without folders. */
  readonly name: string;
  /** The folder or archive that it lies in. */
  readonly folder: string;
  /** Bytes as they are stored, which progress is counted in. */
  readonly size: number;
  bytes(onBytes?: OnBytes): AsyncIterable<Buffer>;
}
