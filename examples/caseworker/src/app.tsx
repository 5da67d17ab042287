import { ApolloProvider } from '@apollo/client/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Caseload } from './caseload.tsx';
import { ChildPage } from './child-page.tsx';
import { openGraph } from './graph.ts';
import { MyEmergencies } from './my-emergencies.tsx';
import { onSignedInAgain, signInAgainUrl, type Session } from './sign-in.ts';
import { Tonight } from './tonight.tsx';

/** The caseload, one child's page, or a search from a number or a name; each for the purpose that was chosen. */
export function App({ session }: { readonly session: Session }) {
  const [purpose, setPurpose] = useState(session.purposes[0] ?? '');
  const [screen, setScreen] = useState<'caseload' | 'tonight' | 'emergencies'>('caseload');
  const [child, setChild] = useState<string>();
  const { token, isOver, renewed, onSessionOver } = useToken(session);
  const client = useMemo(() => openGraph({ token, purpose, onSessionOver }), [token, purpose, onSessionOver]);
  useEffect(() => {
    // What could not be asked meanwhile is asked now.
    if (renewed > 0) void client.refetchQueries({ include: 'active' });
  }, [client, renewed]);
  const go = (to: typeof screen): void => {
    setChild(undefined);
    setScreen(to);
  };
  return (
    <ApolloProvider client={client}>
      {isOver && <SignInAgain />}
      <nav>
        <button type="button" onClick={() => go('caseload')}>
          My caseload
        </button>
        <button type="button" onClick={() => go('tonight')}>
          Is this child safe tonight?
        </button>
        <button type="button" onClick={() => go('emergencies')}>
          My emergency accesses
        </button>
        <label>
          What for{' '}
          <select value={purpose} onChange={(event) => setPurpose(event.currentTarget.value)}>
            {session.purposes.map((each) => (
              <option key={each} value={each}>
                {each.replaceAll('-', ' ')}
              </option>
            ))}
          </select>
        </label>
      </nav>
      <main>
        {child !== undefined && <ChildPage key={`${child} ${purpose}`} id={child} purpose={purpose} />}
        {child === undefined && screen === 'caseload' && <Caseload key={purpose} onChild={setChild} />}
        {child === undefined && screen === 'emergencies' && <MyEmergencies key={purpose} onChild={setChild} />}
        {/* Another purpose leaves what was typed where it is. */}
        {child === undefined && screen === 'tonight' && (
          <Tonight
            onChild={setChild}
            isEmergency={purpose === 'emergency'}
            onEmergency={session.purposes.includes('emergency') ? () => setPurpose('emergency') : undefined}
          />
        )}
      </main>
    </ApolloProvider>
  );
}

/** The token of whoever is signed in, and whether the network no longer takes it. Another person who signs in finds a page of their own. */
function useToken({ token: first, user }: Session) {
  const token = useRef(first);
  const [isOver, setOver] = useState(false);
  const [renewed, setRenewed] = useState(0);
  useEffect(
    () =>
      onSignedInAgain((session) => {
        if (session.user !== user) {
          window.location.reload();
          return;
        }
        token.current = session.token;
        setOver(false);
        setRenewed((times) => times + 1);
      }),
    [user],
  );
  return {
    isOver,
    renewed,
    token: useCallback(() => token.current, []),
    onSessionOver: useCallback(() => setOver(true), []),
  };
}

function SignInAgain() {
  return (
    <div role="alert" className="over">
      Your session has ended. What you wrote on this page is still here.{' '}
      <a href={signInAgainUrl} target="_blank" rel="opener">
        Sign in again
      </a>
    </div>
  );
}
