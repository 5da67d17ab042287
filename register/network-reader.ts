import { compileRules, type CompiledRules, type Instant, type NetworkFacts } from '@trellis/decision';
import type { Queryable } from '@trellis/platform';
import type { Vocabulary } from '@trellis/vocabulary';
import { RegisterError } from './error.ts';
import { networkFactsOf, type StoredBody } from './facts-of.ts';
import { parsedRuleSet } from './parsed-rule-set.ts';
import type { RulePublication } from './records.ts';

export interface NetworkReading {
  readonly network: NetworkFacts;
  readonly rules: CompiledRules;
}

/** Reads what holds for every child: the live rule set, compiled once, and the standing approvals. */
export class NetworkReader {
  readonly #database: Queryable;
  readonly #vocabulary: Vocabulary;
  readonly #compiled = new Map<number, CompiledRules>();
  #kept: NetworkState | undefined;

  constructor(database: Queryable, vocabulary: Vocabulary) {
    this.#database = database;
    this.#vocabulary = vocabulary;
  }

  /** The reading at this version and moment that is known without asking the database again. */
  kept(version: number, now: Instant): NetworkReading | undefined {
    const state = this.#kept;
    if (state?.version !== version) return undefined;
    const live = liveAt(state.publications, now);
    const rules = live === undefined ? undefined : this.#compiled.get(live);
    return live === undefined || rules === undefined ? undefined : { network: factsUnder(state, live), rules };
  }

  /** Reads what holds now, in one statement. Several may run at once: each answers from what it read itself, never from another's. */
  async read(now: Instant, database: Queryable = this.#database): Promise<NetworkReading> {
    const { rows } = await database.query<{ version: number; records: StoredBody[] | null }>(
      `select v.version, (select jsonb_agg(jsonb_build_object('kind', r.kind, 'body', r.body) order by r.id)
                          from register.record r where r.about = 'network') as records
       from register.version v where v.about = 'network'`,
      [],
    );
    const [row] = rows;
    if (row === undefined) throw new Error('The register has no version of its network: it is not migrated.');
    const records = row.records ?? [];
    const publications = records.flatMap(({ kind, body }) => (kind === 'publication' ? [body as RulePublication] : []));
    const live = liveAt(publications, now);
    if (live === undefined) throw new RegisterError('REGISTER_UNAVAILABLE', 'no rule set is live');
    const rules = await this.compiled(live, database);
    const known = this.#kept;
    const state: NetworkState =
      known?.version === row.version ? known : { version: row.version, records, publications, facts: new Map() };
    if (known === undefined || known.version < state.version) this.#kept = state;
    return { network: factsUnder(state, live), rules };
  }

  /** A rule set made ready to decide with; the number never means another text, so it is kept. */
  async compiled(number: number, database: Queryable = this.#database): Promise<CompiledRules> {
    const known = this.#compiled.get(number);
    if (known !== undefined) return known;
    const { rows } = await database.query<{ yaml: string }>(
      'select yaml from register.rule_set_text where number = $1',
      [number],
    );
    const [text] = rows;
    if (text === undefined) throw new RegisterError('REGISTER_UNAVAILABLE', `rule set ${number} has no text`);
    const compiled = compileRules(parsedRuleSet(text.yaml, this.#vocabulary), this.#vocabulary);
    this.#compiled.set(number, compiled);
    return compiled;
  }
}

/** The state of the network at one version; never changed, only replaced. */
interface NetworkState {
  readonly version: number;
  readonly records: readonly StoredBody[];
  readonly publications: readonly RulePublication[];
  /** By the number of the live set. */
  readonly facts: Map<number, NetworkFacts>;
}

/** The same object for the same version and set: the engine keeps what it compiled by it. */
function factsUnder({ version, records, facts }: NetworkState, live: number): NetworkFacts {
  let found = facts.get(live);
  if (found === undefined) {
    found = networkFactsOf(version, live, records);
    facts.set(live, found);
  }
  return found;
}

/** The number of the set that is live: of those whose instant has come, the one that came last; of two at one instant, the higher number. */
export function liveAt(publications: readonly RulePublication[], now: Instant): number | undefined {
  let live: RulePublication | undefined;
  for (const each of publications) {
    if (each.cancelled === true || each.from > now) continue;
    if (live === undefined || each.from > live.from || (each.from === live.from && each.number > live.number))
      live = each;
  }
  return live?.number;
}
