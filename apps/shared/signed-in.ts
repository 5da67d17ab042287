import type { ApolloClient } from '@apollo/client';
import { createContext, useContext } from 'react';
import type { Session } from './sign-in.ts';

/** The context of every screen behind the sign-in. */
export interface SignedIn {
  readonly session: Session;
  readonly client: ApolloClient;
  /** Forgets everything on this page, and signs out at the issuer. */
  readonly signOut: () => void;
}

export const SignedInContext = createContext<SignedIn | undefined>(undefined);

export function useSignedIn(): SignedIn {
  const signedIn = useContext(SignedInContext);
  if (signedIn === undefined) throw new Error('Nobody is signed in.');
  return signedIn;
}
