import type { ChildFacts, CompiledRules, Decision, Instant, LevelSets, NetworkFacts } from '@trellis/decision';
import { bitsOf, ceiling, decide, hasBit, intersect } from '@trellis/decision';
import type { Requester, Vocabulary } from '@trellis/vocabulary';
import { TrellisError } from '../errors.ts';
import type { PurposeSet } from '../stages/purpose-set.ts';
import { purposePlaces } from '../stages/purpose-set.ts';
import { GraphBehind } from './graph-behind.ts';

/** The register's facts and rules, read after the request began. */
export interface RegisterReading {
  readonly now: Instant;
  readonly network: NetworkFacts;
  readonly rules: CompiledRules;
  readonly facts: ReadonlyMap<string, ChildFacts>;
  /** An agency has published since the graph of this request was composed. */
  readonly behind?: boolean;
}

/** For the requester: nobody else's emergency accesses are in it, or move its versions. */
export type Read = (children: readonly string[], requester: Requester) => Promise<RegisterReading>;

export interface Asking {
  readonly requester: Requester;
  readonly purposes: readonly string[];
}

/**
 * The decisions of one request, by child, for its requester and for agencies as recipients, under each of its purposes. They stand on one
 * instant and on one version of each child and of the network; `moved` tells that a later round found another version.
 */
export class Decisions {
  readonly #read: Read;
  readonly #asking: Asking;
  readonly #vocabulary: Vocabulary;
  readonly #nothing: readonly LevelSets[];
  readonly #withholdAll: boolean;
  readonly #facts = new Map<string, ChildFacts>();
  /** By whom they are for, an agency's name or none for the requester, then by child: one for each purpose. */
  readonly #decisions = new Map<string, Map<string, readonly Decision[]>>();
  readonly #mayStartAnew: boolean;
  #first: RegisterReading | undefined;
  moved = false;

  /** `withholdAll`: nothing is permitted, whatever the register says. `mayStartAnew`: nothing was done that must not be done twice. */
  constructor(read: Read, asking: Asking, vocabulary: Vocabulary, withholdAll: boolean, mayStartAnew = false) {
    this.#read = read;
    this.#mayStartAnew = mayStartAnew;
    this.#asking = asking;
    this.#vocabulary = vocabulary;
    this.#withholdAll = withholdAll;
    this.#nothing = asking.purposes.map(() => ({ FULL: bitsOf(vocabulary, []), SUMMARY: bitsOf(vocabulary, []) }));
  }

  /** One round: one read, even of no child, so that how often is asked says nothing of what was found. */
  async round(children: Iterable<string>): Promise<void> {
    const unknown = [...new Set(children)].filter((child) => !this.#facts.has(child));
    const reading = await this.#read(unknown, this.#asking.requester);
    if (reading.behind === true && this.#first === undefined && this.#mayStartAnew) throw new GraphBehind();
    this.#first ??= reading;
    if (reading.network.version !== this.#first.network.version) this.moved = true;
    for (const child of unknown) {
      const facts = reading.facts.get(child);
      if (!facts) throw new TrellisError('REGISTER_UNAVAILABLE');
      this.#facts.set(child, facts);
    }
  }

  get reading(): RegisterReading {
    if (!this.#first) throw new TrellisError('REGISTER_UNAVAILABLE');
    return this.#first;
  }

  /** The register's facts about a child that was read. */
  facts(child: string): ChildFacts {
    const facts = this.#facts.get(child);
    if (facts) return facts;
    throw new TrellisError('INTERNAL', {}, { cause: new Error('A child was not read before it was decided on.') });
  }

  get isStarted(): boolean {
    return this.#first !== undefined;
  }

  /** The versions that were decided on: child → version. */
  get versions(): ReadonlyMap<string, number> {
    const versions = new Map<string, number>();
    for (const [child, facts] of this.#facts) versions.set(child, facts.version);
    return versions;
  }

  /** The categories that some child could permit this requester under the rules, for each purpose. */
  ceiling(): readonly LevelSets[] {
    if (this.#withholdAll) return this.#nothing;
    const { requester, purposes } = this.#asking;
    return purposes.map((purpose) => ceiling(this.reading.rules, { requester, purpose }));
  }

  /** The decisions on a child, one for each purpose. */
  decisions(child: string): readonly Decision[] {
    return this.#decide(child, '');
  }

  /** The categories that all these children permit this requester, for each purpose; none where there is no child. */
  yes(children: readonly string[]): readonly LevelSets[] {
    return this.#all(children, '');
  }

  /** The categories that all these children permit an agency's system to be told, for the same purposes. */
  agencyYes(children: readonly string[], agency: string): readonly LevelSets[] {
    return this.#all(children, agency);
  }

  agencyDecisions(child: string, agency: string): readonly Decision[] {
    return this.#decide(child, agency);
  }

  /** Under which of these purposes an agency may know that this requester asks about these children: that is a fact about them, too. */
  mayKnowWhoAsks(children: readonly string[], agency: string, under: PurposeSet): readonly string[] {
    const { requester, purposes } = this.#asking;
    const own = requester.agency;
    const places = purposePlaces(under);
    const named = (known: readonly number[]) => known.map((place) => purposes[place] as string);
    if (agency === own || agency === 'register' || agency === 'identity') return named(places);
    const bit = this.#vocabulary.bit.get(`${own}.involvement`);
    if (bit === undefined || children.length === 0 || this.#withholdAll) return [];
    const mayKnow = (place: number) =>
      children.every((child) => hasBit((this.agencyDecisions(child, agency)[place] as Decision).yes.FULL, bit));
    return named(places.filter(mayKnow));
  }

  #decide(child: string, recipient: string): readonly Decision[] {
    let byChild = this.#decisions.get(recipient);
    if (!byChild) this.#decisions.set(recipient, (byChild = new Map()));
    const known = byChild.get(child);
    if (known) return known;
    const facts = this.facts(child);
    const { rules, network, now } = this.reading;
    const requester = recipient === '' ? this.#asking.requester : systemOf(recipient);
    const decided = this.#asking.purposes.map((purpose) => decide(rules, network, facts, { requester, purpose, now }));
    byChild.set(child, decided);
    return decided;
  }

  #all(children: readonly string[], recipient: string): readonly LevelSets[] {
    const [first] = children;
    if (first === undefined || this.#withholdAll) return this.#nothing;
    const others = children.slice(1).map((child) => this.#decide(child, recipient));
    return this.#decide(first, recipient).map(({ yes }, purpose) =>
      others.reduce((all, each) => both(all, (each[purpose] as Decision).yes), yes),
    );
  }
}

function both(one: LevelSets, other: LevelSets): LevelSets {
  return { FULL: intersect(one.FULL, other.FULL), SUMMARY: intersect(one.SUMMARY, other.SUMMARY) };
}

function systemOf(agency: string): Requester {
  return { agency, role: 'system', user: agency, kind: 'system' };
}
