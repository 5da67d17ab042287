import type { OnBytes } from '../source-item.ts';

/** Tells of several files, read one after the other, how much of all of them was read. */
export function countingBytes(onBytes: OnBytes | undefined): () => OnBytes | undefined {
  if (!onBytes) return () => undefined;
  let before = 0;
  let current = 0;
  return () => {
    before += current;
    current = 0;
    return (bytes) => {
      current = bytes;
      onBytes(before + bytes);
    };
  };
}
