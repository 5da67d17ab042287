import type { ApolloClient } from '@apollo/client';
import { ask, type Fault } from '../shared/ask.ts';
import {
  ChildByNumberDocument,
  ChildrenOfNameAndBirthDocument,
  ChildrenOfNameDocument,
  type KnownChildFragment,
} from '../generated/graph.ts';
import type { Found } from './found-children.tsx';
import { isNetworkId } from './is-network-id.ts';

interface Searched {
  readonly faults: readonly Fault[];
  /** The one that was named beyond doubt. */
  readonly child?: string;
  /** Those among whom a person chooses. */
  readonly found?: Found;
}

/** The children whom these words could mean, as far as the graph tells them to this officer. */
export async function searchChildren(
  client: ApolloClient,
  text: string,
  birthDate: string | undefined,
): Promise<Searched> {
  const said = text.trim();
  if (isNetworkId(said)) return { child: said, faults: [] };
  // Nobody has a digit in their name.
  if (/\d/.test(said)) return byNumber(client, said);
  return birthDate === undefined ? byName(client, said) : byNameAndBirth(client, said, birthDate);
}

async function byNumber(client: ApolloClient, number: string): Promise<Searched> {
  const { data, faults } = await ask(client, ChildByNumberDocument, { number });
  const child = data?.childByNumber?.id;
  if (child !== undefined) return { child, faults };
  return faults.length > 0 ? { faults } : { faults, found: { by: 'number', same: [], near: [] } };
}

async function byName(client: ApolloClient, name: string): Promise<Searched> {
  const { data, faults } = await ask(client, ChildrenOfNameDocument, { name });
  return candidates(faults, [], data?.findCandidates, false);
}

async function byNameAndBirth(client: ApolloClient, name: string, birthDate: string): Promise<Searched> {
  const { data, faults } = await ask(client, ChildrenOfNameAndBirthDocument, { name, birthDate });
  return candidates(faults, data?.findChildren, data?.findCandidates, true);
}

type List = readonly KnownChildFragment[] | null | undefined;

/** Nothing at all is an answer only where nothing failed; a list that is not given is withheld from this role as a whole. */
function candidates(faults: readonly Fault[], same: List, near: List, isBornKnown: boolean): Searched {
  if (faults.length > 0) return { faults };
  return { faults, found: same == null || near == null ? { by: 'withheld' } : { by: 'name', same, near, isBornKnown } };
}
