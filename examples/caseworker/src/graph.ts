import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, Observable } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { print } from 'graphql';
import { isSessionOver } from './say.ts';

/** A field that was asked for and is not shown: its coordinate in the schema, and the open ways to obtain it. */
export interface Withheld {
  /** The path to it in the document: nothing is said of what lies below it. */
  readonly path: readonly string[];
  readonly coordinate: string;
  readonly child: string;
  readonly categories: readonly string[];
  readonly routes: readonly string[];
}

/** Told, after each answer, of what was withheld from it. */
export type OnWithheld = (withheld: readonly Withheld[]) => void;

/** Sends the hash of an operation in the place of its text, to a network where `operations.json` is registered for this app. */
const byHash = new PersistedQueryLink({
  generateHash: async (document) => {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(print(document)));
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  },
});
const isRegistered = import.meta.env.VITE_REGISTERED === 'true';

interface Credentials {
  /** Read at each request: whoever signs in again goes on with what is on the page. */
  readonly token: () => string;
  readonly purpose: string;
  /** Told where the network no longer takes the token. */
  readonly onSessionOver: () => void;
}

/**
 * One client, and so one cache, for one person and one purpose: an answer to one purpose must never serve another. Make a new one when
 * either changes, and drop the old.
 */
export function openGraph({ token, purpose, onSessionOver }: Credentials): ApolloClient {
  const authorise = new ApolloLink((operation, forward) => {
    operation.setContext({ headers: { authorization: `Bearer ${token()}`, 'purpose-of-use': purpose } });
    return forward(operation);
  });
  // Apollo Client drops `extensions`; this link hands on what Trellis says there.
  const keepExtensions = new ApolloLink(
    (operation, forward) =>
      new Observable((observer) =>
        forward(operation).subscribe({
          next: (result) => {
            const { onWithheld } = operation.getContext() as { onWithheld?: OnWithheld };
            const trellis = result.extensions?.['trellis'] as { withheld?: readonly Withheld[] } | undefined;
            if (isSessionOver(result)) onSessionOver();
            else onWithheld?.(trellis?.withheld ?? []);
            observer.next(result);
          },
          error: (error) => {
            if (isSessionOver(error)) onSessionOver();
            observer.error(error);
          },
          complete: () => observer.complete(),
        }),
      ),
  );
  return new ApolloClient({
    link: ApolloLink.from([
      authorise,
      keepExtensions,
      ...(isRegistered ? [byHash] : []),
      new HttpLink({ uri: '/graphql' }),
    ]),
    // What hangs from a child has no key of its own: two questions about it are merged, not taken for each other.
    cache: new InMemoryCache({
      typePolicies: {
        ProtectionFile: { merge: true },
        MentalHealthRecord: { merge: true },
        EducationRecord: { merge: true },
      },
    }),
  });
}
