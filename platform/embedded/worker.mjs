/**
 * The embedded database, in a thread of its own so that a long query never stops the gateway. Plain JavaScript: a worker starts without
 * the loader that reads TypeScript. It holds ONE session; the main thread sees to it that a transaction has the session to itself.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { readSnapshot, writeSnapshot } from './snapshot.mjs';
import { toText } from './to-text.mjs';

const INT8 = 20;
const NUMERIC = 1700;
const DATE = 1082;
const asText = (value) => value;

const database = await start(workerData.directory);
let tail = Promise.resolve();
parentPort.on('message', (message) => {
  tail = tail.then(() => answer(message));
});
parentPort.postMessage({ ready: true });

async function start(directory) {
  const parsers = { [INT8]: asText, [NUMERIC]: asText, [DATE]: asText };
  const shared = { parsers, pgliteWasmModule: workerData.compiled };
  const options = directory === undefined ? shared : { ...shared, dataDir: directory };
  if (!workerData.fresh) return PGlite.create(options);
  const snapshot = readSnapshot();
  if (snapshot !== undefined) return PGlite.create({ ...options, loadDataDir: snapshot });
  const created = await PGlite.create(options);
  await writeSnapshot(await created.dumpDataDir('gzip'));
  return created;
}

async function answer({ id, act, schema, text, values }) {
  try {
    parentPort.postMessage({ id, result: await acts[act](schema, text, values) });
  } catch (error) {
    parentPort.postMessage({
      id,
      error: {
        message: error.message,
        code: error.code ?? 'XX000',
        constraint: error.constraint,
        position: error.position === undefined ? undefined : Number(error.position),
      },
    });
  }
}

const acts = {
  async run(schema, text, values) {
    await acts.begin(schema);
    try {
      const result = await acts.query(schema, text, values);
      await acts.commit();
      return result;
    } catch (error) {
      await acts.rollback();
      throw error;
    }
  },
  async begin(schema) {
    await database.exec(`begin; set local role ${schema}; set local search_path to ${schema}`);
  },
  async query(_schema, text, values) {
    if (values === undefined) {
      // Without parameters several statements may stand in one text, as in a migration; the last one's rows are the answer.
      const results = await database.exec(text);
      return shape(results.at(-1));
    }
    return shape(await database.query(text, values.map(toText), { serializers: everyTypeAsText }));
  },
  async commit() {
    await database.exec('commit');
  },
  async rollback() {
    await database.exec('rollback');
  },
  /** One schema and one role of the same name; a role reaches no schema but those it made. */
  async provision(schema) {
    const { rows } = await database.query('select 1 from pg_roles where rolname = $1', [schema]);
    if (rows.length > 0) return;
    await database.exec(`
      begin;
      create role ${schema} nologin;
      do $$ begin execute format('grant create on database %I to ${schema}', current_database()); end $$;
      create schema if not exists ${schema} authorization ${schema};
      commit`);
  },
  async close() {
    await database.close();
  },
};

/** Values arrive as text, as the pg driver sends them; the server reads them by the type the statement gives them. */
const everyTypeAsText = new Proxy({}, { get: () => asText });

function shape(result) {
  return { rows: result?.rows ?? [], rowCount: result?.affectedRows || result?.rows.length || 0 };
}
