import type { Context } from '../context.ts';

interface Shown {
  readonly index: number;
  /** Its proof is over the whole entry, and would show what was cut. */
  readonly isCut?: true;
}

/** What is read of a disclosure only where it is asked for. */
export const disclosureResolvers = {
  async proof({ index, isCut }: Shown, _args: object, context: Context): Promise<string | null> {
    const proof = isCut ? null : await context.loaders.proofs.load(index);
    return proof === null ? null : JSON.stringify(proof);
  },
};
