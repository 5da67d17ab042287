import { createHash, randomBytes } from 'node:crypto';
import type { Queryable } from '@trellis/platform';
import type { DisclosureEntry, WithholdingEntry } from './entry.ts';
import { isOneBody, writeBody } from './write-body.ts';

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
  const at = new Date(now).toISOString();
  // A child is named for the first time once; for all that follows, one statement finds its salt and writes.
  const write = async (statement: string, entries: Entries): Promise<void> => {
    if (entries.length === 0) return;
    const values = valuesOf(at, entries);
    if (await isWritten(tx, statement, values)) return;
    // For all there are to write: in two steps, two writers could wait for each other.
    await addSalts(tx, [...disclosures, ...withholdings]);
    if (!(await isWritten(tx, statement, values))) {
      throw new Error('A child has no salt: nothing may be written of it.');
    }
  };
  await write(writeWithholdings, withholdings);
  await write(writeDisclosures, disclosures);
}

/** The entries in their order, each with the body of those that differ in their child alone. One entry without a salt, and there are none. */
const salted = `
  bodies as (
    select * from rows from (unnest($2::text[]), unnest($3::text[]), unnest($4::text[]), string_to_table($5, E'\\n'), string_to_table($6, E'\\n'))
      with ordinality as body (disclosure, agency, requester, head, tail, number)),
  entries as (
    select place, salt.child_hash, disclosure, agency, requester, head || encode(salt.child_hash, 'base64') || tail as body
    from rows from (unnest($7::text[]), unnest($8::int[])) with ordinality as entry (child, number, place)
    join ledger.salt on salt.child = entry.child join bodies on bodies.number = entry.number),
  complete as (select count(*)::int as size from entries having count(*) = cardinality($7::text[]))`;

const writeDisclosures = `
  with ${salted},
  grown as (update ledger.head set size = head.size + complete.size from complete returning head.size - complete.size as first),
  added as (
    insert into ledger.entry (index, at, disclosure, child_hash, agency, requester, body, leaf)
    select first + place - 1, $1, disclosure, child_hash, agency, requester, body, sha256('\\x00'::bytea || convert_to(body, 'UTF8'))
    from grown, entries returning 1)
  select count(*)::int as added from added`;

const writeWithholdings = `
  with ${salted},
  added as (
    insert into ledger.withholding (at, disclosure, child_hash, body)
    select $1, disclosure, child_hash, body from complete, entries order by place returning 1)
  select count(*)::int as added from added`;

type Entries = readonly (DisclosureEntry | WithholdingEntry)[];

async function isWritten(tx: Queryable, statement: string, values: readonly unknown[]): Promise<boolean> {
  const { rows } = await tx.query<{ added: number }>(statement, values);
  return rows[0] !== undefined && rows[0].added > 0;
}

function valuesOf(at: string, entries: Entries): readonly unknown[] {
  const firsts: (DisclosureEntry | WithholdingEntry)[] = [];
  const numbers = entries.map((entry) => {
    const last = firsts.at(-1);
    return last && isOneBody(last, entry) ? firsts.length : firsts.push(entry);
  });
  const bodies = firsts.map((entry) => writeBody(entry, at));
  return [
    at,
    firsts.map(({ disclosure }) => disclosure),
    firsts.map(({ requester }) => requester.agency),
    firsts.map(({ requester }) => requester.user),
    // One a line: no body has a line's end in it, and an array of texts would have each quote of each body escaped.
    bodies.map(({ head }) => head).join('\n'),
    bodies.map(({ tail }) => tail).join('\n'),
    entries.map(({ child }) => child),
    numbers,
  ];
}

/** Names a child in the ledger so that nobody without the salt can tell whom. */
export function hashChild(salt: Uint8Array, child: string): Uint8Array {
  return createHash('sha256').update(salt).update(child).digest();
}

/** Gives a salt to each child that has none. In one order, so that two writers never wait for each other. */
async function addSalts(tx: Queryable, entries: Entries): Promise<void> {
  const children = [...new Set(entries.map(({ child }) => child))].sort();
  const salts = children.map(() => randomBytes(32));
  await tx.query(
    `insert into ledger.salt (child, salt, child_hash) select * from unnest($1::text[], $2::bytea[], $3::bytea[])
     on conflict (child) do nothing`,
    [children, salts, children.map((child, index) => hashChild(salts[index] as Uint8Array, child))],
  );
}
