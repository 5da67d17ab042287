import { compileRules, parseRuleSet, type CompiledRules, type Instant, type NetworkFacts } from '@trellis/decision';
import type { Queryable } from '@trellis/platform';
import type { Vocabulary } from '@trellis/vocabulary';
import { RegisterError } from './error.ts';
import { networkFactsOf, type StoredBody } from './facts-of.ts';
import type { Publication } from './records.ts';

export interface NetworkReading {
  readonly network: NetworkFacts;
  readonly rules: CompiledRules;
}

/** Reads what holds for every child: the live rule set, compiled once, and the standing approvals. */
export class NetworkReader {
  readonly #database: Queryable;
  readonly #vocabulary: Vocabulary;
  readonly #compiled = new Map<number, CompiledRules>();
  #version = -1;
  #records: readonly StoredBody[] = [];
  #publications: readonly Publication[] = [];
  #facts: NetworkFacts | undefined;

  constructor(database: Queryable, vocabulary: Vocabulary) {
    this.#database = database;
    this.#vocabulary = vocabulary;
  }

  /** What is known at this version and moment without asking the database again. */
  kept(version: number, now: Instant): NetworkReading | undefined {
    if (version !== this.#version) return undefined;
    const live = liveAt(this.#publications, now);
    const rules = live === undefined ? undefined : this.#compiled.get(live);
    return live === undefined || rules === undefined ? undefined : { network: this.#factsUnder(live), rules };
  }

  async read(now: Instant): Promise<NetworkReading> {
    const { rows } = await this.#database.query<{ version: number; records: StoredBody[] | null }>(
      `select v.version, (select jsonb_agg(jsonb_build_object('kind', r.kind, 'body', r.body) order by r.id)
                          from register.record r where r.about = 'network') as records
       from register.version v where v.about = 'network'`,
      [],
    );
    const [row] = rows;
    this.#records = row?.records ?? [];
    this.#publications = this.#records
      .filter(({ kind }) => kind === 'publication')
      .map(({ body }) => body as Publication);
    this.#version = row?.version ?? -1;
    this.#facts = undefined;
    const live = liveAt(this.#publications, now);
    if (live === undefined) throw new RegisterError('REGISTER_UNAVAILABLE', 'no rule set is live');
    const rules = await this.compiled(live);
    return { network: this.#factsUnder(live), rules };
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
    const compiled = compileRules(parseRuleSet(text.yaml, this.#vocabulary), this.#vocabulary);
    this.#compiled.set(number, compiled);
    return compiled;
  }

  /** The same object for the same version and set: the engine keeps what it compiled by it. */
  #factsUnder(live: number): NetworkFacts {
    if (this.#facts?.ruleSet !== live) this.#facts = networkFactsOf(this.#version, live, this.#records);
    return this.#facts;
  }
}

/** The number of the set that is live: the last one published whose instant has come; of two at one instant, the higher number. */
export function liveAt(publications: readonly Publication[], now: Instant): number | undefined {
  let live: Publication | undefined;
  for (const each of publications) {
    if (each.from > now) continue;
    if (live === undefined || each.from > live.from || (each.from === live.from && each.number > live.number))
      live = each;
  }
  return live?.number;
}
