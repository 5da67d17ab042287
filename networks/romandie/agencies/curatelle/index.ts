import { defineAgency, manyLoader, oneLoader, recordId, saveTables, type Queryable } from '@trellis/subgraph-kit';

interface Child {
  readonly id: string;
}

/** A cantonal guardianship service. */
export const curatelle = defineAgency({
  name: 'curatelle',
  migrations: new URL('migrations/', import.meta.url),
  loaders: ({ database }) => ({
    mandat: oneLoader(
      database,
      'select child as key, nature, depuis::text from mandats where child = any($1) order by id',
    ),
    rapports: manyLoader(database, 'select child as key, id, texte from rapports where child = any($1) order by id'),
  }),
  resolvers: {
    Child: {
      mandat: ({ id }: Child, _args, { loaders }) => loaders.mandat.load(id),
      rapports: ({ id }: Child, _args, { loaders }) => loaders.rapports.load(id),
    },
  },
});

/** Invented records for the development network. */
export function syntheticRecords(children: readonly Child[]) {
  return {
    mandats: children.map(({ id: child }) => ({
      id: recordId('curatelle', 'mandat', child),
      child,
      nature: 'Art. 308 CC',
      depuis: '2026-03-01',
    })),
    rapports: children.map(({ id: child }) => ({
      id: recordId('curatelle', 'rapport', child),
      child,
      texte: 'Situation stable.',
    })),
  };
}

/** Writes records by id, so that writing them again changes nothing. */
export function saveRecords(tx: Queryable, records: ReturnType<typeof syntheticRecords>) {
  return saveTables(tx, ['mandats', 'rapports'], records);
}
