/** Who asked, as the ledger writes it down. */
export interface LedgerRequester {
  readonly agency: string;
  readonly role: string;
  readonly user: string;
  readonly kind: string;
}

/** Who received which categories of which child, on which grounds. Never a value. */
export interface DisclosureEntry {
  /** The id that the answer carries; several entries, one for each child, may share it. */
  readonly disclosure: string;
  readonly requester: LedgerRequester;
  readonly purpose: string;
  readonly child: string;
  readonly categories: { readonly FULL: readonly string[]; readonly SUMMARY: readonly string[] };
  readonly grounds: readonly { readonly category: string; readonly kind: string; readonly id: string }[];
  readonly ruleSet: number;
  /** The hash of the normalised operation. */
  readonly operation: string;
  readonly obligations: readonly string[];
  /** The agency that received another's field so that it could answer (`@requires`). */
  readonly flow?: { readonly to: string } | undefined;
}

/** What was asked for and withheld. */
export interface WithholdingEntry {
  readonly disclosure: string;
  readonly requester: LedgerRequester;
  readonly purpose: string;
  readonly child: string;
  readonly categories: readonly string[];
  readonly operation: string;
  readonly ruleSet: number;
}

export type Log = 'disclosure' | 'withholding';
export const logs: readonly Log[] = ['disclosure', 'withholding'];
