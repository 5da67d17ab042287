import type { Database, Queryable } from '@trellis/platform';

/** A database that counts what it is asked, so that a loader which reads record by record is seen. */
export function countStatements(database: Database): { readonly database: Database; statements(): number } {
  let count = 0;
  const counted = (queryable: Queryable): Queryable => ({
    query: (text, values) => {
      count += 1;
      return queryable.query(text, values);
    },
  });
  return {
    database: {
      ...counted(database),
      schema: database.schema,
      transaction: (run) => database.transaction((tx) => run(counted(tx))),
      close: () => database.close(),
    },
    statements: () => count,
  };
}
