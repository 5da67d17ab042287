import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, Observable } from '@apollo/client';
import { waitForSignIn, type SessionEnded } from './wait-for-sign-in.ts';

/** The extension that travels beside the data of every answer. */
export interface TrellisExtension {
  readonly disclosure: string;
  readonly withheld: readonly Withheld[];
  readonly obligations: readonly {
    readonly code: string;
    readonly categories: readonly string[];
    readonly text?: string;
  }[];
}

/** A field that was asked for and not permitted, and the open ways to obtain it. */
export interface Withheld {
  readonly coordinate: string;
  readonly child: string;
  readonly categories: readonly string[];
  readonly routes: readonly string[];
}

export interface Credentials {
  /** Read at each request; undefined where nobody is signed in. */
  readonly token: () => string | undefined;
  readonly purpose: string;
  /** Told where the network no longer takes the token; without it that is a fault like others. */
  readonly ended?: SessionEnded;
}

/** Apollo Client on the graph of this origin, for one person and one purpose. It remembers nothing: what is shown was decided just now. */
export function openClient({ token, purpose, ended }: Credentials): ApolloClient {
  const authorise = new ApolloLink((operation, forward) => {
    const bearer = token();
    operation.setContext({
      headers: { 'purpose-of-use': purpose, ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }) },
    });
    return forward(operation);
  });
  // A client gives the data alone to whoever asked; who wants the extension says so in the context.
  const extensions = new ApolloLink(
    (operation, forward) =>
      new Observable((observer) =>
        forward(operation).subscribe({
          next: (result) => {
            const { onTrellis } = operation.getContext() as { onTrellis?: (found: TrellisExtension) => void };
            const found = (result.extensions as { trellis?: TrellisExtension } | undefined)?.trellis;
            if (found !== undefined) onTrellis?.(found);
            observer.next(result);
          },
          error: (error: unknown) => {
            observer.error(error);
          },
          complete: () => {
            observer.complete();
          },
        }),
      ),
  );
  return new ApolloClient({
    link: ApolloLink.from([
      ...(ended === undefined ? [] : [waitForSignIn(token, ended)]),
      authorise,
      extensions,
      new HttpLink({ uri: '/graphql', credentials: 'omit' }),
    ]),
    cache: new InMemoryCache(),
    devtools: { enabled: false },
  });
}
