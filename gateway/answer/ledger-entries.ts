import type { DisclosureEntry, WithholdingEntry } from '@trellis/ledger';
import type { Requester, Vocabulary } from '@trellis/vocabulary';
import type { Decisions } from '../execute/decisions.ts';
import type { Release } from '../release.ts';
import type { Need } from '../stages/need.ts';
import { accountsOf } from './account.ts';
import type { Disclosed } from './disclosed.ts';
import type { Withheld } from './withheld.ts';

interface Asked {
  readonly disclosure: string;
  readonly requester: Requester;
  readonly purpose: string;
}

/** Writes what the ledger keeps of one request: who, what for, of whom, which categories, on which grounds. Never a value. */
export class LedgerEntries {
  readonly #decisions: Decisions;
  readonly #asked: Asked;
  readonly #operation: string;

  constructor(decisions: Decisions, { disclosure, requester, purpose }: Asked, operation: string) {
    this.#decisions = decisions;
    this.#asked = { disclosure, requester, purpose };
    this.#operation = operation;
  }

  disclosures(disclosed: readonly Disclosed[]): readonly DisclosureEntry[] {
    if (disclosed.length === 0) return [];
    const { disclosure, requester, purpose } = this.#asked;
    const { ruleSet } = this.#decisions.reading.network;
    const operation = this.#operation;
    // Member by member: there is one for each child, and laying objects over one another costs more than all else here.
    return disclosed.map(({ child, account: { categories, grounds, obligationCodes: obligations } }) => ({
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

  withholdings(withheld: readonly Pick<Withheld, 'child' | 'categories'>[]): readonly WithholdingEntry[] {
    const byChild = new Map<string, Set<string>>();
    for (const { child, categories } of withheld) {
      const known = byChild.get(child) ?? new Set<string>();
      categories.forEach((category) => known.add(category));
      byChild.set(child, known);
    }
    return [...byChild].map(([child, categories]) => ({ ...this.#common(child), categories: [...categories].sort() }));
  }

  /** What an agency is told of these children by the representations sent to it. */
  flows(vocabulary: Vocabulary, agency: string, children: readonly string[], need: Need): readonly DisclosureEntry[] {
    return children.flatMap((child) =>
      accountsOf(vocabulary, this.#decisions.agencyDecision(child, agency), need).map(({ categories, grounds }) => ({
        ...this.#common(child),
        categories,
        grounds,
        obligations: [],
        flow: { to: agency },
      })),
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

  #common(child: string) {
    const { network } = this.#decisions.reading;
    return { ...this.#asked, child, ruleSet: network.ruleSet, operation: this.#operation };
  }
}
