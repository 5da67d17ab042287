import { stat } from 'node:fs/promises';

/** Each file is read twice: to see who is in it, and to load it. Tells how much of both readings of all files is done. */
export async function progressOver(
  files: readonly string[],
  onProgress: ((done: number, total: number) => void) | undefined,
): Promise<(at: number, reading: 0 | 1) => ((bytes: number) => void) | undefined> {
  if (!onProgress) return () => undefined;
  const sizes = await Promise.all(
    files.map((path) =>
      stat(path).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  const total = 2 * sizes.reduce((sum, size) => sum + size, 0);
  const done = new Map<string, number>();
  return (at, reading) => (bytes) => {
    done.set(`${at}/${reading}`, bytes);
    onProgress(
      [...done.values()].reduce((sum, one) => sum + one, 0),
      total,
    );
  };
}
