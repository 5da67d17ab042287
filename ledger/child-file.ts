import { createHash } from 'node:crypto';
import { z } from 'zod';
import { base64Shape, type PublicKeys } from './checkpoint.ts';
import { faultsOfProof, inclusionShape } from './proof.ts';

/** One entry of a file, as far as it can be checked without the network: the rest of it stands beside. */
const entryShape = z.looseObject({ id: z.string(), proof: inclusionShape.nullable() });

/** The words of a rule set that was live. */
const ruleSetText = z.looseObject({ number: z.int(), yaml: z.string() });

/** A file about one child: its disclosures with their proofs, and what ties these to the child. */
export const childFileShape = z.looseObject({
  child: z.string(),
  names: z.array(z.strictObject({ child: z.string(), salt: base64Shape })),
  entries: z.array(entryShape),
  ruleSets: z.array(ruleSetText),
});
export type ChildFile = z.infer<typeof childFileShape>;

/**
 * The faults of a file, checked with the public keys alone: each proof, that each proven entry is of this child (under one of its ids, by the
 * salt that the file reveals), and that the words of its rule set are in the file. Empty where all of it holds.
 */
export function faultsOfChildFile(file: ChildFile, keys: PublicKeys): readonly string[] {
  const hashes = new Set(file.names.map(({ child, salt }) => hashOfChild(child, salt)));
  const ruleSets = new Set(file.ruleSets.map(({ number }) => number));
  return file.entries.flatMap(({ id, proof }) => {
    if (proof === null) return [`Entry ${id} has no proof: nothing was signed since it was written.`];
    const said = readBody(proof.body);
    const faults = [...faultsOfProof(proof, keys)];
    if (said === undefined || !hashes.has(said.child)) faults.push(`Entry ${id} is not of this child.`);
    if (said !== undefined && !ruleSets.has(said.ruleSet))
      faults.push(`The words of rule set ${said.ruleSet}, under which entry ${id} was decided, are not in the file.`);
    return faults;
  });
}

/** The hash that stands for a child in the body of an entry. */
function hashOfChild(child: string, salt: string): string {
  return createHash('sha256').update(Buffer.from(salt, 'base64')).update(child).digest('base64');
}

const bodyShape = z.looseObject({ child: z.string(), ruleSet: z.int() });

function readBody(body: string): z.infer<typeof bodyShape> | undefined {
  try {
    return bodyShape.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined; // it is no entry, and said to be none
  }
}
