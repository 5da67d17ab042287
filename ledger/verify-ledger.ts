import type { Queryable } from '@trellis/platform';
import type { Checkpoint, PublicKeys } from './checkpoint.ts';
import type { DisclosureEntry } from './entry.ts';
import { hashLeaf } from './merkle/hash.ts';
import { LeafHashes } from './merkle/leaf-hashes.ts';
import type { Ledger } from './open-ledger.ts';
import { storedEntries, type StoredEntry } from './stored-entries.ts';
import { verifyExport, type Verification } from './verify-export.ts';
import { faultsOfNodes } from './verify-nodes.ts';

/** The findings about a ledger in its database; of an export there are fewer. */
export interface StoredVerification extends Verification {
  /** Entries that are of no child any more. Only the erasure of a child may have made them so. */
  readonly ofErasedChildren: number;
}

/** A fault that is everywhere is not told a million times. */
const mostTold = 100;

/**
 * Checks a ledger where it is kept: all that `verifyExport` does, and that what its tables repeat, for finding an entry and for proving it, is what
 * the entries say. Otherwise an entry could be hidden from its child's list without touching the tree. Others may append meanwhile.
 */
export async function verifyLedger(
  database: Queryable,
  ledger: Pick<Ledger, 'checkpoints'>,
  keys: PublicKeys,
  kept: readonly Checkpoint[] = [],
): Promise<StoredVerification> {
  const faults: string[] = [];
  const tell = (fault: string): void => {
    if (faults.length < mostTold) faults.push(fault);
  };
  // What is counted or signed before the entries are read is about entries that are read.
  const checkpoints = await ledger.checkpoints();
  const atLeast = await headSize(database);
  const salted = await saltedChildren(database, tell);
  const leaves = new LeafHashes();
  let ofErasedChildren = 0;
  async function* lines() {
    for await (const stored of storedEntries(database)) {
      leaves.add(stored.leaf);
      if (!salted.has(hex(stored.childHash))) ofErasedChildren++;
      faultsOf(stored).forEach(tell);
      yield { index: stored.index, body: stored.body };
    }
    for (const checkpoint of checkpoints) yield { checkpoint };
  }
  const found = await verifyExport(lines(), keys, kept);
  const atMost = await headSize(database);
  if (found.entries < atLeast || found.entries > atMost)
    tell(`There are ${found.entries} entries; their number is kept as ${atMost}.`);
  for await (const fault of faultsOfNodes(database, leaves, checkpoints.at(-1)?.size ?? 0)) tell(fault);
  return { ...found, faults: [...found.faults, ...faults], ofErasedChildren };
}

/** The faults in how an entry is kept: each column that does not say what its body says. */
function faultsOf({ index, body, leaf, at, disclosure, agency, requester, childHash }: StoredEntry): readonly string[] {
  try {
    const said = JSON.parse(body) as DisclosureEntry & { readonly at: string };
    const same = {
      hash: Buffer.from(hashLeaf(body)).equals(leaf),
      time: said.at === at.toISOString(),
      disclosure: said.disclosure === disclosure,
      agency: said.requester.agency === agency,
      requester: said.requester.user === requester,
      child: said.child === Buffer.from(childHash).toString('base64'),
    };
    const other = Object.entries(same).flatMap(([column, isSame]) => (isSame ? [] : [column]));
    return other.map((column) => `Entry ${index} is filed under another ${column}.`);
  } catch {
    return [`Entry ${index} cannot be read.`];
  }
}

async function headSize(database: Queryable): Promise<number> {
  const { rows } = await database.query<{ size: string }>('select size::text as size from ledger.head');
  return Number(rows[0]?.size ?? -1);
}

/** The hashes of the children who have a salt; each must be what salt and child hash to, or an entry is shown as another child's. */
async function saltedChildren(database: Queryable, tell: (fault: string) => void): Promise<ReadonlySet<string>> {
  const { rows } = await database.query<{ hash: string; right: boolean }>(
    `select encode(child_hash, 'hex') as hash, child_hash = sha256(salt || convert_to(child, 'UTF8')) as right from ledger.salt`,
  );
  for (const { right } of rows) if (!right) tell('A child’s salt is not the one that its entries were written with.');
  return new Set(rows.map(({ hash }) => hash));
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
