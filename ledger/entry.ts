/** The requester that received it. The same shape as a verified requester. */
export interface LedgerRequester {
  readonly agency: string;
  readonly role: string;
  readonly user: string;
  readonly kind: string;
}

interface Common {
  /** The id in the answer, and with every request to an agency. */
  readonly disclosure: string;
  readonly requester: LedgerRequester;
  readonly purpose: string;
  readonly child: string;
  readonly ruleSet: number;
  /** The hash of the normalised operation. */
  readonly operation: string;
}

/** One rule, consent, order, approval or emergency access, and the categories it stands behind. */
export interface LedgerGround {
  readonly kind: string;
  readonly id: string;
  readonly categories: readonly string[];
}

/**
 * One disclosure: which categories of one child, at which level, on which grounds. Never a value. Its requester, categories, grounds and obligations must not
 * change once they were given: how they are written is kept with them, for the next entry that is given the same ones.
 */
export interface DisclosureEntry extends Common {
  readonly categories: { readonly FULL: readonly string[]; readonly SUMMARY: readonly string[] };
  readonly grounds: readonly LedgerGround[];
  /** Codes. */
  readonly obligations: readonly string[];
  /** The agency that needed it to answer (`@requires`), where it went no further than that. */
  readonly flow?: { readonly to: string };
}

/** The categories that were asked for of one child and not given. */
export interface WithholdingEntry extends Common {
  readonly categories: readonly string[];
}

/** A disclosure as the ledger has it. `child` is null where the child was erased. */
export interface RecordedDisclosure extends Omit<DisclosureEntry, 'child'> {
  readonly index: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly child: string | null;
}

/**
 * A disclosure as people are told of it: what they may see of it, and nothing of how it was asked. Its `index` is its place in the list that
 * was read, not in the ledger; its `id` names this entry alone, where `disclosure` names the answer, which may have several.
 */
export type AccountEntry = Omit<RecordedDisclosure, 'operation'> & { readonly id?: string };
