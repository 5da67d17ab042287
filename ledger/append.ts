import { createHash, randomBytes } from 'node:crypto';
import type { Queryable } from '@trellis/platform';
import type { DisclosureEntry, WithholdingEntry } from './entry.ts';
import { writeBody } from './write-body.ts';

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
  const hashes = await childHashes(tx, disclosures, withholdings);
  const at = new Date(now).toISOString();
  if (withholdings.length > 0) {
    await tx.query(
      `insert into ledger.withholding (at, disclosure, child_hash, body)
       select $1, disclosure, decode(child_hash, 'base64'), body
       from rows from (unnest($2::text[]), unnest($3::text[]), string_to_table($4, E'\\n')) as new (disclosure, child_hash, body)`,
      [
        at,
        withholdings.map((entry) => entry.disclosure),
        withholdings.map((entry) => hashOf(hashes, entry.child)),
        bodiesOf(withholdings, at, hashes),
      ],
    );
  }
  if (disclosures.length === 0) return;
  await tx.query(
    `with grown as (update ledger.head set size = size + $1::int returning size - $1::int as first)
     insert into ledger.entry (index, at, disclosure, child_hash, agency, requester, body, leaf)
     select first + place - 1, $2, disclosure, decode(child_hash, 'base64'), agency, requester, body,
            sha256('\\x00'::bytea || convert_to(body, 'UTF8'))
     from grown, rows from (unnest($3::text[]), unnest($4::text[]), unnest($5::text[]), unnest($6::text[]), string_to_table($7, E'\\n'))
       with ordinality as new (disclosure, child_hash, agency, requester, body, place)`,
    [
      disclosures.length,
      at,
      disclosures.map((entry) => entry.disclosure),
      disclosures.map((entry) => hashOf(hashes, entry.child)),
      disclosures.map((entry) => entry.requester.agency),
      disclosures.map((entry) => entry.requester.user),
      bodiesOf(disclosures, at, hashes),
    ],
  );
}

/** Names a child in the ledger so that nobody without the salt can tell whom. */
export function hashChild(salt: Uint8Array, child: string): Uint8Array {
  return createHash('sha256').update(salt).update(child).digest();
}

type Entries = readonly (DisclosureEntry | WithholdingEntry)[];

/** One body a line: no body has a line's end in it, and an array of texts would have each quote of each body escaped. */
function bodiesOf(entries: Entries, at: string, hashes: ReadonlyMap<string, string>): string {
  return entries.map((entry) => writeBody(entry, at, hashOf(hashes, entry.child))).join('\n');
}

function hashOf(hashes: ReadonlyMap<string, string>, child: string): string {
  const hash = hashes.get(child);
  if (hash === undefined) throw new Error('A child has no salt: nothing may be written of it.');
  return hash;
}

/** The hash of each child in base64, with a new salt for those who have none. In one order, so that two writers never wait for each other. */
async function childHashes(
  tx: Queryable,
  disclosures: Entries,
  withholdings: Entries,
): Promise<ReadonlyMap<string, string>> {
  const all = new Set<string>();
  for (const { child } of disclosures) all.add(child);
  for (const { child } of withholdings) all.add(child);
  const children = [...all].sort();
  const hashes = new Map<string, string>();
  await readHashes(tx, children, hashes);
  const unknown = children.filter((child) => !hashes.has(child));
  if (unknown.length === 0) return hashes;
  const salts = unknown.map(() => randomBytes(32));
  await tx.query(
    `insert into ledger.salt (child, salt, child_hash) select * from unnest($1::text[], $2::bytea[], $3::bytea[])
     on conflict (child) do nothing`,
    [unknown, salts, unknown.map((child, index) => hashChild(salts[index] as Uint8Array, child))],
  );
  await readHashes(tx, unknown, hashes);
  return hashes;
}

async function readHashes(tx: Queryable, children: readonly string[], into: Map<string, string>): Promise<void> {
  const { rows } = await tx.query<{ child: string; hash: string }>(
    `select child, encode(child_hash, 'base64') as hash from ledger.salt where child = any($1::text[])`,
    [children],
  );
  for (const { child, hash } of rows) into.set(child, hash);
}
