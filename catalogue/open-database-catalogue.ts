import { migrate, type Database, type Queryable } from '@trellis/platform';
import type { Catalogue } from './catalogue.ts';
import { CatalogueMoved } from './catalogue-moved.ts';
import type { Version } from './version.ts';

interface Row extends Omit<Version, 'at' | 'address' | 'rollsBackTo'> {
  readonly at: Date;
  readonly address: string | null;
  readonly rollsBackTo: number | null;
}

const columns = `number, agency, at, published_by as "publishedBy", schema, words, address, key_id as "keyId",
  rolls_back_to as "rollsBackTo", supergraph, inputs`;

/** Brings the catalogue's tables up to date. */
export function migrateCatalogue(database: Database): Promise<void> {
  return migrate(database, new URL('migrations/', import.meta.url), { schema: 'catalogue', isOrdered: false });
}

/** Called in the transaction of a publication, before it commits. */
export type OnPublished = (tx: Queryable, version: Version) => Promise<void>;

/** The catalogue on the register's database, brought up to date by `migrateCatalogue`. One publication is made at a time. */
export function openDatabaseCatalogue(database: Database, onPublished?: OnPublished): Catalogue {
  return {
    generation: () => latestOf(database),
    async current() {
      // One statement: what is read belongs together.
      const { rows } = await database.query<Row>(
        `select distinct on (agency) ${columns} from catalogue.version order by agency, number desc`,
      );
      return { generation: Math.max(0, ...rows.map(({ number }) => number)), versions: rows.map(versionOf) };
    },
    async versionsOf(agency) {
      const { rows } = await database.query<Row>(
        `select ${columns} from catalogue.version where agency = $1 order by number desc`,
        [agency],
      );
      return rows.map(versionOf);
    },
    publish: (draft, after) =>
      database.transaction(async (tx) => {
        await lock(tx);
        if ((await latestOf(tx)) !== after) throw new CatalogueMoved();
        const { agency, publishedBy, schema, words, address = null, keyId, rollsBackTo = null } = draft;
        const { rows } = await tx.query<Row>(
          `insert into catalogue.version
             (number, agency, at, published_by, schema, words, address, key_id, rolls_back_to, supergraph, inputs)
           values ($1, $2, clock_timestamp(), $3, $4, $5::jsonb, $6, $7, $8::int, $9, $10) returning ${columns}`,
          [
            after + 1,
            agency,
            publishedBy,
            schema,
            JSON.stringify(words),
            address,
            keyId,
            rollsBackTo,
            draft.supergraph,
            draft.inputs,
          ],
        );
        const [row] = rows;
        if (row === undefined) throw new Error('A version that was added is not there.');
        const version = versionOf(row);
        await onPublished?.(tx, version);
        return version;
      }),
    bits: (codes) =>
      database.transaction(async (tx) => {
        const known = await bitsIn(tx);
        if (codes.every((code) => known.has(code))) return known;
        await lock(tx);
        await tx.query(
          `insert into catalogue.category_bit (code, bit)
           select code, (select coalesce(max(bit), -1) from catalogue.category_bit) + row_number() over (order by place)
           from unnest($1::text[]) with ordinality as asked(code, place)
           where not exists (select from catalogue.category_bit b where b.code = asked.code)`,
          [[...new Set(codes)]],
        );
        return bitsIn(tx);
      }),
  };
}

async function lock(tx: Queryable): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtext('trellis catalogue'))");
}

async function latestOf(database: Queryable): Promise<number> {
  const { rows } = await database.query<{ latest: number }>(
    'select coalesce(max(number), 0) as latest from catalogue.version',
  );
  return rows[0]?.latest ?? 0;
}

async function bitsIn(tx: Queryable): Promise<ReadonlyMap<string, number>> {
  const { rows } = await tx.query<{ code: string; bit: number }>('select code, bit from catalogue.category_bit');
  return new Map(rows.map(({ code, bit }) => [code, bit]));
}

function versionOf({ at, address, rollsBackTo, ...row }: Row): Version {
  return { ...row, at: at.getTime(), address: address ?? undefined, rollsBackTo: rollsBackTo ?? undefined };
}
