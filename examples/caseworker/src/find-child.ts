import type { ApolloClient } from '@apollo/client';
import { ByNameDocument, ByNumberDocument } from './graph.generated.ts';
import { say } from './say.ts';

interface Sought {
  readonly number: string;
  readonly name: string;
  readonly birthDate: string;
}

/** The child; or what to say instead, and whether that is because nobody was found by name or number. */
type Found = { readonly id: string } | { readonly said: string; readonly nobody: boolean };

/** Finds one child by a number of one's own agency, or by a name and a day of birth. */
export async function findChild(client: ApolloClient, { number, name, birthDate }: Sought): Promise<Found> {
  if (number === '' && (name === '' || birthDate === ''))
    return { said: 'Give your number for the child, or a name and a day of birth.', nobody: name !== '' };
  const options = { fetchPolicy: 'network-only', errorPolicy: 'all' } as const;
  const { data, error } =
    number !== ''
      ? await client.query({ query: ByNumberDocument, variables: { number }, ...options })
      : await client.query({ query: ByNameDocument, variables: { name, birthDate }, ...options });
  // A network that did not answer is not a child that was not found.
  if (error !== undefined) return { said: say(error), nobody: false };
  const found = data === undefined ? null : 'childByNumber' in data ? data.childByNumber : data.findChild;
  return (
    found ?? {
      said: 'Nobody was found, or nobody that you may be told of. If a child may be in danger now, call.',
      nobody: true,
    }
  );
}
