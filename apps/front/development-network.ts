import type { ApolloClient } from '@apollo/client';
import { openClient } from '../shared/open-client.ts';
import { readSettings } from '../shared/settings.ts';

/** Somebody through whose eyes a child is seen. */
export interface Eyes {
  readonly user: string;
  readonly name: string;
  readonly title: string;
  readonly purpose: string;
  readonly requester: { readonly agency: string; readonly role: string; readonly kind: string; readonly user: string };
}

export interface ShownChild {
  readonly id: string;
  readonly given: string;
  readonly surname: string;
  readonly age: number;
  readonly line: number;
  readonly story: string;
  readonly eyes: readonly Eyes[];
}

/** The named children, and the graph as each of the people around them. */
export interface DevelopmentNetwork {
  readonly children: readonly ShownChild[];
  as(user: string, purpose: string): Promise<ApolloClient>;
}

/** Opens it by way of the development issuer, which gives a token for anybody; tokens live in this page's memory alone. */
export async function openDevelopmentNetwork(): Promise<DevelopmentNetwork> {
  const { issuer } = await readSettings();
  const base = new URL('/development/', issuer.discovery);
  const response = await fetch(new URL('children', base), { credentials: 'omit' });
  const children = (await response.json()) as readonly ShownChild[];
  return {
    children,
    as: async (user, purpose) => {
      const answer = await fetch(new URL('token', base), {
        method: 'POST',
        credentials: 'omit',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ user, purpose }),
      });
      const { token } = (await answer.json()) as { token: string };
      return openClient({ token: () => token, purpose });
    },
  };
}
