import { DatabaseError, type Database, type Queryable } from '@trellis/platform';
import { stranger, type Fault } from './fault.ts';

export interface FaultyDatabase {
  fault: Fault | undefined;
  /** What hung is broken off, as where a connection is found to be dead. */
  heal(): void;
}

/** Makes a database ill, in place: everything in the network was given this very object. */
export function makeDatabaseFaulty(database: Database): FaultyDatabase {
  const held: ((error: Error) => void)[] = [];
  const hang = (): Promise<never> => new Promise((_, reject) => held.push(reject));
  const state: FaultyDatabase = {
    fault: undefined,
    heal() {
      state.fault = undefined;
      for (const reject of held.splice(0)) reject(new Error('read ECONNRESET'));
    },
  };
  const { query, transaction } = database;
  const faulty = (run: Queryable['query']): Queryable['query'] =>
    async function ill<Row extends object>(text: string, values: readonly unknown[] = []) {
      const asOthers = values.map((value) => (Array.isArray(value) ? value.map(other) : value));
      switch (state.fault) {
        case 'down':
          throw new Error('connect ECONNREFUSED');
        case 'hung':
          return hang();
        case 'failing':
          throw new DatabaseError('could not read block 0', 'XX001');
        case 'garbage':
          return { rows: [{}, null] as Row[], rowCount: 2 };
        case 'wrong rows':
          return run<Row>(text, asOthers);
        case 'extra rows': {
          const [asked, others] = [await run<Row>(text, values), await run<Row>(text, asOthers)];
          const reads = /^\s*select/i.test(text);
          return reads ? { ...asked, rows: [...asked.rows, ...others.rows] } : asked;
        }
        case undefined:
          return run<Row>(text, values);
      }
    };
  Object.assign(database, {
    query: faulty(query.bind(database)),
    transaction: <Result>(run: (tx: Queryable) => Promise<Result>): Promise<Result> => {
      if (state.fault === 'down') return Promise.reject(new Error('connect ECONNREFUSED'));
      if (state.fault === 'hung') return hang();
      return transaction.call(database, (tx) => run({ query: faulty(tx.query.bind(tx)) })) as Promise<Result>;
    },
  });
  return state;
}

/** A child that the register does not know, in the place of each that it was asked about. */
function other(value: unknown): unknown {
  return typeof value === 'string' && /^[a-z2-7]{26}$/.test(value) ? stranger : value;
}
