import { createHash, randomBytes } from 'node:crypto';
import type { Queryable } from '@trellis/platform';
import { canonical } from './canonical.ts';
import type { DisclosureEntry, WithholdingEntry } from './entry.ts';
import { hashLeaf } from './merkle/hash.ts';

/**
 * Writes entries inside the caller's transaction: they are durable, in one order over all gateways, when it commits. The head's row stays locked until then,
 * so this comes last.
 */
export async function append(
  tx: Queryable,
  now: number,
  disclosures: readonly DisclosureEntry[],
  withholdings: readonly WithholdingEntry[],
): Promise<void> {
  if (disclosures.length + withholdings.length === 0) return;
  const hashes = await childHashes(tx, [...disclosures, ...withholdings]);
  const at = new Date(now).toISOString();
  if (withholdings.length > 0) {
    const bodies = withholdings.map((entry) => bodyOf(entry, at, hashes));
    await tx.query(
      `insert into ledger.withholding (at, disclosure, child_hash, body)
       select $1, * from unnest($2::text[], $3::bytea[], $4::text[])`,
      [at, withholdings.map((entry) => entry.disclosure), withholdings.map((entry) => hashes.get(entry.child)), bodies],
    );
  }
  if (disclosures.length === 0) return;
  const bodies = disclosures.map((entry) => bodyOf(entry, at, hashes));
  await tx.query(
    `with grown as (update ledger.head set size = size + $1::int returning size - $1::int as first)
     insert into ledger.entry (index, at, disclosure, child_hash, agency, requester, body, leaf)
     select first + place - 1, $2, disclosure, child_hash, agency, requester, body, leaf
     from grown, unnest($3::text[], $4::bytea[], $5::text[], $6::text[], $7::text[], $8::bytea[]) with ordinality
       as new (disclosure, child_hash, agency, requester, body, leaf, place)`,
    [
      disclosures.length,
      at,
      disclosures.map((entry) => entry.disclosure),
      disclosures.map((entry) => hashes.get(entry.child)),
      disclosures.map((entry) => entry.requester.agency),
      disclosures.map((entry) => entry.requester.user),
      bodies,
      bodies.map(hashLeaf),
    ],
  );
}

/** Names a child in the ledger so that nobody without the salt can tell whom. */
export function hashChild(salt: Uint8Array, child: string): Uint8Array {
  return createHash('sha256').update(salt).update(child).digest();
}

function bodyOf(
  entry: DisclosureEntry | WithholdingEntry,
  at: string,
  hashes: ReadonlyMap<string, Uint8Array>,
): string {
  const hash = hashes.get(entry.child);
  if (!hash) throw new Error('A child has no salt: nothing may be written of it.');
  return canonical({ ...entry, child: Buffer.from(hash).toString('base64'), at });
}

/** The hash of each child, with a new salt for those who have none. In one order, so that two writers never wait for each other. */
async function childHashes(
  tx: Queryable,
  entries: readonly { child: string }[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const children = [...new Set(entries.map(({ child }) => child))].sort();
  const { rows: known } = await tx.query<{ child: string; child_hash: Uint8Array }>(
    'select child, child_hash from ledger.salt where child = any($1::text[])',
    [children],
  );
  const hashes = new Map(known.map((row) => [row.child, row.child_hash]));
  const unknown = children.filter((child) => !hashes.has(child));
  if (unknown.length === 0) return hashes;
  const salts = unknown.map(() => randomBytes(32));
  await tx.query(
    `insert into ledger.salt (child, salt, child_hash) select * from unnest($1::text[], $2::bytea[], $3::bytea[])
     on conflict (child) do nothing`,
    [unknown, salts, unknown.map((child, index) => hashChild(salts[index] as Uint8Array, child))],
  );
  const { rows } = await tx.query<{ child: string; child_hash: Uint8Array }>(
    'select child, child_hash from ledger.salt where child = any($1::text[])',
    [unknown],
  );
  for (const row of rows) hashes.set(row.child, row.child_hash);
  return hashes;
}
