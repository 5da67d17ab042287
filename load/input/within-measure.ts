import { LoadRefused } from '../load-refused.ts';

/** Something compressed that grows more than so many times is no export. */
const mostGrowth = 500;
const free = 1_000_000;

/** Passes on what was unpacked, as long as it grows within measure: a few bytes must not fill the machine. */
export async function* withinMeasure(
  unpacked: AsyncIterable<Buffer>,
  packed: { readonly bytes: number },
  damaged: string,
): AsyncGenerator<Buffer> {
  let bytes = 0;
  try {
    for await (const chunk of unpacked) {
      bytes += chunk.length;
      if (bytes > free + mostGrowth * packed.bytes)
        throw new LoadRefused('it grows without measure when it is unpacked');
      yield chunk;
    }
  } catch (error) {
    if (error instanceof LoadRefused) throw error;
    throw new LoadRefused(damaged);
  }
}
