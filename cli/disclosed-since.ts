import type { Ledger } from '@trellis/ledger';

/** Something that was disclosed about a child while a load stood that is taken back: for an officer to look at. */
export interface Meanwhile {
  readonly child: string;
  readonly at: string;
  readonly agency: string;
  readonly disclosure: string;
}

const perPage = 100;

/** Everything that was disclosed about a child from a moment on, latest first, however many pages of the ledger it fills. */
export async function disclosedSince(
  ledger: Pick<Ledger, 'disclosures'> | undefined,
  child: string,
  from: number,
): Promise<readonly Meanwhile[]> {
  const found: Meanwhile[] = [];
  let after: string | undefined;
  while (ledger !== undefined) {
    const page = await ledger.disclosures({ child, from, first: perPage, ...(after === undefined ? {} : { after }) });
    for (const { at, requester, disclosure } of page.entries)
      found.push({ child, at: new Date(at).toISOString(), agency: requester.agency, disclosure });
    if (!page.hasNextPage || page.endCursor === null) break;
    after = page.endCursor;
  }
  return found;
}
