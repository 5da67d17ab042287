import { randomUUID } from 'node:crypto';
import { migrate, type Clock, type Database, type Queryable } from '@trellis/platform';
import type { Vocabulary } from '@trellis/vocabulary';
import { approvalCommands } from './commands/approvals.ts';
import { authorityCommands } from './commands/authorities.ts';
import { childCommands } from './commands/children.ts';
import { consentCommands } from './commands/consents.ts';
import { emergencyCommands } from './commands/emergencies.ts';
import { involvementCommands } from './commands/involvements.ts';
import { orderCommands } from './commands/orders.ts';
import { ruleSetCommands } from './commands/rule-sets.ts';
import { holdCommands } from './commands/holds.ts';
import { statementCommands } from './commands/statements.ts';
import { erasureCommands } from './commands/erasures.ts';
import { linkageCommands } from './commands/linkages.ts';
import { deliverNotices, noticesFor, type DeliverOptions, type Notice, type NoticesQuery } from './deliver-notices.ts';
import type { Tools } from './desk.ts';
import { expire } from './expire.ts';
import type { FactsStore } from './facts-cache.ts';
import { FactsReader, type Reading } from './facts-reader.ts';
import { guarded } from './guarded.ts';
import { inputsFor } from './inputs.ts';
import { NetworkReader } from './network-reader.ts';
import { registerQueries } from './queries.ts';
import { unmovedMany, type DecidedOn } from './unmoved.ts';

export interface RegisterOptions {
  readonly vocabulary: Vocabulary;
  /** In development alone, to stop the clock (`TRELLIS_NOW`): otherwise every moment is the database's. */
  readonly clock?: Clock | undefined;
  /** In development alone, to make ids repeatable (`TRELLIS_RANDOM_SEED`). */
  readonly newId?: (() => string) | undefined;
  /** Where gateways share facts, to read them faster; what it says is believed only at the version that the database tells. */
  readonly cache?: FactsStore | undefined;
  /** How long an emergency access stays open; four hours when not given. */
  readonly emergencyMs?: number | undefined;
}

export type Register = ReturnType<typeof openRegister>;

/** Brings the register's tables up to date. */
export function migrateRegister(database: Database): Promise<void> {
  return migrate(database, new URL('migrations/', import.meta.url), { schema: 'register' });
}

/** The register on a migrated database. Its commands resolve after their commit: what they return is binding on every gateway. */
export function openRegister(database: Database, options: RegisterOptions) {
  const { vocabulary, clock } = options;
  const network = new NetworkReader(database, vocabulary);
  const facts = new FactsReader(database, network, clock, options.cache);
  const live = { network, clock };
  const tools: Tools = {
    database,
    vocabulary,
    inputs: inputsFor(vocabulary),
    network,
    clock,
    newId: options.newId ?? randomUUID,
    emergencyMs: options.emergencyMs ?? 4 * 3_600_000,
  };
  const { checkRules, ...ruleSets } = ruleSetCommands(tools);
  const commands = guarded(vocabulary, {
    ...childCommands(tools),
    ...consentCommands(tools),
    ...authorityCommands(tools),
    ...orderCommands(tools),
    ...involvementCommands(tools),
    ...approvalCommands(tools),
    ...emergencyCommands(tools),
    ...statementCommands(tools),
    ...ruleSets,
    ...holdCommands(tools),
    ...erasureCommands(tools),
    ...linkageCommands(tools),
  });
  return {
    /**
     * The facts that a round of decisions rests on: versions, moment, rules. One read per call, even when it names no child, batched with
     * others that are waiting; its statement starts after the call. An unchanged child gives the same object again.
     */
    read: (children: readonly string[]): Promise<Reading> => facts.read(children),
    /** Whether nothing moved since it was read; holds it still until the transaction ends. */
    async unmoved(tx: Queryable, decided: DecidedOn): Promise<boolean> {
      const [same] = await unmovedMany(tx, live, [decided]);
      return same === true;
    },
    /** The same for many requests in one statement. */
    unmovedMany: (tx: Queryable, decided: readonly DecidedOn[]): Promise<boolean[]> => unmovedMany(tx, live, decided),
    ...commands,
    checkRules,
    /** Records what has run out; to be run from time to time, by any process. See `expire`. */
    expire: (limits?: { readonly most?: number }): Promise<number> => expire(tools, limits),
    ...registerQueries(tools),
    /** Sends what is due to be told; see `deliverNotices`. `send` signs and posts. */
    deliverNotices: (send: (notice: Notice) => Promise<void>, limits?: DeliverOptions) =>
      deliverNotices(database, send, limits),
    /** What an agency's officers, or one of its users, were told. */
    noticesFor: (query: NoticesQuery) => noticesFor(database, query),
  };
}
