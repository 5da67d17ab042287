import { defineAgency, manyLoader, recordId, saveTables, type Queryable } from '@trellis/subgraph-kit';

interface Child {
  readonly id: string;
}

/** A paediatric practice. */
export const pediatrie = defineAgency({
  name: 'pediatrie',
  migrations: new URL('migrations/', import.meta.url),
  loaders: ({ database }) => ({
    vaccins: manyLoader(
      database,
      'select child as key, id, contre, le::text from vaccins where child = any($1) order by le desc, id',
    ),
  }),
  resolvers: { Child: { vaccins: ({ id }: Child, _args, { loaders }) => loaders.vaccins.load(id) } },
});

/** Invented records for the development network. */
export function syntheticRecords(children: readonly Child[]) {
  return {
    vaccins: children.map(({ id: child }) => ({
      id: recordId('pediatrie', 'vaccin', child),
      child,
      contre: 'Rougeole',
      le: '2026-02-01',
    })),
  };
}

/** Writes records by id, so that writing them again changes nothing. */
export function saveRecords(tx: Queryable, records: ReturnType<typeof syntheticRecords>) {
  return saveTables(tx, ['vaccins'], records);
}
