import { randomUUID } from 'node:crypto';
import type { Instant } from '@trellis/decision';
import { migrate, type Clock, type Database, type Queryable } from '@trellis/platform';
import type { Vocabulary } from '@trellis/vocabulary';
import { deliverNotices, listNotices, type DeliverOptions, type Notice, type NoticesQuery } from './deliver-notices.ts';
import { bindCommands } from './bind-commands.ts';
import { commands } from './commands/index.ts';
import { checkRules } from './commands/check-rules.ts';
import { confirmations, type ConfirmationsQuery } from './confirmations.ts';
import { openInvolvements } from './commands/open-involvements.ts';
import { registerChildren } from './commands/register-children.ts';
import type { Dependencies } from './dependencies.ts';
import { expire } from './expire.ts';
import type { FactsStore } from './facts-cache.ts';
import { FactsReader, type RoundReading } from './facts-reader.ts';
import type { NewNotice } from './notices.ts';
import { openWords } from './words.ts';
import { registerQueries } from './queries.ts';
import type { Actor, Recorded } from './records.ts';
import { ruleSetText } from './rule-set-text.ts';
import type { RuleSetCheck } from './rule-set-check.ts';
import { lookUps, noteLookUps, type LookUp, type LookUpsQuery, type NewLookUp } from './look-ups.ts';
import { lapseByAge } from './lapse-by-age.ts';
import { unconfirmed } from './unconfirmed.ts';
import { noteExchanges, reachability, type Exchanges, type Reachability } from './reachability.ts';
import { recordsThen } from './record-history.ts';
import { standingQueries } from './standing-queries.ts';
import { workQueries } from './work-queries.ts';
import { stillCurrent, type DecidedOn } from './still-current.ts';
import type { ForUser } from './version-names.ts';

export interface RegisterOptions {
  /** The words of the network; a function where they change while the process runs. */
  readonly vocabulary: Vocabulary | (() => Vocabulary);
  /** In development alone, to stop the clock (`TRELLIS_NOW`): otherwise every moment is the database's. */
  readonly clock?: Clock | undefined;
  /** In development alone, to make ids repeatable (`TRELLIS_RANDOM_SEED`). */
  readonly newId?: (() => string) | undefined;
  /** The store in which gateways share facts, to read them faster; what it says is believed only at the version that the database tells. */
  readonly cache?: FactsStore | undefined;
  /** The safety rule on notices: false where telling this would endanger somebody. Everything may be told where none is given. */
  readonly mayTell?: ((notice: NewNotice) => boolean) | undefined;
  /** Milliseconds that an emergency access stays open; four hours when not given. */
  readonly emergencyMs?: number | undefined;
}

export type Register = ReturnType<typeof openRegister>;

/** Brings the register's tables up to date. */
export function migrateRegister(database: Database): Promise<void> {
  return migrate(database, new URL('migrations/', import.meta.url), { schema: 'register', isOrdered: false });
}

/** The register on a migrated database. Its commands resolve after their commit: what they return is binding on every gateway. */
export function openRegister(database: Database, options: RegisterOptions) {
  const { vocabulary, clock } = options;
  const words = openWords(database, vocabulary);
  const facts = new FactsReader(database, () => words.current.network, clock, options.cache);
  const live = {
    clock,
    get network() {
      return words.current.network;
    },
  };
  const dependencies: Dependencies = {
    database,
    get vocabulary() {
      return words.current.vocabulary;
    },
    get inputs() {
      return words.current.inputs;
    },
    get network() {
      return words.current.network;
    },
    clock,
    newId: options.newId ?? randomUUID,
    mayTell: options.mayTell ?? (() => true),
    emergencyMs: options.emergencyMs ?? 4 * 3_600_000,
  };
  return {
    /**
     * The facts that a round of decisions rests on: versions, moment, rules. One read per call, even when it names no child, batched with
     * others that are waiting; its statement starts after the call. An unchanged child gives the same object again. For a user, with that
     * user's emergency accesses alone: nobody else's then moves what is decided on it. `within` are the words that rules are compiled in, for a
     * gateway whose requests are pinned to those that they started with; the current ones unless given.
     */
    read: (children: readonly string[], user?: ForUser, within?: Vocabulary): Promise<RoundReading> =>
      facts.read(children, user, within && words.of(within).network),
    /** Checks whether nothing moved since it was read; holds it still until the transaction ends. */
    async isStillCurrent(tx: Queryable, decided: DecidedOn): Promise<boolean> {
      const [same] = await stillCurrent(tx, live, [decided]);
      return same === true;
    },
    /** The same for many requests in one statement. */
    stillCurrent: (tx: Queryable, decided: readonly DecidedOn[]): Promise<boolean[]> => stillCurrent(tx, live, decided),
    ...bindCommands(dependencies, commands),
    /** `registerChild` for many children at once. */
    registerChildren: (actor: Actor, given: readonly unknown[]): Promise<readonly Recorded<'child'>[]> =>
      registerChildren(dependencies, actor, given),
    /** `openInvolvement` for many children at once. */
    openInvolvements: (actor: Actor, given: readonly unknown[]): Promise<readonly Recorded<'involvement'>[]> =>
      openInvolvements(dependencies, actor, given),
    /** The text of the rule set that is live now. */
    liveRules: async (): Promise<string> => ruleSetText(database, (await facts.read([])).network.ruleSet),
    /** Says what would stand in the way of a text of sharing rules, and how it differs from the last set published. Changes nothing. */
    checkRules: (yaml: string): Promise<RuleSetCheck> => checkRules(dependencies, yaml),
    /** Records what has run out; to be run from time to time, by any process. See `expire`. */
    expire: (limits?: { readonly most?: number }): Promise<number> => expire(dependencies, limits),
    /** Records what a birthday has done to permits; to be run once a day, by any process. See `lapseByAge`. */
    lapseByAge: (): Promise<number> => lapseByAge(dependencies),
    /** The records in force though no second person ever confirmed them; see `unconfirmed`. */
    unconfirmed: () => unconfirmed(database),
    /** The records that another person asked for and this one may confirm, or that this one asked for; see `confirmations`. */
    confirmations: (actor: Actor, most: number, query?: ConfirmationsQuery) =>
      confirmations(dependencies, actor, most, query),
    ...workQueries(database),
    ...standingQueries(database),
    /** Writes down that officers look something up, before they are shown it. */
    noteLookUps: (looked: readonly NewLookUp[]): Promise<void> => noteLookUps(database, looked, clock?.now()),
    /** The look-ups that were made: who looked up what is held about whom; for the network's auditors. */
    lookUps: (query: LookUpsQuery): Promise<readonly LookUp[]> => lookUps(database, query),
    /** Notes what a gateway met at the agencies since it last said so. */
    noteExchanges: (met: readonly Exchanges[]): Promise<void> => noteExchanges(database, met, clock?.now()),
    /** The last answers and failures that gateways met at every agency, or at one. */
    reachability: (agency: string | null): Promise<readonly Reachability[]> => reachability(database, agency),
    /** These records as they stood at a past moment, and who had done what to them. */
    recordsThen: (ids: readonly string[], at: Instant) => recordsThen(database, ids, at),
    ...registerQueries(dependencies),
    /** Sends what is due to be told; see `deliverNotices`. `send` signs and posts. */
    deliverNotices: (send: (notice: Notice) => Promise<void>, limits?: DeliverOptions) =>
      deliverNotices(database, send, limits),
    /** The notices told to an agency's officers, or to one of its users. */
    noticesFor: (query: NoticesQuery) => listNotices(database, query),
  };
}
