import { dayOf, type AgencyContext } from '@trellis/subgraph-kit';

/** The children assigned to this very worker of the society today; nobody else has any here. */
export async function caseload({ database, requester, now }: AgencyContext): Promise<{ id: string }[]> {
  if (requester?.agency !== 'child-protection') return [];
  const { rows } = await database.query<{ id: string }>(
    `select distinct f.child as id
     from assignments a join workers w on w.id = a.worker join files f on f.id = a.file
     where w."user" = $1 and f.child is not null
       and (a."from" is null or a."from" <= $2::date) and (a."to" is null or a."to" > $2::date)
     order by 1`,
    [requester.user, dayOf(now)],
  );
  return rows;
}
