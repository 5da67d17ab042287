import type { Queryable } from '@trellis/platform';
import type { DisclosureEntry, WithholdingEntry } from './entry.ts';
import { groundIds, isOneForm, writeForm } from './write-form.ts';

/**
 * Writes entries inside the caller's transaction: they are durable, in one order over all gateways, when it commits. The head's row stays locked until then,
 * so this comes last. One statement, whether or not a child was ever named before: how many there are tells nothing.
 */
export async function append(
  tx: Queryable,
  now: number,
  disclosures: readonly DisclosureEntry[],
  withholdings: readonly WithholdingEntry[],
): Promise<void> {
  if (disclosures.length + withholdings.length === 0) return;
  const values = valuesOf(new Date(now).toISOString(), disclosures, withholdings);
  // Whoever names a child for the first time in the same moment goes first: then its salt is there the second time.
  if ((await isWritten(tx, values)) || (await isWritten(tx, values))) return;
  throw new Error('A child has no salt: nothing may be written of it.');
}

/**
 * A child that has no salt is given one, drawn by the database; its hash is the SHA-256 of salt and child, so that nobody without the salt can tell whom
 * an entry is of. Then all entries are written, each in its form, which it shares with those that differ in their child and the ids of their grounds alone: first
 * $9 disclosures, then withholdings. While one child is without a salt, none is.
 */
const write = `
  with asked as (select distinct child from unnest($6::text[]) as entry (child)),
  known as (select child, child_hash from ledger.salt where child = any($6::text[])),
  fresh as (
    insert into ledger.salt (child, salt, child_hash)
    select child, salt, sha256(salt || convert_to(child, 'UTF8'))
    from (
      select child, sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')) as salt
      from asked where child not in (select child from known) order by child
    ) as unnamed
    on conflict (child) do nothing returning child, child_hash),
  named as (select child, child_hash from known union all select child, child_hash from fresh),
  forms as (
    select * from rows from (unnest($2::text[]), unnest($3::text[]), unnest($4::text[]), string_to_table($5, E'\\n'))
      with ordinality as form (disclosure, agency, requester, text, number)),
  entries as (
    select place, child_hash, disclosure, agency, requester,
      format(text, variadic array_prepend(encode(child_hash, 'base64'), string_to_array(ids, E'\\t'))) as body
    from rows from (unnest($6::text[]), unnest($7::int[]), string_to_table($8, E'\\n')) with ordinality as entry (child, number, ids, place)
    join named using (child) join forms using (number)),
  complete as (select $9::int as size from entries having count(*) = cardinality($6::text[])),
  grown as (
    update ledger.head set size = head.size + complete.size from complete where complete.size > 0
    returning head.size - complete.size as first),
  disclosed as (
    insert into ledger.entry (index, at, disclosure, child_hash, agency, requester, body, leaf)
    select first + place - 1, $1, disclosure, child_hash, agency, requester, body, sha256('\\x00'::bytea || convert_to(body, 'UTF8'))
    from grown, entries where place <= $9::int),
  withheld as (
    insert into ledger.withholding (at, disclosure, child_hash, body)
    select $1, disclosure, child_hash, body from complete, entries where place > $9::int order by place)
  select size from complete`;

async function isWritten(tx: Queryable, values: readonly unknown[]): Promise<boolean> {
  return (await tx.query(write, values)).rows.length === 1;
}

function valuesOf(
  at: string,
  disclosures: readonly DisclosureEntry[],
  withholdings: readonly WithholdingEntry[],
): readonly unknown[] {
  const entries = [...disclosures, ...withholdings];
  const firsts: (DisclosureEntry | WithholdingEntry)[] = [];
  const numbers = entries.map((entry) => {
    const last = firsts.at(-1);
    return last && isOneForm(last, entry) ? firsts.length : firsts.push(entry);
  });
  return [
    at,
    firsts.map(({ disclosure }) => disclosure),
    firsts.map(({ requester }) => requester.agency),
    firsts.map(({ requester }) => requester.user),
    // One a line: none has a line's end in it, and in an array of texts each quote would be escaped.
    firsts.map((entry) => writeForm(entry, at)).join('\n'),
    entries.map(({ child }) => child),
    numbers,
    entries.map((entry) => groundIds(entry).join('\t')).join('\n'),
    disclosures.length,
  ];
}
