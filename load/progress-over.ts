import type { LoadInput } from './format.ts';
import type { OnBytes } from './source-item.ts';

/** The listeners to the progress of one step with one input: reading it to see who is in it, reading it to load it, telling the register. */
export interface Progress {
  reading(at: number, time: 'first' | 'second'): OnBytes | undefined;
  /** The listener for the share that the register was told of what it is told of an input: from 0 to 1. */
  registering(at: number): ((share: number) => void) | undefined;
}

/** Tells how much of all steps with all inputs is done, each step counting as many bytes as the input has. */
export function progressOver(
  inputs: readonly LoadInput[],
  onProgress: ((done: number, total: number) => void) | undefined,
  { dryRun }: { readonly dryRun: boolean },
): Progress {
  if (!onProgress) return { reading: () => undefined, registering: () => undefined };
  const sizes = inputs.map((input) => input.reduce((sum, { size }) => sum + size, 0));
  const total = (dryRun ? 2 : 3) * sizes.reduce((sum, size) => sum + size, 0);
  const done = new Map<string, number>();
  let sum = 0;
  const step = (key: string) => (bytes: number) => {
    sum += bytes - (done.get(key) ?? 0);
    done.set(key, bytes);
    onProgress(sum, total);
  };
  return {
    reading: (at, time) => step(`${at}/${time}`),
    registering: (at) => {
      const tell = step(`${at}/register`);
      return (share) => tell(share * (sizes[at] ?? 0));
    },
  };
}
