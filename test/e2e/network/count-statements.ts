import type { Database, Queryable } from '@trellis/platform';

/** A gateway asks twice a second whether an agency published, and notes now and then which agencies answer; that is no part of a request. */
const isPoll = (text: string): boolean =>
  /^select [^;]* as latest from catalogue\.version$/.test(text) ||
  text.startsWith('insert into register.reachability ');

/** Counts the statements that each database is given from here on, by the name of its agency. */
export function countStatements(databases: Readonly<Record<string, Database>>): { take(): Record<string, number> } {
  let counts: Record<string, number> = {};
  for (const [agency, database] of Object.entries(databases)) {
    const add = (): void => {
      counts[agency] = (counts[agency] ?? 0) + 1;
    };
    const { query, transaction } = database;
    const counting = (run: Queryable['query']): Queryable['query'] =>
      function counted<Row extends object>(text: string, values?: readonly unknown[]) {
        if (!isPoll(text)) add();
        return run<Row>(text, values);
      };
    // Everything in the network was given this very object.
    Object.assign(database, {
      query: counting(query.bind(database)),
      transaction: <Result>(run: (tx: Queryable) => Promise<Result>) => {
        add();
        return transaction.call(database, (tx) => run({ query: counting(tx.query.bind(tx)) })) as Promise<Result>;
      },
    });
  }
  return {
    take() {
      const taken = counts;
      counts = {};
      return taken;
    },
  };
}
