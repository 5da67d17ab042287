import type { Queryable } from '@trellis/platform';
import { hashPair } from './merkle/hash.ts';
import type { NodeHash } from './merkle/tree.ts';

/** Computes something over a tree in the database: first finds out which nodes it needs, then reads them in one statement. */
export async function overTree<Result>(database: Queryable, compute: (node: NodeHash) => Result): Promise<Result> {
  const wanted = new Map<string, { level: number; index: number }>();
  compute((level, index) => {
    wanted.set(`${level} ${index}`, { level, index });
    return new Uint8Array(32);
  });
  const places = [...wanted.values()];
  const { rows } = await database.query<{ level: number; index: string; hash: Uint8Array }>(
    `with wanted as (select * from unnest($1::int[], $2::bigint[]) as wanted (level, index))
     select level, index::text as index, hash from ledger.node join wanted using (level, index)
     union all
     select 0, index::text, leaf from ledger.entry join wanted using (index) where wanted.level = 0`,
    [places.map(({ level }) => level), places.map(({ index }) => String(index))],
  );
  const hashes = new Map(rows.map((row) => [`${row.level} ${row.index}`, row.hash]));
  return compute((level, index) => {
    const hash = hashes.get(`${level} ${index}`);
    if (!hash) throw new Error(`The ledger has no node ${level}/${index}: make a checkpoint first.`);
    return hash;
  });
}

/** Leaves that are hashed into the tree at once. */
const leavesAtOnce = 8_192;

/** Keeps the hash of every complete subtree over the first `size` entries that is not kept yet. */
export async function growNodes(tx: Queryable, from: number, size: number): Promise<void> {
  for (let start = from; start < size; start += leavesAtOnce) {
    await growBy(tx, start, Math.min(start + leavesAtOnce, size));
  }
}

async function growBy(tx: Queryable, from: number, to: number): Promise<void> {
  const { rows } = await tx.query<{ leaf: Uint8Array }>(
    'select leaf from ledger.entry where index >= $1 and index < $2 order by index',
    [String(from), String(to)],
  );
  if (rows.length !== to - from) throw new Error('The ledger lacks entries below its size.');
  let hashes = new Map(rows.map((row, place) => [from + place, row.leaf]));
  let [first, end] = [from, to];
  for (let level = 1; hashes.size > 0; level++) {
    // A pair is complete with its right half, which is new; its left half may be older.
    const parents = pairsEndingIn(first, end);
    const missing = parents.map((parent) => parent * 2).filter((left) => !hashes.has(left));
    const left = await overLevel(tx, level - 1, missing);
    const made = parents.map((parent): [number, Uint8Array] => {
      const halves = [hashes.get(parent * 2) ?? left.get(parent * 2), hashes.get(parent * 2 + 1)];
      if (!halves[0] || !halves[1]) throw new Error(`The ledger lacks a node of level ${level - 1}.`);
      return [parent, hashPair(halves[0], halves[1])];
    });
    if (made.length === 0) return;
    await tx.query('insert into ledger.node (level, index, hash) select $1, * from unnest($2::bigint[], $3::bytea[])', [
      level,
      made.map(([index]) => String(index)),
      made.map(([, hash]) => hash),
    ]);
    hashes = new Map(made);
    [first, end] = [made[0]?.[0] ?? 0, (made.at(-1)?.[0] ?? 0) + 1];
  }
}

/** The parents whose right half lies in [first, end). */
function pairsEndingIn(first: number, end: number): number[] {
  const parents: number[] = [];
  for (let right = first % 2 === 1 ? first : first + 1; right < end; right += 2) parents.push((right - 1) / 2);
  return parents;
}

async function overLevel(
  tx: Queryable,
  level: number,
  indexes: readonly number[],
): Promise<ReadonlyMap<number, Uint8Array>> {
  if (indexes.length === 0) return new Map();
  const { rows } = await tx.query<{ index: string; hash: Uint8Array }>(
    level === 0
      ? 'select index::text as index, leaf as hash from ledger.entry where index = any($1::bigint[])'
      : `select index::text as index, hash from ledger.node where level = ${level} and index = any($1::bigint[])`,
    [indexes.map(String)],
  );
  return new Map(rows.map((row) => [Number(row.index), row.hash]));
}
