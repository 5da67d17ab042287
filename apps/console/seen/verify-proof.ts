/** The proof that an entry is on the ledger, as the graph gives it. Hashes are base64. */
interface InclusionProof {
  readonly index: number;
  readonly size: number;
  /** The entry, byte for byte as it was hashed. */
  readonly body: string;
  readonly proof: readonly string[];
  readonly checkpoint: { readonly size: number; readonly root: string };
}

/** The part of an entry that is shown, and so must be what was proved. */
export interface ShownEntry {
  readonly at: string;
  readonly purpose: string;
  readonly requester: { readonly agency: string; readonly role: string; readonly user: string };
  readonly categories: readonly string[];
  readonly summarised: readonly string[];
  readonly ruleSet: number;
}

export type Verdict = 'HOLDS' | 'FAILS' | 'NONE';

/**
 * Checks in this browser whether a proof holds: the entry's hash leads to the root that the network signed (RFC 9162 §2.1.3.2), and the entry says
 * what is shown. The signer of the root is for whoever has the network's public key to check: `trellis ledger verify --proof`.
 */
export async function verifyProof(text: string | null, shown: ShownEntry): Promise<Verdict> {
  if (text === null) return 'NONE';
  try {
    const proof = JSON.parse(text) as InclusionProof;
    const { index, size, body, checkpoint } = proof;
    if (checkpoint.size !== size || !saysTheSame(body, shown)) return 'FAILS';
    const leaf = await hash(0, new TextEncoder().encode(body));
    return (await leadsTo(leaf, { index, size, path: proof.proof.map(bytes), root: bytes(checkpoint.root) }))
      ? 'HOLDS'
      : 'FAILS';
  } catch {
    // What cannot be read proves nothing.
    return 'FAILS';
  }
}

interface Path {
  readonly index: number;
  readonly size: number;
  readonly path: readonly Uint8Array[];
  readonly root: Uint8Array;
}

async function leadsTo(leaf: Uint8Array, { index, size, path, root }: Path): Promise<boolean> {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false;
  let [at, last] = [index, size - 1];
  let found = leaf;
  for (const sibling of path) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      found = await hash(1, sibling, found);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else {
      found = await hash(1, found, sibling);
    }
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && found.length === root.length && found.every((byte, place) => byte === root[place]);
}

/** SHA-256 with one byte before, so that an entry is never taken for a pair of hashes. */
async function hash(kind: 0 | 1, ...parts: readonly Uint8Array[]): Promise<Uint8Array> {
  const all = Uint8Array.from([kind, ...parts.flatMap((part) => [...part])]);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', all));
}

function bytes(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
}

function saysTheSame(body: string, shown: ShownEntry): boolean {
  const said = JSON.parse(body) as Omit<ShownEntry, 'categories' | 'summarised'> & {
    readonly categories: { readonly FULL: readonly string[]; readonly SUMMARY: readonly string[] };
  };
  const { agency, role, user } = said.requester;
  const same = (some: readonly string[], others: readonly string[]): boolean =>
    [...some].sort().join() === [...others].sort().join();
  return (
    Date.parse(said.at) === Date.parse(shown.at) &&
    said.purpose === shown.purpose &&
    said.ruleSet === shown.ruleSet &&
    agency === shown.requester.agency &&
    role === shown.requester.role &&
    user === shown.requester.user &&
    same(said.categories.FULL, shown.categories) &&
    same(
      said.categories.SUMMARY.filter((code) => !said.categories.FULL.includes(code)),
      shown.summarised,
    )
  );
}
