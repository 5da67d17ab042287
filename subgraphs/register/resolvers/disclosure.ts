import type { Context } from '../context.ts';

interface Shown {
  /** The entry's place in the ledger. */
  readonly place: number;
  /** The proof is over the whole entry, and would show what was cut. */
  readonly isCut?: true;
}

/** Fields of a disclosure that are read only where they are asked for. */
export const disclosureResolvers = {
  async proof({ place, isCut }: Shown, _args: object, context: Context): Promise<string | null> {
    const proof = isCut ? null : await context.loaders.proofs.load(place);
    return proof === null ? null : JSON.stringify(proof);
  },
};
