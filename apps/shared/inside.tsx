import { useEffect, useMemo, type ReactNode } from 'react';
import { keepFocus } from './keep-focus.ts';
import { Mantine } from './mantine.tsx';
import { NetworkWordsProvider } from './network-words.tsx';
import { openClient } from './open-client.ts';
import type { Session } from './sign-in.ts';
import type { SessionEnded } from './wait-for-sign-in.ts';
import { SignedInContext } from './signed-in.ts';

interface Props {
  readonly session: Session;
  /** Read at each request. */
  readonly token: () => string | undefined;
  readonly ended: SessionEnded;
  readonly purpose: string;
  readonly signOut: () => void;
  readonly children: ReactNode;
}

/** Everything that a page needs once somebody has signed in: a client of the graph, the network's words, and the components. */
export function Inside({ session, token, ended, purpose, signOut, children }: Props) {
  const client = useMemo(() => openClient({ token, purpose, ended }), [token, ended, purpose]);
  useEffect(keepFocus, []);
  return (
    <SignedInContext.Provider value={{ session, client, signOut }}>
      <Mantine>
        <NetworkWordsProvider>{children}</NetworkWordsProvider>
      </Mantine>
    </SignedInContext.Provider>
  );
}
