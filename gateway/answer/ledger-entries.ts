import type { Decision } from '@trellis/decision';
import type { DisclosureEntry, WithholdingEntry } from '@trellis/ledger';
import type { Requester, Vocabulary } from '@trellis/vocabulary';
import type { Asking, Decisions } from '../execute/decisions.ts';
import type { Release } from '../release.ts';
import type { Need } from '../stages/need.ts';
import type { PurposeSet } from '../stages/purpose-set.ts';
import { purposePlaces } from '../stages/purpose-set.ts';
import { accountsOf } from './account.ts';
import type { Disclosed } from './disclosed.ts';
import type { Missed } from './missed.ts';

interface Asked {
  readonly disclosure: string;
  readonly requester: Requester;
}

/** Writes what the ledger keeps of one request: who, what for, of whom, which categories, on which grounds. Never a value. */
export class LedgerEntries {
  readonly #decisions: Decisions;
  readonly #asked: Asked;
  readonly #purposes: readonly string[];
  readonly #operation: string;

  constructor(decisions: Decisions, { disclosure, requester, purposes }: Asked & Asking, operation: string) {
    this.#decisions = decisions;
    this.#asked = { disclosure, requester };
    this.#purposes = purposes;
    this.#operation = operation;
  }

  disclosures(disclosed: readonly Disclosed[]): readonly DisclosureEntry[] {
    if (disclosed.length === 0) return [];
    const { disclosure, requester } = this.#asked;
    const { ruleSet } = this.#decisions.reading.network;
    const operation = this.#operation;
    // Member by member: there is one for each child, and laying objects over one another costs more than all else here.
    return disclosed.map(({ child, purpose, account: { categories, grounds, obligationCodes: obligations } }) => ({
      disclosure,
      requester,
      purpose,
      child,
      ruleSet,
      operation,
      categories,
      grounds,
      obligations,
    }));
  }

  withholdings(missed: readonly Missed[]): readonly WithholdingEntry[] {
    const found = new Map<string, Pick<Missed, 'child' | 'purpose'> & { readonly all: Set<string> }>();
    for (const { child, purpose, categories } of missed) {
      const known = found.get(`${child} ${purpose}`) ?? { child, purpose, all: new Set<string>() };
      categories.forEach((category) => known.all.add(category));
      found.set(`${child} ${purpose}`, known);
    }
    return [...found.values()].map(({ child, purpose, all }) => ({
      ...this.#common(child, purpose),
      categories: [...all].sort(),
    }));
  }

  /** The entries for what an agency is told of these children by the representations sent to it, under the purposes for which each is sent. */
  flows(
    vocabulary: Vocabulary,
    agency: string,
    children: ReadonlyMap<string, PurposeSet>,
    need: Need,
  ): readonly DisclosureEntry[] {
    const sent = [...children].sort(([one], [other]) => (one < other ? -1 : 1));
    return sent.flatMap(([child, under]) =>
      purposePlaces(under).flatMap((place) => {
        const decision = this.#decisions.agencyDecisions(child, agency)[place] as Decision;
        return accountsOf(vocabulary, decision, need).map(({ categories, grounds }) => ({
          ...this.#common(child, this.#purposes[place] as string),
          categories,
          grounds,
          obligations: [],
          flow: { to: agency },
        }));
      }),
    );
  }

  release(disclosures: readonly DisclosureEntry[], withholdings: readonly WithholdingEntry[]): Release {
    const { now, network } = this.#decisions.reading;
    const decided = {
      versions: this.#decisions.versions,
      network: network.version,
      ruleSet: network.ruleSet,
      now,
      user: this.#asked.requester,
    };
    return { decided, now, disclosures, withholdings };
  }

  #common(child: string, purpose: string) {
    const { network } = this.#decisions.reading;
    return { ...this.#asked, purpose, child, ruleSet: network.ruleSet, operation: this.#operation };
  }
}
