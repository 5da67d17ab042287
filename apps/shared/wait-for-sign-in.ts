import { ApolloLink, Observable, ServerError } from '@apollo/client';

/** Says that the network no longer takes a token; resolves once the same person has signed in again. */
export type SessionEnded = (token: string | undefined) => Promise<void>;

/**
 * A link that asks a question again once whoever asked it has signed in again: until then it stays without an answer, and the screen as it is. An act
 * is never done by itself: it is refused, and whoever meant it sends it again.
 */
export function waitForSignIn(token: () => string | undefined, ended: SessionEnded): ApolloLink {
  return new ApolloLink((operation, forward) => {
    const isAct = operation.query.definitions.some((each) => 'operation' in each && each.operation === 'mutation');
    return new Observable((observer) => {
      const send = (): void => {
        const used = token();
        let waits = false;
        const refused = (): void => {
          const signedIn = ended(used);
          if (isAct) return;
          waits = true;
          void signedIn.then(send);
        };
        forward(operation).subscribe({
          next: (result) => {
            if (result.errors?.some(({ extensions }) => extensions?.['code'] === 'UNAUTHENTICATED') === true) refused();
            if (!waits) observer.next(result);
          },
          error: (error: unknown) => {
            if (ServerError.is(error) && error.statusCode === 401) refused();
            if (!waits) observer.error(error);
          },
          complete: () => {
            if (!waits) observer.complete();
          },
        });
      };
      send();
    });
  });
}
